import type { Instant } from '../kernel/instant.js';
import type { Locale } from '../kernel/local-time.js';
import type { DirectoryFact } from './directory-facts.js';
import type { LogonFact } from './logon-facts.js';
import type { BannedBy } from './password-protection.js';
import type { PolicyRefusal } from './policy-refusal.js';
import type { Principal } from './principal.js';
import type { SamFact } from './sam-facts.js';
import type { SignInRefusal } from './sign-in.js';

export type { Principal } from './principal.js';

interface AccountOperation {
  readonly subject: Principal;
  readonly target: Principal;
  /** False where the audit policy leaves this outcome out: then no log shows it. */
  readonly audited: boolean;
}

/** A password reset reached the directory and was accepted, or refused by the password policy. */
export interface PasswordResetAttempted extends AccountOperation {
  readonly kind: 'password-reset-attempted';
  readonly refusedBy: PolicyRefusal['rule'] | undefined;
}

/** Somebody who knew the old password changed it, or the password policy refused. */
export interface PasswordChangeAttempted extends AccountOperation {
  readonly kind: 'password-change-attempted';
  readonly refusedBy: PolicyRefusal['rule'] | undefined;
}

/** SDProp replaced the access control list of a protected account. */
export interface AccessControlStamped extends AccountOperation {
  readonly kind: 'access-control-stamped';
}

/** Attributes of an account changed. */
export interface AccountChanged extends AccountOperation {
  readonly kind: 'account-changed';
  /** The new `pwdLastSet`, if it changed: a moment, or "never" when it became 0. */
  readonly passwordLastSet?: Instant | 'never';
  /** The new `accountExpires`, if it changed. */
  readonly accountExpires?: Instant | 'never';
  /** The options in the SAM's codes, if they changed. */
  readonly accountControl?: { readonly before: number; readonly after: number };
  /** How the domain controller writes local times. */
  readonly utcOffsetMinutes: number;
  readonly locale: Locale;
}

/** `lockoutTime` was cleared. */
export interface AccountUnlocked extends AccountOperation {
  readonly kind: 'account-unlocked';
}

/** An account was disabled or enabled. */
export interface AccountSwitched extends AccountOperation {
  readonly kind: 'account-disabled' | 'account-enabled';
}

/** Too many wrong passwords: `lockoutTime` was set. The subject is the domain controller itself. */
export interface AccountLockedOut extends AccountOperation {
  readonly kind: 'account-locked-out';
  /** NetBIOS name of the computer from which the last wrong password came. */
  readonly callerComputer: string;
}

/** Somebody tried to sign in to a computer of the domain, and was told why not. */
export interface DomainSignInRefused {
  readonly kind: 'domain-sign-in-refused';
  readonly target: Principal;
  readonly refusedBy: SignInRefusal['rule'];
  /** The NTSTATUS that the computer was answered. */
  readonly status: string;
}

/** The DC agent of Microsoft Entra Password Protection was asked about a password, and had something to say. */
export interface PasswordScreened {
  readonly kind: 'password-screened';
  readonly operation: 'change' | 'reset';
  readonly outcome: 'compliant' | 'no policy yet' | 'rejected' | 'would be rejected';
  /** Why, where the password is banned. */
  readonly by: BannedBy | undefined;
  readonly userName: string;
  readonly fullName: string;
}

/** What the subcategory User Account Management shows. */
export type AccountFact =
  | PasswordResetAttempted
  | PasswordChangeAttempted
  | AccountChanged
  | AccountUnlocked
  | AccountLockedOut
  | AccountSwitched
  | AccessControlStamped;

/** What a domain controller's Security log shows. */
export type SecurityFact = AccountFact | LogonFact | DirectoryFact;

/** Somebody set the clock of a machine; no log of ours shows it, but its records have another time from here on. */
export interface ClockSet {
  readonly kind: 'clock-set';
}

export type DomainFact = ClockSet | SecurityFact | SamFact | DomainSignInRefused | PasswordScreened;
