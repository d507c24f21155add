import { sourced, type Sourced } from '../kernel/sourced.js';
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
  '80230626': sourced(
    'sample',
    REFUSED_CHANGE,
    'The password could not be updated because the management agent credentials were denied access.',
  ),
} as const satisfies Record<string, Sourced>;

export type EngineError = keyof typeof ENGINE_ERRORS;

/** The answers of Active Directory, and what keeps the connector from asking it, by the name that Microsoft's table gives their events. */
export const WRITEBACK_FAILURES = {
  DecryptionError: { id: 32004 },
  ADUnKnownError: { id: 33001 },
  ADUserAccountDisabled: { id: 33005 },
  ADPermissionsError: { id: 33004 },
  ADPasswordPolicyError: { id: 33008 },
} as const;

export type WritebackFailure = keyof typeof WRITEBACK_FAILURES;
