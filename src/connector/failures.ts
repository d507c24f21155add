import { sourced, unpublished, type Sourced } from '../kernel/sourced.js';
import { REFUSED_CHANGE, SUPPORT_BLOG, TROUBLESHOOTING } from './sources.js';

/** The synchronisation engine's error codes, as hr in messages, with their texts. */
export const ENGINE_ERRORS = {
  '80230619': sourced(
    'sample',
    `${SUPPORT_BLOG}, event 33008; its code: ${TROUBLESHOOTING}`,
    'A restriction prevents the password from being changed to the current one specified.',
  ),
  '80230818': sourced(
    'sample',
    'a record that an administrator published',
    'The management agent run was terminated because a domain controller could not be contacted.',
  ),
  '80230402': sourced(
    'doc',
    TROUBLESHOOTING,
    'An attempt to get an object failed because there are duplicated entries with the same anchor.',
  ),
  '80230405': sourced(
    'report',
    `${SUPPORT_BLOG}, event 33002; the engine's own record says "cannot be found"`,
    'The operation failed because the object could not be found.',
  ),
  '8023061F': sourced(
    'doc',
    TROUBLESHOOTING,
    'The operation failed because password synchronization is not enabled on this Management Agent',
  ),
  '8023062C': sourced(
    'doc',
    'MicrosoftDocs/SupportArticles-docs: support/entra/entra-id/user-prov-sync/password-writeback-error-code-8023062c.md',
    'The password could not be set because the server is not configured for insecure setting of passwords, or a 128 bit TLS or SSL connection is required.',
  ),
  '800700CE': sourced('doc', TROUBLESHOOTING, 'The filename or extension is too long'),
  '80004005': sourced(
    'sample',
    'MicrosoftDocs/SupportArticles-docs: support/entra/entra-id/user-prov-sync/rpc-errors-affecting-aadconnect.md',
    'Unspecified error',
  ),
  '80230626': sourced(
    'sample',
    REFUSED_CHANGE,
    'The password could not be updated because the management agent credentials were denied access.',
  ),
  '80231367': unpublished(
    'MicrosoftDocs/entra-docs: docs/fundamentals/users-reset-password-azure-portal.yml gives the code, and no text',
  ),
} as const satisfies Record<string, Sourced>;

export type EngineError = keyof typeof ENGINE_ERRORS;

/** The answers of Active Directory, and what keeps the connector from asking it, by the name that Microsoft's table gives their events. */
export const WRITEBACK_FAILURES = {
  DecryptionError: { id: 32004 },
  ADUnKnownError: { id: 33001 },
  ADUserNotFoundError: { id: 33002 },
  ADMutliMatchError: { id: 33003 },
  ADPermissionsError: { id: 33004 },
  ADUserAccountDisabled: { id: 33005 },
  ADUserAccountLockedOut: { id: 33006 },
  ADUserIncorrectPassword: { id: 33007 },
  ADPasswordPolicyError: { id: 33008 },
  ADConfigurationError: { id: 33009 },
} as const;

export type WritebackFailure = keyof typeof WRITEBACK_FAILURES;
