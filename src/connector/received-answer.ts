import type { EngineError, WritebackFailure } from './failures.js';

/** What a domain controller answered a modify, as the synchronisation engine receives it. */
export interface ReceivedAnswer {
  /** The LDAP result code. */
  readonly ldap: number;
  /** The Win32 code in the first eight digits of the diagnostic message. */
  readonly win32: number | undefined;
  /** The diagnostic message; undefined where none is published. */
  readonly diagnostic: string | undefined;
}

/** What the engine makes of an answer: the event by its name in Microsoft's table, and the engine's own code. */
export interface Translation {
  readonly failure: WritebackFailure;
  readonly error: EngineError | undefined;
  /** Whether the engine writes its own record. */
  readonly engineTells: boolean;
}

const REFERRAL = 10;
const ERROR_ACCESS_DENIED = 5;
const ERROR_INVALID_PASSWORD = 0x56;
const ERROR_PASSWORD_RESTRICTION = 0x52d;
const ERROR_ACCOUNT_LOCKED_OUT = 0x775;
const ERROR_DS_INSUFF_ACCESS_RIGHTS = 0x2098;

/**
 * The engine's translation of an answer, from result and code alone: it never learns which rule refused, nor what keeps
 * a right away. A referral, as a read-only domain controller gives, is inferred to be one more that could not be asked.
 *
 * Source: the pairs of answer and event that MicrosoftDocs/entra-docs: troubleshoot-sspr-writeback.md and
 * MicrosoftDocs/SupportArticles-docs: password-writeback-error-code-sspr-0029.md describe.
 */
export function translated({ ldap, win32 }: ReceivedAnswer): Translation | undefined {
  if (win32 === ERROR_PASSWORD_RESTRICTION) {
    return { failure: 'ADPasswordPolicyError', error: '80230619', engineTells: true };
  }
  if (win32 === ERROR_ACCESS_DENIED || win32 === ERROR_DS_INSUFF_ACCESS_RIGHTS) {
    return { failure: 'ADPermissionsError', error: '80230626', engineTells: true };
  }
  // That the engine has no record of its own for these two is inferred.
  if (win32 === ERROR_INVALID_PASSWORD) {
    return { failure: 'ADUserIncorrectPassword', error: undefined, engineTells: false };
  }
  if (win32 === ERROR_ACCOUNT_LOCKED_OUT) {
    return { failure: 'ADUserAccountLockedOut', error: undefined, engineTells: false };
  }
  if (ldap === REFERRAL) return { failure: 'ADUnKnownError', error: '80230818', engineTells: false };
  return undefined;
}
