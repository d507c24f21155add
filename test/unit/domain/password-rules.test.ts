import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY_SWITCHES } from '../../../src/domain/policy-switches.js';
import { decidePassword, explainRules, type WriteKind } from '../../../src/domain/password-rules.js';
import { DAY, HOUR, TICK } from '../../../src/kernel/duration.js';
import { Candidate } from '../../../src/kernel/candidate.js';
import { accountWith, AT, ownChangeWith, policyWith, ruleOf, writeOf } from './some-write.js';

const KINDS: readonly WriteKind[] = ['change', 'plain reset', 'reset with policy hints'];
const JUDGED: readonly WriteKind[] = ['change', 'reset with policy hints'];

describe('the minimum password age', () => {
  const policy = policyWith({ minimumAge: DAY });
  const aged = (age: number): ReturnType<typeof accountWith> => accountWith({ passwordLastSet: AT - age });

  it.each(JUDGED)('of a %s: exactly the age is old enough, 100 ns less is not', (kind) => {
    expect(ruleOf({ kind, policy, account: aged(DAY) })).toBe('accepted');
    expect(ruleOf({ kind, policy, account: aged(DAY - TICK) })).toBe('minimum-password-age');
  });

  it('is not asked of a plain reset, nor where the password must be changed', () => {
    expect(ruleOf({ kind: 'plain reset', policy, account: aged(0) })).toBe('accepted');
    const account = accountWith({ passwordLastSet: undefined });
    expect(ruleOf({ kind: 'change', policy, account })).toBe('accepted');
  });

  it('says from when on it accepts, and does so then and not before', () => {
    const account = aged(6 * HOUR);
    const decision = decidePassword(writeOf({ policy, account }));
    const refusal = decision.allowed ? undefined : decision.refusal;
    expect(refusal).toMatchObject({ acceptedFrom: AT + 18 * HOUR, age: 6 * HOUR, required: DAY });
    expect(ruleOf({ policy, account, at: AT + 18 * HOUR })).toBe('accepted');
    expect(ruleOf({ policy, account, at: AT + 18 * HOUR - TICK })).toBe('minimum-password-age');
  });

  it('says so where pwdLastSet lies in the future', () => {
    const [, age] = explainRules(writeOf({ policy, account: aged(0 - HOUR) }));
    expect(age?.refusal).toMatchObject({ age: 0 - HOUR, acceptedFrom: AT + DAY + HOUR });
    expect(age?.figures).toContain('dated 1 hour in the future');
  });

  it('refuses the very age where the switch follows [MS-SAMR] 3.1.1.7.1', () => {
    const switches = { ...DEFAULT_POLICY_SWITCHES, exactMinimumAge: 'refused' } as const;
    expect(ruleOf({ policy, switches, account: aged(DAY) })).toBe('minimum-password-age');
    expect(ruleOf({ policy, switches, account: aged(DAY + TICK) })).toBe('accepted');
  });

  it('follows the switches about the control, and about plain resets', () => {
    const historyOnly = { ...DEFAULT_POLICY_SWITCHES, policyHintsEnforce: 'history' } as const;
    expect(ruleOf({ policy, switches: historyOnly, account: aged(0) })).toBe('accepted');
    expect(ruleOf({ kind: 'change', policy, switches: historyOnly, account: aged(0) })).toBe(
      'minimum-password-age',
    );
    const literal = { ...DEFAULT_POLICY_SWITCHES, minimumAgeOnPlainReset: true };
    expect(ruleOf({ kind: 'plain reset', policy, switches: literal, account: aged(0) })).toBe(
      'minimum-password-age',
    );
  });
});

describe('the lengths', () => {
  it.each(KINDS)('of a %s count UTF-16 units: an emoji is two', (kind) => {
    const policy = policyWith({ minimumLength: 6 });
    expect(ruleOf({ kind, policy, password: 'Ab1!\u{1f600}' })).toBe('accepted');
    expect(ruleOf({ kind, policy, password: 'Ab1!e' })).toBe('minimum-password-length');
  });

  it.each(KINDS)('of a %s end at 256', (kind) => {
    const password = 'Ab1!'.repeat(64);
    expect(ruleOf({ kind, password })).toBe('accepted');
    expect(ruleOf({ kind, password: `${password}x` })).toBe('maximum-password-length');
  });

  it('go up to what the policy asks, and not one short of it', () => {
    const policy = policyWith({ minimumLength: 255 });
    expect(ruleOf({ policy, password: 'Ab1!'.repeat(64).slice(0, 255) })).toBe('accepted');
    expect(ruleOf({ policy, password: 'Ab1!'.repeat(64).slice(0, 254) })).toBe('minimum-password-length');
  });
});

describe('complexity', () => {
  it('does not count where it is off', () => {
    const policy = policyWith({ complexity: false });
    expect(ruleOf({ policy, password: 'alllowercase' })).toBe('accepted');
    expect(ruleOf({ policy, password: 'jdoe-jdoe' })).toBe('accepted');
  });

  it('leaves names to a rule of their own where the switch says so', () => {
    const switches = { ...DEFAULT_POLICY_SWITCHES, nameRules: 'always' } as const;
    const policy = policyWith({ complexity: false });
    expect(ruleOf({ policy, switches, password: 'jdoe-jdoe' })).toBe('password-contains-name');
  });

  it('knows the categories of the specification: letters count twice, and only A-Z has a case', () => {
    const switches = { ...DEFAULT_POLICY_SWITCHES, characterCategories: 'specification' } as const;
    expect(ruleOf({ password: 'Aaaaaaaa' })).toBe('password-complexity');
    expect(ruleOf({ switches, password: 'Aaaaaaaa' })).toBe('accepted');
    expect(ruleOf({ password: 'Éééééé77' })).toBe('accepted');
    expect(ruleOf({ switches, password: 'Éééééé77' })).toBe('password-complexity');
  });
});

describe('the history', () => {
  const hashes = ['Current-1', 'Second-22', 'Third-333'].map((text) => new Candidate(text).ntHash);
  const account = accountWith({ passwordHistory: hashes });

  it.each([
    [0, 'Current-1', 'accepted'],
    [1, 'Current-1', 'password-history'],
    [1, 'Second-22', 'accepted'],
    [2, 'Second-22', 'password-history'],
    [2, 'Third-333', 'accepted'],
    [3, 'Third-333', 'password-history'],
    [1024, 'Third-333', 'password-history'],
  ])('of %i refuses %s: %s', (historyLength, password, expected) => {
    expect(ruleOf({ policy: policyWith({ historyLength }), account, password })).toBe(expected);
  });

  it('is not asked of a plain reset', () => {
    expect(ruleOf({ kind: 'plain reset', account, password: 'Current-1' })).toBe('accepted');
  });
});

describe('PASSWD_NOTREQD', () => {
  const account = accountWith({
    options: {
      accountDisabled: false,
      passwordNotRequired: true,
      passwordNeverExpires: false,
      smartcardRequired: false,
    },
    passwordHistory: [new Candidate('').ntHash],
  });

  it('lifts length, complexity, names and history', () => {
    for (const password of ['', 'a', 'jdoe']) expect(ruleOf({ account, password })).toBe('accepted');
  });

  it('lifts neither the minimum age nor the longest length', () => {
    expect(ruleOf({ account, policy: policyWith({ minimumAge: 400 * DAY }), password: '' })).toBe(
      'minimum-password-age',
    );
    expect(ruleOf({ account, password: 'x'.repeat(257) })).toBe('maximum-password-length');
  });
});

it('refuses a reset with hints for "User cannot change password", unless the switch is off', () => {
  const ownChange = ownChangeWith(true);
  expect(ruleOf({ ownChange })).toBe('user-cannot-change-password');
  expect(ruleOf({ kind: 'plain reset', ownChange })).toBe('accepted');
  const switches = { ...DEFAULT_POLICY_SWITCHES, cannotChangeBlocksReset: false };
  expect(ruleOf({ ownChange, switches })).toBe('accepted');
});

it('never refuses for the maximum age or reversible encryption', () => {
  const policy = policyWith({ maximumAge: TICK, reversibleEncryption: true });
  for (const kind of KINDS) expect(ruleOf({ kind, policy })).toBe('accepted');
});

it('explains every rule once, and why some do not apply', () => {
  const rules = explainRules(writeOf({ kind: 'plain reset', password: 'alllower' }));
  expect(rules.map(({ rule, verdict, exemption }) => [rule, exemption ?? verdict])).toEqual([
    ['user-cannot-change-password', 'the option is not set'],
    ['minimum-password-age', 'a plain reset does not ask for it'],
    ['maximum-password-length', 'passes'],
    ['minimum-password-length', 'passes'],
    ['password-complexity', 'fails'],
    ['password-contains-name', 'passes'],
    ['password-history', 'a plain reset does not ask for it'],
    ['banned-by-password-protection', 'not installed'],
    ['third-party-password-filter', 'not installed'],
  ]);
});
