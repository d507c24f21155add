import { sourced, unpublished, type Sourced } from '../kernel/sourced.js';
import { WRITEBACK_FAILURES, type EngineError, type WritebackFailure } from './failures.js';
import type { ConnectorFact, Operation } from './facts.js';
import {
  EVENTS_SCRIPT,
  EXPORTED_EVENTS,
  PASSWORD_HASH_SYNC,
  REFUSED_CHANGE,
  RPC_ERRORS,
  SUPPORT_BLOG,
  TROUBLESHOOTING,
  UNREACHABLE_CONTROLLER,
} from './sources.js';

/** A record of the sync server's Application log. */
export interface ApplicationEvent {
  readonly id: number;
  readonly provider: 'PasswordResetService' | 'ADSync' | 'Directory Synchronization';
  readonly level: 'Information' | 'Warning' | 'Error';
  readonly category: 'None' | 'Server' | 'MA Extension';
  readonly message: Sourced;
}

const RESET: ApplicationEvent['provider'] = 'PasswordResetService';
const SYNC: ApplicationEvent['provider'] = 'ADSync';
const DIRECTORY: ApplicationEvent['provider'] = 'Directory Synchronization';

/**
 * Whose password, and what is asked; each operation says it in its own way. The separators are byte-exact: scripts in
 * the field split on them (Get-EntraConnectPasswordSyncEvents.ps1).
 */
const CONTEXTS = (() => {
  const who = 'cloudAnchor: {cloudAnchor}, SourceAnchorValue: {sourceAnchor}';
  const name = 'UserPrincipalName: {userPrincipalName}';
  const reset = `${who}, ${name}, unblockUser: {unblockUser}`;
  return {
    reset,
    unlock: reset,
    change: `${who}, ${name}`,
    administratorReset: `${who}, AdminUpn: {administrator}, ${name}, ForcePasswordChange: {forcePasswordChange}`,
  } as const satisfies Record<Operation, string>;
})();

const UNLOCK_AS_RESET =
  "inferred: no source shows the records of an unlock without reset; they are taken to be a reset's";

const information = { level: 'Information', category: 'None' } as const;

/** The first event of each operation. */
export const STARTED: Readonly<Record<Operation, ApplicationEvent>> = {
  reset: {
    id: 31001,
    provider: RESET,
    ...information,
    message: sourced('sample', EXPORTED_EVENTS, started('PasswordResetRequestStart')),
  },
  unlock: {
    id: 31001,
    provider: RESET,
    ...information,
    message: sourced('inferred', UNLOCK_AS_RESET, started('PasswordResetRequestStart')),
  },
  change: {
    id: 31006,
    provider: RESET,
    ...information,
    message: sourced(
      'inferred',
      `inferred: ${EVENTS_SCRIPT} cuts the record after "Details: " and calls it so`,
      started('ChangePasswordRequestStart'),
    ),
  },
  administratorReset: {
    id: 31009,
    provider: RESET,
    ...information,
    message: sourced('sample', EVENTS_SCRIPT, started('ResetUserPasswordByAdminStart')),
  },
};

function started(request: string): string {
  return `TrackingId: {trackingId}, ${request}, Details: {userPrincipalName}`;
}

/** The last event of a successful operation. */
export const SUCCEEDED: Readonly<Record<Operation, ApplicationEvent>> = {
  reset: {
    id: 31002,
    provider: RESET,
    ...information,
    message: sourced('sample', EXPORTED_EVENTS, succeeded('PasswordResetSuccess', 'reset')),
  },
  unlock: {
    id: 31002,
    provider: RESET,
    ...information,
    message: sourced('inferred', UNLOCK_AS_RESET, succeeded('PasswordResetSuccess', 'unlock')),
  },
  change: {
    id: 31007,
    provider: RESET,
    ...information,
    message: sourced(
      'inferred',
      `inferred: shaped like event 31002, and with the user at the end, as ${EVENTS_SCRIPT} expects`,
      succeeded('ChangePasswordSuccess', 'change'),
    ),
  },
  administratorReset: {
    id: 31010,
    provider: RESET,
    ...information,
    message: sourced(
      'sample',
      EVENTS_SCRIPT,
      succeeded('ResetUserPasswordByAdminSuccess', 'administratorReset'),
    ),
  },
};

function succeeded(result: string, operation: Operation): string {
  return `TrackingId: {trackingId}, ${result}, Details: Context: ${CONTEXTS[operation]}`;
}

/** What the synchronisation engine threw, where only the first stack frame is known. */
function failed(operation: Operation, frames: readonly string[] = []): string {
  const reason = 'Synchronization Engine returned an error hr={hr}, message={text}';
  const thrown = [
    `Microsoft.CredentialManagement.OnPremisesPasswordReset.Shared.PasswordResetException: ${reason}`,
    'at AADPasswordReset.SynchronizationEngineManagedHandle.ThrowSyncEngineError(Int32 hr)',
    ...frames,
  ];
  return `TrackingId: {trackingId}, Reason: ${reason}, Context: ${CONTEXTS[operation]}, Details: ${thrown.join('\n   ')}`;
}

function failedLikeChange(operation: Operation): Sourced {
  const source = `inferred: the record of a refused change (${REFUSED_CHANGE}), with the context of the operation's record of success, and only the first stack frame, as no source has its others`;
  return sourced('inferred', source, failed(operation));
}

const FAILED_MESSAGES: Readonly<Record<Operation, Sourced>> = {
  reset: failedLikeChange('reset'),
  unlock: failedLikeChange('unlock'),
  change: sourced(
    'sample',
    `${REFUSED_CHANGE}; the last frame as in the records of ${UNREACHABLE_CONTROLLER}`,
    failed('change', [
      'at AADPasswordReset.SynchronizationEngineManagedHandle.ChangePassword(String cloudAnchor, String sourceAnchor, String oldPassword, String newPassword)',
      'at Microsoft.CredentialManagement.OnPremisesPasswordReset.PasswordResetCredentialManager.ChangePassword(String changePasswordXMLRequestString)',
    ]),
  ),
  administratorReset: failedLikeChange('administratorReset'),
};

const UNPUBLISHED = unpublished(
  'MicrosoftDocs/entra-docs: troubleshoot-sspr-writeback.md names the event and shows no text',
);

/** Failures of which no source shows an engine's error, nor a record. */
const UNWORDED: ReadonlySet<WritebackFailure> = new Set<WritebackFailure>([
  'ADUserAccountDisabled',
  'ADUserAccountLockedOut',
  'ADUserIncorrectPassword',
  'DecryptionError',
]);

/** The failures of a change that public records show; the others are taken to read alike. */
const SHOWN_OF_CHANGE: ReadonlySet<WritebackFailure> = new Set<WritebackFailure>([
  'ADPermissionsError',
  'ADUnKnownError',
]);

function failedMessage(failure: WritebackFailure, operation: Operation): Sourced {
  if (UNWORDED.has(failure)) return UNPUBLISHED;
  const message = FAILED_MESSAGES[operation];
  if (operation !== 'change' || SHOWN_OF_CHANGE.has(failure)) return message;
  return {
    ...message,
    confidence: 'inferred',
    source: `inferred: the records of events 33004 and 33001 of a change: ${message.source}`,
  };
}

/** What the connector answers when Active Directory refuses. */
export function failedEvent(failure: WritebackFailure, operation: Operation): ApplicationEvent {
  return {
    id: WRITEBACK_FAILURES[failure].id,
    provider: RESET,
    level: 'Error',
    category: 'None',
    message: failedMessage(failure, operation),
  };
}

/** The same where no source shows the engine's code. */
export function wordless(failure: WritebackFailure, operation: Operation): ApplicationEvent {
  return { ...failedEvent(failure, operation), message: UNPUBLISHED };
}

/** The events whose text does not depend on the operation. */
export const OTHER_EVENTS = {
  'ldap-bind': {
    id: 405,
    provider: SYNC,
    ...information,
    message: sourced(
      'sample',
      SUPPORT_BLOG,
      'Call sync ldap_bind for DomainName={domain}, UserName={accountName}.',
    ),
  },
  'logon-user': {
    id: 403,
    provider: SYNC,
    ...information,
    message: sourced(
      'sample',
      SUPPORT_BLOG,
      'ImpersonationHelper call LogonUser for DomainName={domain}, UserName={accountName}.',
    ),
  },
  'engine-failed': {
    id: 6329,
    provider: SYNC,
    level: 'Error',
    category: 'Server',
    message: sourced(
      'sample',
      `${REFUSED_CHANGE}, of 0x80230626. The number after server.cpp is that record's, and varies by build`,
      'An unexpected error has occurred during a password set operation. \n "BAIL: MMS({thread}): ..\\server.cpp(11139): 0x{hrLower} ({text})\nAzure AD Sync {build}"',
    ),
  },
  'password-hash-seen': {
    id: 656,
    provider: DIRECTORY,
    ...information,
    message: sourced(
      'doc',
      PASSWORD_HASH_SYNC,
      'Password Change Request - Anchor: {sourceAnchor}, Dn: {distinguishedName}, Change Date: {changeDate}',
    ),
  },
  'password-hash-sync-failed': {
    id: 611,
    provider: DIRECTORY,
    level: 'Error',
    category: 'None',
    message: sourced(
      'sample',
      `${RPC_ERRORS}, example 1. The exceptions after this sentence name the address of a machine, and are left out`,
      'Password hash synchronization failed for domain: {domain}, domain controller hostname: <not available>, domain controller IP address: <not available>.',
    ),
  },
  'password-hash-accepted': {
    id: 657,
    provider: DIRECTORY,
    ...information,
    message: sourced(
      'doc',
      PASSWORD_HASH_SYNC,
      'Password Change Result - Anchor: {sourceAnchor}, Dn: {distinguishedName}, Result: Success.',
    ),
  },
  'password-hash-accepted-with-options': {
    id: 657,
    provider: DIRECTORY,
    ...information,
    message: sourced(
      'sample',
      'the public script Get-EntraConnectPasswordSyncEvents.ps1, which quotes one. From which build on it reads so is inferred',
      'Password Change Result - Anchor : {sourceAnchor}, Dn : {distinguishedName}, PwdChangeOnLogon={mustChange}, Result : Success.\n\n<forest-info>\n  <partition-name>{partition}</partition-name>\n  <connector-id>{connectorId}</connector-id>\n</forest-info>',
    ),
  },
} as const satisfies Partial<
  Record<ConnectorFact['kind'] | 'password-hash-accepted-with-options', ApplicationEvent>
>;

/** The engine's plain record, which a public record shows for one code, and public pages for two more. */
export function engineFailedEvent(error: EngineError | undefined): ApplicationEvent {
  const event = OTHER_EVENTS['engine-failed'];
  const { message } = event;
  switch (error) {
    case '80230626':
      return event;
    case '80230619':
    case '8023061F':
      return { ...event, message: { ...message, confidence: 'doc', source: TROUBLESHOOTING } };
    default: {
      const source = `inferred: the record of 0x80230626: ${message.source}`;
      return { ...event, message: { ...message, confidence: 'inferred', source } };
    }
  }
}
