import type { NtHash } from '../kernel/candidate.js';
import type { Instant } from '../kernel/instant.js';
import type { DomainAccount } from './account.js';

/** What a successful password write leaves behind ([MS-SAMR] 3.1.1.8.7 and 3.1.1.9.1). */
export interface PasswordWritten {
  readonly at: Instant;
  readonly hash: NtHash;
  readonly historyLength: number;
  /** Without Unexpire Password the new password is expired at once: pwdLastSet becomes 0. */
  readonly callerMayUnexpire: boolean;
}

/** Puts the new hash in front, forgets what the history no longer holds, and stamps pwdLastSet. */
export function writePassword(account: DomainAccount, written: PasswordWritten): void {
  const keep = Math.max(written.historyLength, 1);
  account.passwordHistory = [written.hash, ...account.passwordHistory].slice(0, keep);
  account.expiredForWantOfRight = !written.callerMayUnexpire;
  account.passwordLastSet = written.callerMayUnexpire ? written.at : undefined;
}
