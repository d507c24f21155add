import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DomainGroup } from '../../src/domain/group.js';
import type { FineGrainedPolicy } from '../../src/domain/password-policy.js';
import { DEFAULT_POLICY_SWITCHES } from '../../src/domain/policy-switches.js';
import { resultantPolicy, type PolicyDirectory } from '../../src/domain/resultant-policy.js';
import { policyWith } from '../unit/domain/some-write.js';

const USERS = ['jane', 'john'];
const GROUPS = ['a', 'b', 'c', 'd', 'e'];

const users = fc.subarray(USERS).map((names) => new Set(names));
const groupNames = fc.subarray(GROUPS).map((names) => new Set(names));

/** Groups that contain each other in every way, themselves included. */
const groups = fc
  .tuple(
    ...GROUPS.map((name) =>
      fc.record({
        name: fc.constant(name),
        scope: fc.constantFrom('global' as const, 'global' as const, 'universal' as const),
        users,
        groups: groupNames,
      }),
    ),
  )
  .map((all): ReadonlyMap<string, DomainGroup> => new Map(all.map((one) => [one.name, one])));

const policies = fc
  .uniqueArray(
    fc.record({
      guid: fc.nat(99),
      precedence: fc.integer({ min: 1, max: 3 }),
      appliesTo: fc.record({ users, groups: groupNames }),
    }),
    { selector: ({ guid }) => guid, maxLength: 6 },
  )
  .map((all) =>
    all.map(({ guid, precedence, appliesTo }): FineGrainedPolicy => {
      const objectGuid = `00000000-0000-0000-0000-${String(guid).padStart(12, '0')}`;
      return Object.assign(policyWith({ origin: objectGuid }), {
        name: objectGuid,
        objectGuid,
        precedence,
        appliesTo,
      });
    }),
  );

/** By the definition, and as slowly as that: close the memberships under nesting, then sort. */
function naively({ fineGrainedPolicies, groups: all }: PolicyDirectory): string | undefined {
  const member = new Set<string>();
  for (let round = 0; round <= all.size; round++) {
    for (const [key, group] of all) {
      const direct = group.users.has('jane') || [...member].some((inner) => group.groups.has(inner));
      if (group.scope === 'global' && direct) member.add(key);
    }
  }
  const direct = fineGrainedPolicies.filter(({ appliesTo }) => appliesTo.users.has('jane'));
  const through = fineGrainedPolicies.filter(({ appliesTo }) =>
    [...appliesTo.groups].some((group) => member.has(group)),
  );
  const ranked = (direct.length > 0 ? direct : through).map(
    ({ precedence, objectGuid }) => [precedence, objectGuid] as const,
  );
  return ranked.toSorted((x, y) => x[0] - y[0] || (x[1] < y[1] ? -1 : 1))[0]?.[1];
}

const directories = fc.record({
  passwordPolicy: fc.constant(policyWith({ origin: 'domain' })),
  fineGrainedPolicies: policies,
  groups,
});

it('the resultant policy is unique: whatever the order in which policies stand, and as the definition says', () => {
  fc.assert(
    fc.property(directories, fc.func(fc.integer()), (directory, order) => {
      const found = resultantPolicy(directory, 'Jane', DEFAULT_POLICY_SWITCHES);
      const { fineGrainedPolicies } = directory;
      const shuffled = fineGrainedPolicies.toSorted((a, b) => order(a.name) - order(b.name));
      const again = resultantPolicy(
        { ...directory, fineGrainedPolicies: shuffled },
        'jane',
        DEFAULT_POLICY_SWITCHES,
      );
      expect(again).toEqual(found);
      expect(found.winner?.policy.objectGuid).toBe(naively(directory));
      expect(found.policy.origin).toBe(found.winner?.policy.origin ?? 'domain');
    }),
    { numRuns: 500 },
  );
});

it('every policy that applies either wins or is beaten, once', () => {
  fc.assert(
    fc.property(directories, (directory) => {
      const { winner, beaten } = resultantPolicy(directory, 'jane', DEFAULT_POLICY_SWITCHES);
      const named = [...(winner === undefined ? [] : [winner]), ...beaten].map(({ policy }) => policy.name);
      expect(new Set(named).size).toBe(named.length);
      for (const policy of directory.fineGrainedPolicies) {
        if (policy.appliesTo.users.has('jane')) expect(named).toContain(policy.name);
      }
    }),
  );
});
