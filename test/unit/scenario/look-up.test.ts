import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../src/failure-modes/checks.js';
import { FAILURE_MODES } from '../../../src/index.js';
import type { Entry } from '../../../src/records/entry.js';
import { lookUp } from '../../../src/scenario/look-up.js';

const causes = (query: string): readonly (string | undefined)[] =>
  lookUp(query).causes.map(({ mode }) => mode?.id);

describe('what engineers arrive with', () => {
  it.each([
    ['33004', 'reset-password-right-missing'],
    ['33008', 'minimum-password-age'],
    ['80230619', 'password-history'],
    ['0x80230626', 'protected-account'],
    ['hr=80230626', 'leftover-admin-count'],
    ['SSPR_0029', 'domain-controllers-down'],
    ['OnPremisesPolicyViolation', 'password-complexity'],
    ['onpremisesadminactionrequired', 'right-denied-explicitly'],
    ['does not meet the  length', 'minimum-password-length'],
    ['AdminSDHolder', 'protected-account'],
    ['4724', 'minimum-password-age'],
  ])('%s can come from %s', (query, cause) => {
    expect(causes(query)).toContain(cause);
  });

  it('says where it is found, and whether it is also there when nothing is wrong', () => {
    expect(lookUp('4724').healthy).toBe(true);
    expect(lookUp('33004').healthy).toBe(false);
    expect(lookUp('33004').found).toEqual([{ log: 'connector-application', says: 'event 33004' }]);
  });

  it('does not take a part of a number for the number', () => {
    expect(causes('3300')).toEqual([]);
    expect(causes('023062')).toEqual([]);
  });

  it('guesses what was meant', () => {
    expect(lookUp('OnPremisesPolicyViolaton')).toMatchObject({
      causes: [],
      hint: 'did you mean "OnPremisesPolicyViolation"?',
    });
  });
});

describe('the one check', () => {
  it('is looked for in other stories only where no cause leaves it by itself', () => {
    const [mode] = FAILURE_MODES;
    const record = { log: 'console', record: { input: ['repadmin'], output: ['a word of its own'] } };
    const story = { mode, verdict: undefined, entries: [record as unknown as Entry] };
    const ask = (query: string): readonly unknown[] =>
      lookUp(query, () => [story]).causes.map((one) => one.mode);
    expect(ask('a word of its own')).toEqual([mode]);
    expect(ask('nobody says this')).toEqual([]);
    expect(lookUp('33008', () => expect.fail('another story was asked')).causes).not.toEqual([]);
  });

  it('is the log that splits the causes most', () => {
    const { check } = lookUp('SSPR_0029');
    expect(check?.log).toBe('connector-application');
    expect(check?.groups.size).toBeGreaterThan(2);
  });

  it('is said with causes that no log tells apart', () => {
    const groups = [...(lookUp('33004').check?.groups.values() ?? [])];
    const alike = groups.map((group) => group.map(({ mode }) => mode?.id ?? ''));
    const rights = alike.find((group) => group.includes('reset-password-right-missing'));
    for (const id of ['protected-account', 'leftover-admin-count', 'inheritance-disabled']) {
      expect(rights).toContain(id);
      expect(CHECKS[id]).toBeTruthy();
    }
  });

  it('is known for failure modes that there are', () => {
    const ids = new Set(FAILURE_MODES.map(({ id }) => id));
    expect(Object.keys(CHECKS).filter((id) => !ids.has(id))).toEqual([]);
  });
});
