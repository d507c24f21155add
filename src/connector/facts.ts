import type { ReceivedAnswer } from './received-answer.js';
import type { Duration } from '../kernel/duration.js';
import type { Instant } from '../kernel/instant.js';
import type { Relay } from './client.js';
import type { ConsoleCommand } from './console.js';
import type { EngineTrace } from './engine-traces.js';
import type { EngineError, WritebackFailure } from './failures.js';

/** What the connector was asked to do, with what its messages say of that; each has its own start and success events. */
export type WritebackOperation =
  | { readonly operation: 'reset' | 'unlock'; readonly unblockUser: boolean }
  | { readonly operation: 'change' }
  | {
      readonly operation: 'administratorReset';
      /** The administrator's cloud sign-in name. */
      readonly administrator: string;
      readonly forcePasswordChange: boolean;
    };

export const OPERATIONS = [
  'reset',
  'change',
  'administratorReset',
  'unlock',
] as const satisfies readonly WritebackOperation['operation'][];
export type Operation = WritebackOperation['operation'];

/** Whose password, as the connector's messages identify it, and what was asked. */
export type WritebackContext = WritebackOperation & {
  readonly cloudAnchor: string;
  readonly sourceAnchor: string;
  readonly userPrincipalName: string;
};

export interface OperationStarted {
  readonly kind: 'writeback-started';
  readonly operation: Operation;
  readonly userPrincipalName: string;
}

/** The engine binds to the domain, or logs the connector account on; three such steps precede every write. */
export interface ConnectorAccountUsed {
  readonly kind: 'ldap-bind' | 'logon-user';
  readonly domain: string;
  readonly accountName: string;
}

export interface OperationSucceeded {
  readonly kind: 'writeback-succeeded';
  readonly context: WritebackContext;
}

/** The engine's own account of a failed password set. */
export interface EngineFailed {
  readonly kind: 'engine-failed';
  /** Absent where the engine names none. */
  readonly error: EngineError | undefined;
  readonly build: string;
  /** In which words, where they are not the plain ones, and what those name. */
  readonly trace?: {
    readonly name: EngineTrace;
    readonly cloudAnchor: string;
    readonly netbiosName: string;
    readonly accountName: string;
  };
}

/** The answer that the connector gives the cloud. */
export interface OperationFailed {
  readonly kind: 'writeback-failed';
  readonly failure: WritebackFailure;
  /** Absent where no source shows a code. */
  readonly error: EngineError | undefined;
  /** What a domain controller had answered; absent where none was asked. */
  readonly received: ReceivedAnswer | undefined;
  readonly context: WritebackContext;
}

/** Password hash synchronisation noticed a new hash. */
export interface PasswordHashSeen {
  readonly kind: 'password-hash-seen';
  readonly sourceAnchor: string;
  readonly distinguishedName: string;
  readonly changed: number;
}

/** It could not ask a domain controller for new hashes. */
export interface PasswordHashSyncFailed {
  readonly kind: 'password-hash-sync-failed';
  readonly domain: string;
}

/** Then it heard what the cloud made of it. */
export interface PasswordHashAccepted {
  readonly kind: 'password-hash-accepted';
  readonly sourceAnchor: string;
  readonly distinguishedName: string;
  /** What the messages of newer builds add. */
  readonly options:
    { readonly mustChange: boolean; readonly partition: string; readonly connectorId: string } | undefined;
}

/** Something that the writeback client or the synchronisation service reports about itself. */
export interface ServiceReported {
  readonly kind: 'service-reported';
  readonly event: ServiceEvent;
  /** The synchronisation account's sign-in name, which some of the messages have. */
  readonly syncAccount: string;
  /** The relay that it is about, where it is about one. */
  readonly relay?: Relay;
}

/** From here on the client says the same again and again; the records are counted when somebody reads them. */
export interface ChatterBegan {
  readonly kind: 'chatter-began';
  readonly report: Chatter;
  readonly first: Instant;
  readonly every: Duration;
  readonly syncAccount: string;
  /** One record for each, every time; none is one record about no relay. */
  readonly relays: readonly Relay[];
}

export interface ChatterEnded {
  readonly kind: 'chatter-ended';
  readonly report: Chatter;
}

/** What comes by itself every few minutes, and is kept out of view unless it is asked for. */
export type Chatter = Extract<ServiceEvent, 'heartbeat' | 'health-report-failed'>;

export type ServiceEvent =
  | 'onboarding-started'
  | 'token-acquired'
  | 'key-pair-created'
  | 'onboarding-succeeded'
  | 'client-started'
  | 'client-stopped'
  | 'offboarding-started'
  | 'offboarding-succeeded'
  | 'listener-lost'
  | 'sync-account-refused'
  | 'token-refused'
  | 'synchronisation-failed'
  | 'endpoint-failed'
  | 'client-unhealthy'
  | 'heartbeat'
  | 'health-report-failed'
  | 'listener-distrusts'
  | 'relay-unreachable'
  | 'relay-retried'
  | 'web-service-unreachable'
  | 'configuration-failed'
  | 'token-not-acquired'
  | 'onboarding-unreachable'
  | 'offboarding-unreachable'
  | 'offboarding-failed'
  | 'input-invalid'
  | 'answer-invalid'
  | 'configuration-not-updated'
  | 'cryptography-failed'
  | 'unknown-error'
  | 'wizard-call-failed';

/** An administrator typed or clicked on the sync server. */
export interface ConsoleUsed {
  readonly kind: 'console-used';
  readonly command: ConsoleCommand;
  /** False where what is read is not published: the service that should answer does not run, or no source shows it. */
  readonly answered: boolean;
  /** The cloud connector's name, where the output has it. */
  readonly connectorName: string;
  /** What else the command names or shows. */
  readonly shown?: ConsoleFigures;
}

/** What a cmdlet is told, and what it shows of the moment. */
export interface ConsoleFigures {
  /** The AD DS connector account, and its domain. */
  readonly account?: string;
  readonly domain?: string;
  readonly nextCycle?: Instant;
  readonly enabled?: boolean;
  readonly modified?: Instant;
  /** Whether the writeback client listens. */
  readonly serviceStarted?: boolean;
}

export type ConnectorFact =
  | ServiceReported
  | ConsoleUsed
  | ChatterBegan
  | ChatterEnded
  | OperationStarted
  | ConnectorAccountUsed
  | OperationSucceeded
  | EngineFailed
  | OperationFailed
  | PasswordHashSeen
  | PasswordHashSyncFailed
  | PasswordHashAccepted;
