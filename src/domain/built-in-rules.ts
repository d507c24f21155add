import type { Rule } from '../kernel/decision.js';
import { sayDuration } from '../kernel/duration.js';
import { sayInstant } from '../kernel/instant.js';
import { nameOfTrustee, type AccessDecision } from './access-control.js';
import { CATEGORIES_REQUIRED, categoriesOf, nameIn } from './complexity.js';
import type { Exemption, PasswordWrite } from './password-write.js';
import type { PolicyRefusal } from './policy-refusal.js';

/** A rule that can also explain itself. `refusal` is `violation`, unless the write is exempt. */
export interface PolicyRule extends Rule<PasswordWrite, PolicyRefusal> {
  /** As group policy and administrators call it. */
  readonly title: string;
  /** Whether the account's policy sets it, or Windows itself. */
  readonly setBy: 'policy' | 'account' | 'windows' | 'filter';
  /** Why the rule does not apply; undefined where it does. */
  exempt(write: PasswordWrite): Exemption | undefined;
  /** What is required and what was found, for people. */
  figures(write: PasswordWrite): string;
}

/** Makes the one row that serves deciding and explaining alike. */
export function policyRule(
  rule: PolicyRefusal['rule'],
  body: Omit<PolicyRule, 'rule' | 'refusal'> & {
    violation(write: PasswordWrite): PolicyRefusal | undefined;
  },
): PolicyRule {
  return {
    rule,
    title: body.title,
    setBy: body.setBy,
    exempt: (write) => body.exempt(write),
    figures: (write) => body.figures(write),
    refusal: (write) => (body.exempt(write) === undefined ? body.violation(write) : undefined),
  };
}

/** The directory accepts no longer password, whatever the policy ([MS-SAMR] 3.1.1.7.2). */
const MAXIMUM_LENGTH = 256;

/** PASSWD_NOTREQD lifts length, complexity, names and history ([MS-SAMR] 3.1.1.7). */
function notRequired({ account }: PasswordWrite): Exemption | undefined {
  return account.options.passwordNotRequired ? 'the account has PASSWD_NOTREQD' : undefined;
}

/** Negative where pwdLastSet lies in the future, as after a clock that was turned back. */
function ageOf({ account, at }: PasswordWrite): number {
  return at - (account.passwordLastSet ?? at);
}

function named(write: PasswordWrite): ReturnType<typeof nameIn> {
  return write.candidate.examine((text) => nameIn(text, write.account));
}

function categories({ candidate, switches }: PasswordWrite): ReturnType<typeof categoriesOf> {
  return candidate.examine((text) => categoriesOf(text, switches.characterCategories));
}

function positionInHistory({ account, candidate }: PasswordWrite): number {
  return account.passwordHistory.indexOf(candidate.ntHash) + 1;
}

/** Why the owner may not change the password; a change is refused by it before any rule is asked. */
export function changeDenied({ granted, by }: AccessDecision): PolicyRefusal | undefined {
  if (granted) return undefined;
  const deniedBy = by && { denyEntryFor: nameOfTrustee(by.entry.trustee), on: by.writtenOn };
  return { rule: 'user-cannot-change-password', deniedBy };
}

/**
 * Windows' own rules. Over LDAP their order cannot be seen, as one answer stands for all; this one is that of the
 * separate call SamValidatePasswordChange ([MS-SAMR] 3.1.5.13.7.2) as far as it goes, with history last.
 */
export const BUILT_IN_RULES: readonly PolicyRule[] = [
  policyRule('user-cannot-change-password', {
    title: 'User cannot change password',
    setBy: 'account',
    exempt: ({ kind, ownChange, switches }) => {
      if (ownChange.granted) return 'the option is not set';
      // A change is denied by the right itself, before any rule is asked.
      if (kind === 'reset with policy hints' && switches.cannotChangeBlocksReset) return undefined;
      return 'it does not affect this operation';
    },
    violation: ({ ownChange }) => changeDenied(ownChange),
    figures: ({ ownChange: { by } }) =>
      by === undefined
        ? 'nothing grants the user Change Password'
        : `Change Password is denied for ${nameOfTrustee(by.entry.trustee)} on ${by.writtenOn}`,
  }),
  policyRule('minimum-password-age', {
    title: 'Minimum password age',
    setBy: 'policy',
    exempt: ({ kind, account, policy, switches }) => {
      if (kind === 'plain reset' && !switches.minimumAgeOnPlainReset)
        return 'a plain reset does not ask for it';
      if (kind === 'reset with policy hints' && switches.policyHintsEnforce === 'history') {
        return 'the policy-hints control does not ask for it';
      }
      if (account.passwordLastSet === undefined) return 'the password must be changed at the next logon';
      return policy.minimumAge === 0 ? 'the policy does not ask for it' : undefined;
    },
    violation: (write) => {
      const { account, policy, switches, at } = write;
      const reached = (account.passwordLastSet ?? at) + policy.minimumAge;
      const acceptedFrom = switches.exactMinimumAge === 'accepted' ? reached : reached + 1;
      if (acceptedFrom <= at) return undefined;
      const { minimumAge: required, origin: from } = policy;
      return { rule: 'minimum-password-age', age: ageOf(write), required, acceptedFrom, from };
    },
    figures: (write) => {
      const age = ageOf(write);
      const found = age < 0 ? `dated ${sayDuration(0 - age)} in the future` : `${sayDuration(age)} old`;
      const set = sayInstant(write.account.passwordLastSet ?? write.at);
      return `${sayDuration(write.policy.minimumAge)} required; the present password is ${found}, set ${set}`;
    },
  }),
  policyRule('maximum-password-length', {
    title: 'Longest password that Active Directory takes',
    setBy: 'windows',
    exempt: () => undefined,
    violation: ({ candidate: { length } }) =>
      length > MAXIMUM_LENGTH
        ? { rule: 'maximum-password-length', length, allowed: MAXIMUM_LENGTH }
        : undefined,
    figures: ({ candidate: { length } }) => `${MAXIMUM_LENGTH} allowed; ${length} found`,
  }),
  policyRule('minimum-password-length', {
    title: 'Minimum password length',
    setBy: 'policy',
    exempt: (write) =>
      notRequired(write) ?? (write.policy.minimumLength === 0 ? 'the policy does not ask for it' : undefined),
    violation: ({ candidate: { length }, policy: { minimumLength: required, origin: from } }) =>
      length < required ? { rule: 'minimum-password-length', length, required, from } : undefined,
    figures: ({ candidate: { length }, policy }) => `${policy.minimumLength} required; ${length} found`,
  }),
  policyRule('password-complexity', {
    title: 'Password must meet complexity requirements: categories',
    setBy: 'policy',
    exempt: (write) =>
      notRequired(write) ?? (write.policy.complexity ? undefined : 'the policy does not ask for it'),
    violation: (write) => {
      const found = categories(write);
      return found.length < CATEGORIES_REQUIRED
        ? {
            rule: 'password-complexity',
            categories: found,
            required: CATEGORIES_REQUIRED,
            from: write.policy.origin,
          }
        : undefined;
    },
    figures: (write) => {
      const found = categories(write);
      return `${CATEGORIES_REQUIRED} of 5 categories required; ${found.length} found${found.length === 0 ? '' : `: ${found.join(', ')}`}`;
    },
  }),
  policyRule('password-contains-name', {
    title: 'Password must meet complexity requirements: names',
    setBy: 'policy',
    exempt: (write) =>
      notRequired(write) ??
      (write.policy.complexity || write.switches.nameRules === 'always'
        ? undefined
        : 'the policy does not ask for it'),
    violation: (write) => {
      const found = named(write);
      return found && { rule: 'password-contains-name', found, from: write.policy.origin };
    },
    figures: (write) => {
      const found = named(write);
      return found === undefined
        ? 'neither the account name nor a part of the display name occurs'
        : `it contains "${found.part}", from ${found.attribute}`;
    },
  }),
  policyRule('password-history', {
    title: 'Enforce password history',
    setBy: 'policy',
    exempt: (write) => {
      if (write.kind === 'plain reset') return 'a plain reset does not ask for it';
      return (
        notRequired(write) ??
        (write.policy.historyLength === 0 ? 'the policy does not ask for it' : undefined)
      );
    },
    violation: (write) => {
      const { historyLength: remembered, origin: from } = write.policy;
      const position = positionInHistory(write);
      return position > 0 && position <= remembered
        ? { rule: 'password-history', position, remembered, from }
        : undefined;
    },
    figures: (write) => {
      const { historyLength } = write.policy;
      const position = positionInHistory(write);
      const found =
        position === 0 || position > historyLength
          ? 'it is none of them'
          : position === 1
            ? 'it is the present one'
            : `it is number ${position}, the present one being 1`;
      return `${historyLength} remembered, ${Math.min(write.account.passwordHistory.length, historyLength)} of them known; ${found}`;
    },
  }),
];
