import type { Principal } from './principal.js';

/** Something that the domain controller audits if its policy says so. */
interface Audited {
  /** False where the audit policy leaves this outcome out: then no log shows it. */
  readonly audited: boolean;
}

/**
 * A name and a password were checked outside Kerberos: for a computer that passed NTLM on, or for LDAP, where the old
 * password of a change counts as well.
 */
export interface CredentialsValidated extends Audited {
  readonly kind: 'credentials-validated';
  /** The name as it was given. */
  readonly account: string;
  /** NetBIOS name of the computer that asked. */
  readonly workstation: string;
  /** NTSTATUS: `0x0`, or why not. */
  readonly status: string;
}

/** The key distribution center gave no ticket, because the password was wrong or the account may not use it. */
export interface PreauthenticationFailed extends Audited {
  readonly kind: 'preauthentication-failed';
  readonly target: Principal;
  /** The domain's DNS name in capitals. */
  readonly realm: string;
  /** Kerberos result code: 0x18 for a wrong password, 0x12 for a locked, disabled or expired account, 0x17 for an expired password. */
  readonly status: string;
  /** NetBIOS name of the computer that asked; its address follows from it. */
  readonly client: string;
}

/** A logon at the domain controller itself failed, such as an LDAP bind with name and password. */
export interface LogonFailed extends Audited {
  readonly kind: 'logon-failed';
  /** Whose process asked for the logon: the domain controller's own. */
  readonly subject: Principal;
  readonly account: string;
  readonly domain: string;
  /** NTSTATUS of the account's own condition, such as 0xC000006A. */
  readonly status: string;
  readonly client: string;
}

/** Somebody logged on to the domain controller over the network, as a bind to the directory does. */
export interface SessionOpened extends Audited {
  readonly kind: 'session-opened';
  readonly account: Principal;
  /** The domain's DNS name in capitals. */
  readonly realm: string;
  readonly client: string;
}

/** What the categories Account Logon and Logon/Logoff show. */
export type LogonFact = CredentialsValidated | PreauthenticationFailed | LogonFailed | SessionOpened;
