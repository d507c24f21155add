import type { DelegatedRights } from './access-rights.js';
import type { DomainAccount } from './account.js';
import type { PasswordPolicy } from './password-policy.js';

/** A domain controller as a machine: its name, and how it writes local times. */
export interface DomainController {
  /** Fully qualified, as event records print it. */
  readonly host: string;
  readonly utcOffsetMinutes: number;
}

/** Which outcomes the audit policy records for the subcategory User Account Management. */
export interface AuditPolicy {
  readonly success: boolean;
  readonly failure: boolean;
}

/** The part of the simulation that only domain controllers know. */
export interface DomainState {
  readonly dnsName: string;
  readonly netbiosName: string;
  readonly sid: string;
  readonly controllers: readonly [DomainController, ...DomainController[]];
  passwordPolicy: PasswordPolicy;
  auditPolicy: AuditPolicy;
  connectorAccountRights: DelegatedRights;
  /** Keyed by sAMAccountName in lower case. */
  readonly accounts: Map<string, DomainAccount>;
}
