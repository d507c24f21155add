import { Candidate, type NtHash } from '../kernel/candidate.js';
import type { Instant } from '../kernel/instant.js';
import type { AccountChange, DomainAccount } from './account.js';

/** What a successful password write leaves behind ([MS-SAMR] 3.1.1.8.7 and 3.1.1.9.1). */
export interface PasswordWritten {
  readonly at: Instant;
  readonly hash: NtHash;
  /** Of the resultant policy. */
  readonly historyLength: number;
  /** Without Unexpire Password the new password is expired at once: pwdLastSet becomes 0. */
  readonly callerMayUnexpire: boolean;
  /** By a change, with the old password; not by a reset. */
  readonly isChange: boolean;
}

/**
 * The history after a write: the new hash in front, and what the policy no longer remembers forgotten. Every
 * successful write pushes, those that did not ask the history included. The current password always stays: a domain
 * controller that remembers none still has it in `unicodePwd`, and begins the next history with it.
 */
export function pushHistory(history: readonly NtHash[], hash: NtHash, historyLength: number): NtHash[] {
  return [hash, ...history].slice(0, Math.max(historyLength, 1));
}

/**
 * What a password write changes: the new hash in front, what the history no longer holds forgotten, and pwdLastSet.
 */
export function passwordWritten(account: Readonly<DomainAccount>, written: PasswordWritten): AccountChange {
  return {
    passwordHistory: pushHistory(account.passwordHistory, written.hash, written.historyLength),
    passwordLastSet: written.callerMayUnexpire ? written.at : undefined,
    expiredFor: undefined,
    changedByOwner: written.isChange,
  };
}

/** The hash of a password that nobody knows: another for each account and moment. */
export function unknowableHash({ objectGuid }: Pick<DomainAccount, 'objectGuid'>, at: Instant): NtHash {
  return new Candidate(`nobody knows ${objectGuid} at ${at}`).ntHash;
}
