import type { Duration } from '../kernel/duration.js';
import type { Instant } from '../kernel/instant.js';
import type { AccessDirectory } from './access-directory.js';
import type { DomainAccount } from './account.js';
import type { AuditPolicy } from './audit-policy.js';
import type { FiltersInstalled } from './password-filter.js';
import type { Replica } from './replica.js';

/** A domain controller as a machine: its name, and how it writes local times. */
export interface DomainController {
  /** Fully qualified, as event records print it. */
  readonly host: string;
  readonly utcOffsetMinutes: number;
  /** A read-only domain controller takes no writes. */
  readonly readOnly: boolean;
  online: boolean;
  /** Its copy of the directory. */
  readonly replica: Replica;
  /** When the last of the changes that are on their way arrives; undefined while none is. */
  pendingUntil: Instant | undefined;
}

/** The part of the simulation that only domain controllers know. */
export interface DomainState {
  readonly dnsName: string;
  readonly netbiosName: string;
  readonly sid: string;
  readonly controllers: readonly [DomainController, ...DomainController[]];
  /** What every domain controller runs beside Windows' own rules. */
  filters: FiltersInstalled;
  auditPolicy: AuditPolicy;
  /** The tree and its access control lists, as administrators have written them. */
  directory: AccessDirectory;
  /** Until permissions written on the domain or on a unit reach the accounts below, everywhere. */
  readonly permissionDelay: Duration;
  /** Where SDProp counts its hours from. */
  readonly sdPropSince: Instant;
  /** As the domain began with them, keyed by sAMAccountName in lower case; `accountAt` says what a domain controller has. */
  readonly accounts: ReadonlyMap<string, DomainAccount>;
}
