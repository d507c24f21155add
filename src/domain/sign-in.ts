import type { Candidate } from '../kernel/candidate.js';
import { decideBy, type Decision, type Rule } from '../kernel/decision.js';
import type { Instant } from '../kernel/instant.js';
import { sourced, type Sourced } from '../kernel/sourced.js';
import type { DomainAccount } from './account.js';
import { isLockedOut } from './lockout.js';
import type { PasswordPolicy } from './password-policy.js';

/** Somebody signs in to a computer of the domain. */
export interface SignIn {
  readonly at: Instant;
  readonly candidate: Candidate;
  readonly account: Readonly<DomainAccount>;
  readonly policy: PasswordPolicy;
}

export type SignInRefusal =
  | { readonly rule: 'locked-out' }
  | { readonly rule: 'wrong-password' }
  | { readonly rule: 'disabled' }
  | { readonly rule: 'must-change-password' }
  | { readonly rule: 'password-expired' };

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
    rule: 'must-change-password',
    refusal: ({ account }) =>
      account.passwordLastSet === undefined && !neverExpires(account)
        ? { rule: 'must-change-password' }
        : undefined,
  },
  {
    rule: 'password-expired',
    refusal: ({ account, policy, at }) =>
      account.passwordLastSet !== undefined &&
      policy.maximumAge !== undefined &&
      !neverExpires(account) &&
      at - account.passwordLastSet > policy.maximumAge
        ? { rule: 'password-expired' }
        : undefined,
  },
];

/** [MS-ADTS] 3.1.1.4.5.17: these never expire, and must-change does not bind them. */
function neverExpires({ options }: Readonly<DomainAccount>): boolean {
  return options.passwordNeverExpires || options.smartcardRequired;
}

/** Whether the domain lets the person in. */
export function decideSignIn(signIn: SignIn): Decision<SignInRefusal> {
  return decideBy(RULES, signIn);
}

/** A message of Windows by the name of its number, as "System Error Codes" lists it. */
function systemError(name: string, text: string): Sourced & { readonly text: string } {
  return sourced('doc', `MicrosoftDocs/win32: desktop-src/Debug/system-error-codes.md, ${name}`, text);
}

/** What Windows tells the person, and the Kerberos result that the domain controller records. */
export const SIGN_IN_ANSWERS: Readonly<
  Record<
    SignInRefusal['rule'],
    { readonly text: Sourced & { readonly text: string }; readonly kerberos: string }
  >
> = {
  'locked-out': {
    text: systemError(
      'ERROR_ACCOUNT_LOCKED_OUT',
      'The referenced account is currently locked out and may not be logged on to.',
    ),
    kerberos: '0x12',
  },
  'wrong-password': {
    text: systemError('ERROR_LOGON_FAILURE', 'The user name or password is incorrect.'),
    kerberos: '0x18',
  },
  disabled: {
    text: systemError(
      'ERROR_ACCOUNT_DISABLED',
      "This user can't sign in because this account is currently disabled.",
    ),
    kerberos: '0x12',
  },
  'must-change-password': {
    text: systemError('ERROR_PASSWORD_MUST_CHANGE', "The user's password must be changed before signing in."),
    kerberos: '0x17',
  },
  'password-expired': {
    text: systemError('ERROR_PASSWORD_EXPIRED', 'The password for this account has expired.'),
    kerberos: '0x17',
  },
};
