import type { Candidate } from '../kernel/candidate.js';
import { decideBy, explainBy, type Decision, type Rule } from '../kernel/decision.js';
import type { Duration } from '../kernel/duration.js';
import type { Instant } from '../kernel/instant.js';
import type { DomainAccount } from './account.js';
import {
  CATEGORIES_REQUIRED,
  categoriesOf,
  nameIn,
  type CharacterCategory,
  type NameFound,
} from './complexity.js';
import type { PasswordPolicy } from './password-policy.js';

/** Why the domain's password policy refuses a password, with the figures. */
export type PolicyRefusal =
  | { readonly rule: 'user-cannot-change-password' }
  | {
      readonly rule: 'minimum-password-age';
      readonly age: Duration;
      readonly required: Duration;
      readonly acceptedFrom: Instant;
    }
  | { readonly rule: 'minimum-password-length'; readonly length: number; readonly required: number }
  | { readonly rule: 'maximum-password-length'; readonly length: number; readonly allowed: number }
  | {
      readonly rule: 'password-complexity';
      readonly categories: readonly CharacterCategory[];
      readonly required: number;
    }
  | { readonly rule: 'password-contains-name'; readonly found: NameFound }
  | {
      readonly rule: 'password-history';
      /** How many passwords ago it was used; 1 is the current one. */
      readonly position: number;
      readonly remembered: number;
    };

/**
 * How the password is written. A change proves the old password; a reset does not. Writeback's reset carries the
 * policy-hints control, which makes history and minimum age apply to it too.
 */
export type WriteKind = 'change' | 'plain reset' | 'reset with policy hints';

/** One password to be written, and all that the rules look at. */
export interface PasswordWrite {
  readonly kind: WriteKind;
  readonly at: Instant;
  readonly candidate: Candidate;
  readonly account: Readonly<DomainAccount>;
  readonly policy: PasswordPolicy;
  /** Whether "User cannot change password" refuses a reset with policy hints, as the founding article says. */
  readonly cannotChangeBlocksReset: boolean;
}

/** The directory accepts no longer password, whatever the policy ([MS-SAMR] 3.1.1.7.2). */
const MAXIMUM_LENGTH = 256;

/** Changes, and resets that ask for it with the policy-hints control; a plain reset skips history and minimum age. */
function isJudgedLikeAChange({ kind }: PasswordWrite): boolean {
  return kind !== 'plain reset';
}

/** PASSWD_NOTREQD lifts length, complexity, names and history ([MS-SAMR] 3.1.1.7). */
function isPasswordRequired({ account }: PasswordWrite): boolean {
  return !account.options.passwordNotRequired;
}

/** In Samba's order (password_hash.c), inferred for Windows: a real domain controller does not say which rule it was. */
const RULES: readonly Rule<PasswordWrite, PolicyRefusal>[] = [
  {
    rule: 'user-cannot-change-password',
    refusal: ({ kind, account, cannotChangeBlocksReset }) =>
      account.userCannotChangePassword && kind === 'reset with policy hints' && cannotChangeBlocksReset
        ? { rule: 'user-cannot-change-password' }
        : undefined,
  },
  {
    rule: 'minimum-password-age',
    refusal: (write) => {
      const lastSet = write.account.passwordLastSet;
      if (!isJudgedLikeAChange(write) || lastSet === undefined) return undefined;
      const acceptedFrom = lastSet + write.policy.minimumAge;
      if (acceptedFrom <= write.at) return undefined;
      return {
        rule: 'minimum-password-age',
        age: write.at - lastSet,
        required: write.policy.minimumAge,
        acceptedFrom,
      };
    },
  },
  {
    rule: 'maximum-password-length',
    refusal: ({ candidate: { length } }) =>
      length > MAXIMUM_LENGTH
        ? { rule: 'maximum-password-length', length, allowed: MAXIMUM_LENGTH }
        : undefined,
  },
  {
    rule: 'minimum-password-length',
    refusal: (write) => {
      const { length } = write.candidate;
      const required = write.policy.minimumLength;
      return isPasswordRequired(write) && length < required
        ? { rule: 'minimum-password-length', length, required }
        : undefined;
    },
  },
  {
    rule: 'password-complexity',
    refusal: (write) => {
      if (!write.policy.complexity || !isPasswordRequired(write)) return undefined;
      const categories = [...write.candidate.examine(categoriesOf)];
      return categories.length < CATEGORIES_REQUIRED
        ? { rule: 'password-complexity', categories, required: CATEGORIES_REQUIRED }
        : undefined;
    },
  },
  {
    rule: 'password-contains-name',
    refusal: (write) => {
      if (!write.policy.complexity || !isPasswordRequired(write)) return undefined;
      const found = write.candidate.examine((text) => nameIn(text, write.account));
      return found && { rule: 'password-contains-name', found };
    },
  },
  {
    rule: 'password-history',
    refusal: (write) => {
      if (!isJudgedLikeAChange(write) || !isPasswordRequired(write)) return undefined;
      const remembered = write.policy.historyLength;
      const position = write.account.passwordHistory.indexOf(write.candidate.ntHash) + 1;
      return position > 0 && position <= remembered
        ? { rule: 'password-history', position, remembered }
        : undefined;
    },
  },
];

/** Whether the domain's password policy accepts the password: the first rule that refuses decides. */
export function decidePassword(write: PasswordWrite): Decision<PolicyRefusal> {
  return decideBy(RULES, write);
}

/** Every rule with its verdict, in evaluation order. */
export function explainPassword(
  write: PasswordWrite,
): ReturnType<typeof explainBy<PasswordWrite, PolicyRefusal>> {
  return explainBy(RULES, write);
}
