import type { NtHash } from '../kernel/candidate.js';
import type { Instant } from '../kernel/instant.js';
import type { AccessRefusal } from './access-refusal.js';
import type { AccessControlEntry } from './access-control.js';
import { CHANGE_PASSWORD_ALLOWED } from './change-password-entries.js';
import type { ReplicatedAttribute } from './replicated-attributes.js';
import type { Stamp } from './stamp.js';

/** The account options of Active Directory's `userAccountControl` that matter to passwords. */
export interface AccountOptions {
  readonly accountDisabled: boolean;
  readonly passwordNotRequired: boolean;
  readonly passwordNeverExpires: boolean;
  readonly smartcardRequired: boolean;
}

/** A user account as a domain controller keeps it: one version of it, which a write replaces. */
export interface DomainAccount {
  readonly samAccountName: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly distinguishedName: string;
  /** Distinguished name, in lower case, of the unit or container that holds it. */
  readonly container: string;
  readonly objectGuid: string;
  readonly sid: string;
  readonly options: AccountOptions;
  /** The access control list of the account itself; most accounts have what users begin with, and inherit. */
  readonly descriptor: Descriptor;
  /** `adminCount` = 1: SDProp has been here. It stays when the account leaves the protected group. */
  readonly adminCount: boolean;
  /** `accountExpires`: the first moment at which the account can no longer sign in; undefined is never. */
  readonly accountExpires: Instant | undefined;
  /** `pwdLastSet`; undefined is the directory's 0, "must change password at next logon". */
  readonly passwordLastSet: Instant | undefined;
  /** The `lockoutTime` that a writeback was not allowed to clear, if one was not, and what kept the right away. */
  readonly lockLeftBehind: { readonly lockoutTime: Instant; readonly why: AccessRefusal } | undefined;
  /** What kept Unexpire Password from a writeback that set the password, if `pwdLastSet` is 0 for that alone. */
  readonly expiredFor: AccessRefusal | undefined;
  /** Whether `pwdLastSet` is of a change, with the old password; nobody stores it, but replication is told of it. */
  readonly changedByOwner: boolean;
  /** `ntPwdHistory`: the newest first; its first entry is the current password. */
  readonly passwordHistory: readonly NtHash[];
  /** `lockoutTime`; undefined is the directory's 0, not locked. */
  readonly lockoutTime: Instant | undefined;
  /** `badPwdCount`: wrong passwords, where the lockout policy counts them. */
  readonly badPasswordCount: number;
  /** `badPasswordTime`: when the last of them came. */
  readonly badPasswordTime: Instant | undefined;
  /** What replication keeps of each attribute that was ever written. */
  readonly stamps: Readonly<Partial<Record<ReplicatedAttribute, Stamp>>>;
}

/** An access control list, and whether it takes no part in inheritance (SE_DACL_PROTECTED). */
export interface Descriptor {
  readonly entries: readonly AccessControlEntry[];
  readonly isProtected: boolean;
}

/** The access control list of an account on which nothing was ever written. */
export const INHERITS: Descriptor = { entries: CHANGE_PASSWORD_ALLOWED, isProtected: false };

/** What an operation changes of an account; a property that is there and undefined becomes the directory's 0. */
export type AccountChange = Partial<
  Omit<
    DomainAccount,
    'samAccountName' | 'displayName' | 'userPrincipalName' | 'objectGuid' | 'sid' | 'stamps'
  >
>;
