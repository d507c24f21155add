import type { Candidate } from '../kernel/candidate.js';
import { decideBy, type Decision, type Rule } from '../kernel/decision.js';
import type { Instant } from '../kernel/instant.js';
import type { AccountChange, DomainAccount } from './account.js';
import { countWrongPassword, isLockedOut, UNLOCKED } from './lockout.js';
import type { PasswordPolicy } from './password-policy.js';

/** What a change proves before any rule about the new password is asked. */
export interface OldPasswordProof {
  readonly at: Instant;
  readonly oldPassword: Pick<Candidate, 'ntHash'>;
  readonly account: Readonly<DomainAccount>;
  /** The resultant policy of the account. */
  readonly policy: PasswordPolicy;
}

/** Why a change gets no further: the account is locked, whatever the old password, or the old password is wrong. */
export type OldPasswordRefusal =
  | {
      readonly rule: 'account-locked-out';
      readonly since: Instant;
      /** The last moment of the lock; undefined until an administrator ends it. */
      readonly until: Instant | undefined;
    }
  | {
      readonly rule: 'wrong-old-password';
      /** How many wrong ones are counted now, and how many lock the account; 0 where none are counted. */
      readonly counted: number;
      readonly threshold: number;
    };

const RULES: readonly Rule<OldPasswordProof, OldPasswordRefusal>[] = [
  {
    rule: 'account-locked-out',
    refusal: ({ account, policy: { lockout }, at }) => {
      const { lockoutTime: since } = account;
      if (since === undefined || !isLockedOut(account, lockout, at)) return undefined;
      const { duration } = lockout;
      return {
        rule: 'account-locked-out',
        since,
        until: duration === undefined ? undefined : since + duration,
      };
    },
  },
  {
    rule: 'wrong-old-password',
    refusal: (proof) => {
      if (proof.oldPassword.ntHash === proof.account.passwordHistory[0]) return undefined;
      // While the account is locked nothing is counted.
      const locked = isLockedOut(proof.account, proof.policy.lockout, proof.at);
      const { badPasswordCount } = proof.account;
      const counted = locked ? badPasswordCount : (afterWrongPassword(proof).badPasswordCount ?? 0);
      return { rule: 'wrong-old-password', counted, threshold: proof.policy.lockout.threshold };
    },
  },
];

/** Whether the domain goes on to the new password. Source: [MS-SAMR] 3.1.5.14; the order as observed on Samba 4.24. */
export function decideOldPassword(proof: OldPasswordProof): Decision<OldPasswordRefusal> {
  return decideBy(RULES, proof);
}

/**
 * What the proof leaves on the account: a wrong old password counts, also one that the history knows; a lock whose time
 * is over stays stored until the next change finds it. A locked account is left as it is.
 */
export function proofLeaves(
  proof: OldPasswordProof,
  decision: Decision<{ readonly rule: string }>,
): AccountChange {
  if (decision.allowed) return relievedOf(proof);
  return decision.refusal.rule === 'wrong-old-password' ? afterWrongPassword(proof) : {};
}

function relievedOf({ account }: OldPasswordProof): AccountChange {
  return account.lockoutTime === undefined ? {} : UNLOCKED;
}

function afterWrongPassword(proof: OldPasswordProof): AccountChange {
  const { account, policy, at } = proof;
  const relieved = relievedOf(proof);
  return { ...relieved, ...countWrongPassword({ ...account, ...relieved }, policy.lockout, at) };
}
