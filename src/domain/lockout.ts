import type { NtHash } from '../kernel/candidate.js';
import type { Instant } from '../kernel/instant.js';
import type { AccountChange, DomainAccount } from './account.js';
import type { LockoutPolicy } from './password-policy.js';

type LockState = Readonly<Pick<DomainAccount, 'lockoutTime' | 'badPasswordCount' | 'badPasswordTime'>>;

/**
 * Whether the account is locked out at a moment: still at exactly lockoutTime + duration, free one tick later.
 * Source: [MS-ADTS] 3.1.1.4.5.17.
 */
export function isLockedOut(
  { lockoutTime }: Pick<LockState, 'lockoutTime'>,
  { duration }: LockoutPolicy,
  at: Instant,
): boolean {
  if (lockoutTime === undefined) return false;
  return duration === undefined || at - duration <= lockoutTime;
}

/**
 * What a wrong password leaves behind on an account that is not locked: one more in the count, and the lock when the
 * threshold is reached. With threshold 0 nothing is counted. Source: [MS-SAMR] 3.1.5.14.6.
 */
export function countWrongPassword(
  { badPasswordCount, badPasswordTime }: LockState,
  { threshold, observationWindow }: LockoutPolicy,
  at: Instant,
): AccountChange {
  if (threshold === 0) return {};
  const forgotten = badPasswordTime === undefined || at - badPasswordTime > observationWindow;
  const count = (forgotten ? 0 : badPasswordCount) + 1;
  const counted: AccountChange = { badPasswordCount: count, badPasswordTime: at };
  return count >= threshold ? { ...counted, lockoutTime: at } : counted;
}

/**
 * Whether a wrong password at a sign-in is forgiven: one of the two passwords before the present one does not count, so
 * that a telephone with last month's password locks nobody out.
 *
 * Source: social.technet.microsoft.com, wiki 32490, "Active Directory: Bad Passwords and Account Lockout".
 */
export function isForgiven(
  { passwordHistory }: Pick<DomainAccount, 'passwordHistory'>,
  hash: NtHash,
): boolean {
  const position = passwordHistory.indexOf(hash);
  return position === 1 || position === 2;
}

/** What writing lockoutTime = 0 does; badPasswordTime stays. Source: [MS-SAMR] 3.1.1.8.3. */
export const UNLOCKED: AccountChange = { lockoutTime: undefined, badPasswordCount: 0 };
