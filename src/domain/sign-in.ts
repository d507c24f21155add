import type { Candidate } from '../kernel/candidate.js';
import { decideBy, type Decision, type Rule } from '../kernel/decision.js';
import type { Instant } from '../kernel/instant.js';
import { sourced, type Sourced } from '../kernel/sourced.js';
import type { AccountChange, DomainAccount } from './account.js';
import { countWrongPassword, isForgiven, isLockedOut, UNLOCKED } from './lockout.js';
import type { PasswordPolicy } from './password-policy.js';

/** Somebody signs in to a computer of the domain. */
export interface SignIn {
  readonly at: Instant;
  readonly candidate: Pick<Candidate, 'ntHash'>;
  readonly account: Readonly<DomainAccount>;
  readonly policy: PasswordPolicy;
  /** At a computer, where a smart card may be required; an LDAP bind asks for none, as observed on Samba 4.24. */
  readonly interactive: boolean;
}

export type SignInRefusal =
  | { readonly rule: 'locked-out' }
  | { readonly rule: 'wrong-password' }
  | { readonly rule: 'disabled' }
  | { readonly rule: 'account-expired' }
  | { readonly rule: 'smartcard-required' }
  | { readonly rule: 'must-change-password' }
  | { readonly rule: 'password-expired' }
  /** Nobody was there to ask. */
  | { readonly rule: 'no-logon-servers' };

const RULES: readonly Rule<SignIn, SignInRefusal>[] = [
  {
    rule: 'locked-out',
    refusal: ({ account, policy, at }) =>
      isLockedOut(account, policy.lockout, at) ? { rule: 'locked-out' } : undefined,
  },
  {
    rule: 'wrong-password',
    refusal: ({ account, candidate }) =>
      account.passwordHistory[0] === candidate.ntHash ? undefined : { rule: 'wrong-password' },
  },
  {
    rule: 'disabled',
    refusal: ({ account }) => (account.options.accountDisabled ? { rule: 'disabled' } : undefined),
  },
  {
    rule: 'account-expired',
    refusal: ({ account, at }) =>
      account.accountExpires !== undefined && account.accountExpires <= at
        ? { rule: 'account-expired' }
        : undefined,
  },
  {
    rule: 'smartcard-required',
    refusal: ({ account, interactive }) =>
      interactive && account.options.smartcardRequired ? { rule: 'smartcard-required' } : undefined,
  },
  {
    rule: 'must-change-password',
    refusal: ({ account, policy, at }) =>
      account.passwordLastSet === undefined && isPasswordExpired(account, policy, at)
        ? { rule: 'must-change-password' }
        : undefined,
  },
  {
    rule: 'password-expired',
    refusal: ({ account, policy, at }) =>
      isPasswordExpired(account, policy, at) ? { rule: 'password-expired' } : undefined,
  },
];

/**
 * Whether the password is expired: `pwdLastSet` is 0, or longer ago than the maximum age. Passwords that never expire
 * and those of smart card accounts are not, and must-change does not bind them. Source: [MS-ADTS] 3.1.1.4.5.17.
 */
export function isPasswordExpired(
  { options, passwordLastSet }: Readonly<DomainAccount>,
  { maximumAge }: PasswordPolicy,
  at: Instant,
): boolean {
  if (options.passwordNeverExpires || options.smartcardRequired) return false;
  if (passwordLastSet === undefined) return true;
  return maximumAge !== undefined && at - passwordLastSet > maximumAge;
}

/** Why somebody is not let in, by rule, in the order in which they are asked. */
export const SIGN_IN_REFUSALS = [...RULES.map(({ rule }) => rule), 'no-logon-servers'] as const;

/**
 * What a domain controller does not refuse by itself, but asks the PDC emulator, where a newer password or an unlock may
 * have arrived already (Microsoft, "Account Passwords and Policies").
 */
export const ASKED_AGAIN: ReadonlySet<SignInRefusal['rule']> = new Set([
  'locked-out',
  'wrong-password',
  'must-change-password',
  'password-expired',
]);

/** Whether the domain lets the person in. */
export function decideSignIn(signIn: SignIn): Decision<SignInRefusal> {
  return decideBy(RULES, signIn);
}

/** What would keep somebody out who knows the password. */
export function keptOutBy(
  account: Readonly<DomainAccount>,
  policy: PasswordPolicy,
  at: Instant,
): SignInRefusal['rule'] | undefined {
  const candidate = { ntHash: account.passwordHistory[0] ?? '' };
  const decision = decideSignIn({ at, candidate, account, policy, interactive: true });
  return decision.allowed ? undefined : decision.refusal.rule;
}

/** A message of Windows by the name of its number, as "System Error Codes" lists it. */
function systemError(name: string, text: string): Sourced & { readonly text: string } {
  return sourced('doc', `MicrosoftDocs/win32: desktop-src/Debug/system-error-codes.md, ${name}`, text);
}

/**
 * What a sign-in leaves on the account: a wrong password counts where it is not forgiven, a right one clears the count
 * and a lock that is over. While the account is locked nothing is counted.
 *
 * Source: [MS-SAMR] 3.1.5.14.6; observed on Samba 4.24.
 */
export function signInLeaves(
  { account, candidate, policy, at }: SignIn,
  decision: Decision<SignInRefusal>,
): AccountChange {
  if (decision.allowed)
    return account.badPasswordCount > 0 || account.lockoutTime !== undefined ? UNLOCKED : {};
  if (decision.refusal.rule !== 'wrong-password') return {};
  return isForgiven(account, candidate.ntHash) ? {} : countWrongPassword(account, policy.lockout, at);
}

/** What Windows tells the person, the status that the computer is answered, and the Kerberos result of the same. */
export const SIGN_IN_ANSWERS: Readonly<
  Record<
    SignInRefusal['rule'],
    { readonly text: Sourced & { readonly text: string }; readonly status: string; readonly kerberos: string }
  >
> = {
  'locked-out': {
    text: systemError(
      'ERROR_ACCOUNT_LOCKED_OUT',
      'The referenced account is currently locked out and may not be logged on to.',
    ),
    status: '0xC0000234',
    kerberos: '0x12',
  },
  'wrong-password': {
    text: systemError('ERROR_LOGON_FAILURE', 'The user name or password is incorrect.'),
    status: '0xC000006A',
    kerberos: '0x18',
  },
  disabled: {
    text: systemError(
      'ERROR_ACCOUNT_DISABLED',
      "This user can't sign in because this account is currently disabled.",
    ),
    status: '0xC0000072',
    kerberos: '0x12',
  },
  'account-expired': {
    text: systemError('ERROR_ACCOUNT_EXPIRED', "The user's account has expired."),
    status: '0xC0000193',
    kerberos: '0x12',
  },
  'smartcard-required': {
    text: sourced(
      'doc',
      '[MS-ERREF] 2.3.1, STATUS_SMARTCARD_LOGON_REQUIRED',
      'Smart card logon is required and was not used.',
    ),
    status: '0xC00002FA',
    kerberos: '0xC',
  },
  'must-change-password': {
    text: systemError('ERROR_PASSWORD_MUST_CHANGE', "The user's password must be changed before signing in."),
    status: '0xC0000224',
    kerberos: '0x17',
  },
  'password-expired': {
    text: systemError('ERROR_PASSWORD_EXPIRED', 'The password for this account has expired.'),
    status: '0xC0000071',
    kerberos: '0x17',
  },
  'no-logon-servers': {
    text: sourced(
      'doc',
      '[MS-ERREF] 2.2, ERROR_NO_LOGON_SERVERS',
      'There are currently no logon servers available to service the logon request.',
    ),
    status: '0xC000005E',
    kerberos: '0x0',
  },
};
