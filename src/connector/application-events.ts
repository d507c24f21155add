import { sourced, unpublished, type Sourced } from '../kernel/sourced.js';
import { WRITEBACK_FAILURES, type WritebackFailure } from './failures.js';
import type { ConnectorFact, Operation } from './facts.js';
import { EXPORTED_EVENTS, PASSWORD_HASH_SYNC, REFUSED_CHANGE, SUPPORT_BLOG } from './sources.js';

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

/** The separators are byte-exact: scripts in the field split on them (Get-EntraConnectPasswordSyncEvents.ps1). */
const CONTEXT =
  'cloudAnchor: {cloudAnchor}, SourceAnchorValue: {sourceAnchor}, UserPrincipalName: {userPrincipalName}, unblockUser: {unblockUser}';

const information = { level: 'Information', category: 'None' } as const;

/** The first event of each operation. */
export const STARTED: Readonly<Record<Operation, ApplicationEvent>> = {
  reset: {
    id: 31001,
    provider: RESET,
    ...information,
    message: sourced(
      'sample',
      EXPORTED_EVENTS,
      'TrackingId: {trackingId}, PasswordResetRequestStart, Details: {userPrincipalName}',
    ),
  },
};

/** The last event of a successful operation. */
export const SUCCEEDED: Readonly<Record<Operation, ApplicationEvent>> = {
  reset: {
    id: 31002,
    provider: RESET,
    ...information,
    message: sourced(
      'sample',
      EXPORTED_EVENTS,
      `TrackingId: {trackingId}, PasswordResetSuccess, Details: Context: ${CONTEXT}`,
    ),
  },
};

const FAILED_MESSAGE = sourced(
  'inferred',
  `inferred: the record of a refused change (${REFUSED_CHANGE}), with the context that event 31002 gives a reset, and only the first stack frame, as no source has a reset's others`,
  `TrackingId: {trackingId}, Reason: Synchronization Engine returned an error hr={hr}, message={text}, Context: ${CONTEXT}, Details: Microsoft.CredentialManagement.OnPremisesPasswordReset.Shared.PasswordResetException: Synchronization Engine returned an error hr={hr}, message={text}\n   at AADPasswordReset.SynchronizationEngineManagedHandle.ThrowSyncEngineError(Int32 hr)`,
);

const UNPUBLISHED = unpublished(
  'MicrosoftDocs/entra-docs: troubleshoot-sspr-writeback.md names the event and shows no text',
);

/** Of these no source shows a record at all. */
const NEVER_WORDED: ReadonlySet<WritebackFailure> = new Set(['ADUserAccountDisabled', 'DecryptionError']);

/** What the connector answers when Active Directory refuses. */
export function failedEvent(failure: WritebackFailure): ApplicationEvent {
  return {
    id: WRITEBACK_FAILURES[failure].id,
    provider: RESET,
    level: 'Error',
    category: 'None',
    message: NEVER_WORDED.has(failure) ? UNPUBLISHED : FAILED_MESSAGE,
  };
}

/** The same where no source shows the engine's code. */
export function wordless(failure: WritebackFailure): ApplicationEvent {
  return { ...failedEvent(failure), message: UNPUBLISHED };
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
      `${REFUSED_CHANGE}. The number after server.cpp is that record's, and varies by build`,
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
