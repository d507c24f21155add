import { fromFileTime, type Instant } from '../kernel/instant.js';
import type { DelegatedRights } from './access-rights.js';
import type { AccountChange, DomainAccount } from './account.js';
import type { AnswerName } from './directory-answers.js';
import { UNLOCKED } from './lockout.js';

/** Attributes that are written beside a password, or alone, as LDAP carries them: decimal numbers. */
export interface AttributeWrites {
  readonly lockoutTime?: string;
  readonly pwdLastSet?: string;
}

interface Writer {
  readonly account: Readonly<DomainAccount>;
  readonly callerRights: DelegatedRights;
}

/**
 * What writing these attributes changes, or the situation in which it is refused as a whole.
 *
 * `pwdLastSet` takes 0, "must change at next logon" (without effect while the password never expires), and -1, which
 * ends that state and otherwise changes nothing. `lockoutTime` 0 unlocks.
 *
 * Source: [MS-SAMR] 3.1.1.8.3; observed on Samba 4.24; 0 with "password never expires": Microsoft's documentation.
 */
export function writtenAttributes(
  { account, callerRights }: Writer,
  { lockoutTime, pwdLastSet }: AttributeWrites,
  at: Instant,
): AccountChange | { readonly situation: AnswerName } {
  if (
    (lockoutTime !== undefined && !callerRights.writeLockoutTime) ||
    (pwdLastSet !== undefined && !callerRights.writePwdLastSet)
  ) {
    return { situation: 'attribute write denied' };
  }
  let change: AccountChange = {};
  if (pwdLastSet === '0') {
    if (!account.options.passwordNeverExpires) change = { passwordLastSet: undefined };
  } else if (pwdLastSet === '-1') {
    if (account.passwordLastSet === undefined) change = { passwordLastSet: at };
  } else if (pwdLastSet !== undefined) {
    return { situation: 'pwdLastSet neither 0 nor -1' };
  }
  if (lockoutTime === undefined) return change;
  return {
    ...change,
    ...(lockoutTime === '0' ? UNLOCKED : { lockoutTime: fromFileTime(BigInt(lockoutTime)) }),
  };
}
