import fc from 'fast-check';
import type { DomainAccount } from '../../src/domain/account.js';
import type { PasswordPolicy } from '../../src/domain/password-policy.js';
import type { WriteKind } from '../../src/domain/password-rules.js';
import { DEFAULT_POLICY_SWITCHES, type PolicySwitches } from '../../src/domain/policy-switches.js';
import { Candidate } from '../../src/kernel/candidate.js';
import { DAY } from '../../src/kernel/duration.js';
import { accountWith, AT, ownChangeWith, policyWith } from '../unit/domain/some-write.js';

export const KINDS: readonly WriteKind[] = ['change', 'plain reset', 'reset with policy hints'];
export const kinds = fc.constantFrom(...KINDS);

/** Few enough that a history meets them, and of every kind that a rule looks at. */
export const POOL = [
  'Aa1!aaaa',
  'Bb2@bbbb',
  'Cc3#cccc',
  'short',
  'alllowercase',
  'jdoe-J4',
  'Пароль77',
  '',
  '密码密码密A1',
];
const characters = fc.constantFrom(...('aZ09!~ €ßǅª密\u{1f600}\u{10400}\ud800'.match(/[\s\S]/gu) ?? []));

/** Passwords from the pool, and others of all kinds of characters and lengths. */
export const passwords: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...POOL),
  fc.string({ unit: characters, maxLength: 30 }),
  fc.integer({ min: 250, max: 260 }).map((length) => 'Ab1!'.repeat(65).slice(0, length)),
);

export const policies: fc.Arbitrary<PasswordPolicy> = fc
  .record({
    historyLength: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 1024 })),
    minimumAge: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 * DAY })),
    minimumLength: fc.integer({ min: 0, max: 20 }),
    complexity: fc.boolean(),
    reversibleEncryption: fc.boolean(),
  })
  .map(policyWith);

/** With the box "User cannot change password" ticked, and without. */
export const ownChanges = fc.boolean().map(ownChangeWith);

export const accounts: fc.Arbitrary<DomainAccount> = fc
  .record({
    passwordLastSet: fc.oneof(
      fc.constant(undefined),
      fc.integer({ min: 0, max: 4 * DAY }).map((age) => AT - age),
    ),
    history: fc.array(fc.constantFrom(...POOL), { minLength: 1, maxLength: 6 }),
    passwordNotRequired: fc.boolean(),
    displayName: fc.constantFrom('', 'Jane M. Doe-Smith', 'Aa1!aaaa bbbb'),
  })
  .map(({ history, passwordNotRequired, ...rest }) => {
    const { options, ...account } = accountWith(rest);
    return {
      ...account,
      options: { ...options, passwordNotRequired },
      passwordHistory: history.map((text) => new Candidate(text).ntHash),
    };
  });

/** Every switch in every position. */
export const switches: fc.Arbitrary<PolicySwitches> = fc
  .record({
    cannotChangeBlocksReset: fc.boolean(),
    policyHintsEnforce: fc.constantFrom('history and minimum age' as const, 'history' as const),
    nameRules: fc.constantFrom('with complexity' as const, 'always' as const),
    characterCategories: fc.constantFrom('documentation' as const, 'specification' as const),
    exactMinimumAge: fc.constantFrom('accepted' as const, 'refused' as const),
    minimumAgeOnPlainReset: fc.boolean(),
  })
  .map((some) => Object.assign({}, DEFAULT_POLICY_SWITCHES, some));
