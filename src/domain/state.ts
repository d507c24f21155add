import type { DelegatedRights } from './access-rights.js';
import type { DomainAccount } from './account.js';
import type { DomainGroups } from './group.js';
import type { FiltersInstalled } from './password-filter.js';
import type { FineGrainedPolicy, PasswordPolicy } from './password-policy.js';

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
  /** The domain's own; `resultantPolicy` says which is in force for an account. */
  passwordPolicy: PasswordPolicy;
  fineGrainedPolicies: readonly FineGrainedPolicy[];
  groups: DomainGroups;
  /** What every domain controller runs beside Windows' own rules. */
  filters: FiltersInstalled;
  auditPolicy: AuditPolicy;
  connectorAccountRights: DelegatedRights;
  /** Keyed by sAMAccountName in lower case. */
  readonly accounts: Map<string, DomainAccount>;
}
