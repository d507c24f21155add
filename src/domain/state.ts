import type { Duration } from '../kernel/duration.js';
import type { Instant } from '../kernel/instant.js';
import type { AccessDirectory, DirectoryObject } from './access-directory.js';
import type { DomainAccount } from './account.js';
import type { AuditPolicy } from './audit-policy.js';
import type { Locale } from '../kernel/local-time.js';
import type { ClockSkews } from './machine-clock.js';
import type { FiltersInstalled } from './password-filter.js';
import type { PasswordPolicy } from './password-policy.js';
import type { Replica } from './replica.js';

/** A domain controller: a machine with a clock of its own, and its copy of the directory. */
export interface DomainController {
  /** Fully qualified, as event records print it. */
  readonly host: string;
  /** Among the domain's controllers; the PDC emulator is 0. */
  readonly position: number;
  /** The objectGUID of its directory service agent, which signs what it writes. */
  readonly dsa: string;
  readonly utcOffsetMinutes: number;
  /** The language in which its records have local times. */
  readonly locale: Locale;
  /** A read-only domain controller takes no writes, and keeps no passwords. */
  readonly readOnly: boolean;
  online: boolean;
  /** When its Security Accounts Manager last turned remote callers away, as far back as it sums up. */
  samDenials: readonly Instant[];
  /** Its copy of the directory. */
  readonly replica: Replica;
  /** The access control lists of the tree as those below them have inherited them here. */
  permissionsInForce: AccessDirectory;
  /** What is written here and has not reached those below yet, in the order in which it will. */
  propagating: readonly Propagation[];
  /** The names of what has changed here, in order: what partners ask for. */
  readonly changes: string[];
  /** Whom it tells of changes, in this order. */
  readonly partners: readonly Connection[];
}

/** A change of an access control list, on its way to those who inherit it. */
export interface Propagation {
  readonly due: Instant;
  readonly object: DirectoryObject;
}

/** The way from one domain controller to another that fetches its changes. */
export interface Connection {
  /** The position of the one that fetches. */
  readonly to: number;
  /** How many of the changes it has seen. */
  seen: number;
  /** When it next fetches; undefined while it knows of nothing to fetch. */
  due: Instant | undefined;
}

/** How long changes take between domain controllers. */
export interface ReplicationDelays {
  /** Until the first partner is told that something has changed. */
  readonly firstPartner: Duration;
  /** Until each further partner is told. */
  readonly furtherPartners: Duration;
  /** Until a domain controller that was started has fetched what it missed. */
  readonly catchUp: Duration;
}

/** Something that domain controllers will do by themselves. */
export type Chore =
  | { readonly do: 'fetch'; readonly at: Instant; readonly from: number; readonly to: number }
  | { readonly do: 'propagate'; readonly at: Instant; readonly controller: number };

/** The part of the simulation that only domain controllers know. */
export interface DomainState {
  readonly dnsName: string;
  readonly netbiosName: string;
  readonly sid: string;
  readonly controllers: readonly [DomainController, ...DomainController[]];
  /** Of the sync server too. */
  clockSkews: ClockSkews;
  readonly replication: ReplicationDelays;
  /** What writes and arrivals have set in motion and nobody has put on the clock yet. */
  chores: Chore[];
  /** The password policy in the Default Domain Policy, as written; the PDC emulator applies it. */
  groupPolicy: PasswordPolicy;
  /** How often the PDC emulator looks for changed group policy. */
  readonly groupPolicyRefresh: Duration;
  /** What every domain controller runs beside Windows' own rules. */
  filters: FiltersInstalled;
  auditPolicy: AuditPolicy;
  /** Until permissions written on the domain or on a unit reach the accounts below, at each domain controller. */
  readonly permissionDelay: Duration;
  /** Where SDProp counts its hours from. */
  readonly sdPropSince: Instant;
  /**
   * As the domain began with them, keyed by sAMAccountName in lower case; `accountAt` says what a domain controller has.
   */
  readonly accounts: ReadonlyMap<string, DomainAccount>;
}
