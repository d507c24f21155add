import { describe, expect, it } from 'vitest';
import type { DomainGroup, GroupScope } from '../../../src/domain/group.js';
import type { FineGrainedPolicy } from '../../../src/domain/password-policy.js';
import { DEFAULT_POLICY_SWITCHES as SWITCHES } from '../../../src/domain/policy-switches.js';
import { resultantPolicy } from '../../../src/domain/resultant-policy.js';
import { policyWith } from './some-write.js';

interface Links {
  readonly users?: readonly string[];
  readonly groups?: readonly string[];
}

function pso(
  name: string,
  precedence: number,
  { users = [], groups = [] }: Links,
  differences: Partial<FineGrainedPolicy> = {},
): FineGrainedPolicy {
  return {
    ...policyWith({ origin: name }),
    name,
    objectGuid: `00000000-0000-0000-0000-${name.padStart(12, '0')}`,
    precedence,
    appliesTo: { users: new Set(users), groups: new Set(groups) },
    ...differences,
  };
}

function group(name: string, { users = [], groups = [] }: Links, scope: GroupScope = 'global'): DomainGroup {
  return { name, scope, users: new Set(users), groups: new Set(groups) };
}

function resultant(
  fineGrainedPolicies: readonly FineGrainedPolicy[],
  groups: readonly DomainGroup[] = [],
  domain = policyWith({ origin: 'domain' }),
): ReturnType<typeof resultantPolicy> {
  const directory = {
    passwordPolicy: domain,
    fineGrainedPolicies,
    groups: new Map(groups.map((one) => [one.name, one])),
  };
  return resultantPolicy(directory, 'Jane', SWITCHES);
}

describe('the resultant policy', () => {
  it("is the domain's where no other applies", () => {
    expect(resultant([pso('1', 1, { users: ['john'] })])).toMatchObject({
      policy: { origin: 'domain' },
      winner: undefined,
      beaten: [],
    });
  });

  it('prefers a direct link to every link through a group, whatever the precedence', () => {
    const found = resultant(
      [pso('a', 1, { groups: ['g'] }), pso('b', 90, { users: ['jane'] })],
      [group('g', { users: ['jane'] })],
    );
    expect(found.winner?.policy.name).toBe('b');
    expect(found.beaten).toMatchObject([{ policy: { name: 'a' }, because: 'a direct link outranks groups' }]);
  });

  it('takes the lowest precedence, and among equals the smaller GUID', () => {
    const links = { users: ['jane'] };
    const found = resultant([pso('c', 5, links), pso('b', 5, links), pso('a', 7, links)]);
    expect(found.winner?.policy.name).toBe('b');
    expect(found.beaten.map(({ policy, because }) => [policy.name, because])).toEqual([
      ['c', 'larger objectGUID'],
      ['a', 'higher precedence number'],
    ]);
  });

  it('follows groups in groups, and says the way', () => {
    const found = resultant(
      [pso('a', 1, { groups: ['outer'] })],
      [group('outer', { groups: ['inner'] }), group('inner', { users: ['jane'] })],
    );
    expect(found.winner?.link).toEqual({ by: 'group', path: ['inner', 'outer'] });
  });

  it.each(['universal', 'domainLocal'] as const)('ignores %s groups', (scope) => {
    const groups = [group('g', { users: ['jane'] }, scope)];
    expect(resultant([pso('a', 1, { groups: ['g'] })], groups).winner).toBeUndefined();
  });

  it('is not led astray by groups that contain each other', () => {
    const groups = [
      group('a', { users: ['jane'], groups: ['b', 'a'] }),
      group('b', { groups: ['c'] }),
      group('c', { groups: ['a'] }),
    ];
    expect(resultant([pso('p', 1, { groups: ['b'] })], groups).winner?.policy.name).toBe('p');
  });

  it('merges nothing but reversible encryption', () => {
    const winner = pso(
      'a',
      1,
      { users: ['jane'] },
      { minimumLength: 0, complexity: false, historyLength: 30 },
    );
    const loser = pso('b', 2, { users: ['jane'] }, { minimumLength: 99 });
    const domain = policyWith({ origin: 'domain', minimumLength: 14, reversibleEncryption: true });
    expect(resultant([winner, loser], [], domain).policy).toMatchObject({
      minimumLength: 0,
      complexity: false,
      historyLength: 30,
      reversibleEncryption: true,
    });
  });

  it('needs a history of the domain only where the switch follows [MS-SAMR] literally', () => {
    const directory = {
      passwordPolicy: policyWith({ historyLength: 0 }),
      fineGrainedPolicies: [pso('a', 1, { users: ['jane'] }, { historyLength: 5 })],
      groups: new Map(),
    };
    const literal = { fineGrainedHistoryNeedsDomainHistory: true };
    expect(resultantPolicy(directory, 'jane', SWITCHES).policy.historyLength).toBe(5);
    expect(resultantPolicy(directory, 'jane', literal).policy.historyLength).toBe(0);
  });
});
