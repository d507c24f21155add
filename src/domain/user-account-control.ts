import type { Instant } from '../kernel/instant.js';
import type { AccountOptions, DomainAccount } from './account.js';
import { isLockedOut } from './lockout.js';
import type { PasswordPolicy } from './password-policy.js';
import { isPasswordExpired } from './sign-in.js';

/** An option's bit in the SAM's own codes, which records print, and in the attribute that LDAP shows. */
interface Bit {
  readonly sam: number;
  readonly ldap: number;
}

/** Source: [MS-SAMR] 2.2.1.12 and 2.2.1.13. */
const BITS: Readonly<Record<keyof AccountOptions, Bit>> = {
  accountDisabled: { sam: 0x1, ldap: 0x2 },
  passwordNotRequired: { sam: 0x4, ldap: 0x20 },
  passwordNeverExpires: { sam: 0x200, ldap: 0x1_0000 },
  smartcardRequired: { sam: 0x1000, ldap: 0x4_0000 },
};
const NORMAL_ACCOUNT: Bit = { sam: 0x10, ldap: 0x200 };
/** Computed from other attributes, and never stored. */
const LOCKOUT = 0x10;
const PASSWORD_EXPIRED = 0x80_0000;

const OPTIONS = Object.keys(BITS) as (keyof AccountOptions)[];

/** The account's options as the SAM codes them, which is how record 4738 prints them. */
export function samAccountControl(options: AccountOptions): number {
  return NORMAL_ACCOUNT.sam + sum(options, 'sam');
}

/** `userAccountControl` as LDAP shows it. */
export function userAccountControl(options: AccountOptions): number {
  return NORMAL_ACCOUNT.ldap + sum(options, 'ldap');
}

/**
 * `msDS-User-Account-Control-Computed`: locked out and password expired, as they are at a moment.
 * Source: [MS-ADTS] 3.1.1.4.5.17.
 */
export function computedAccountControl(
  account: Readonly<DomainAccount>,
  policy: PasswordPolicy,
  at: Instant,
): number {
  const locked = isLockedOut(account, policy.lockout, at) ? LOCKOUT : 0;
  return locked + (isPasswordExpired(account, policy, at) ? PASSWORD_EXPIRED : 0);
}

function sum(options: AccountOptions, code: keyof Bit): number {
  return OPTIONS.reduce((total, option) => total + (options[option] ? BITS[option][code] : 0), 0);
}
