import type { Subcategory } from './audit-policy.js';

/** What record 4625 says of a failure: two statuses, and the reason as a `%%` code. */
export interface FailedLogon {
  readonly status: string;
  readonly reason: string;
  readonly subStatus: string;
}

const LOCKED_OUT = '0xC0000234';
/** A wrong password is hidden behind a status that does not say which of the two was wrong. */
const LOGON_FAILURE = '0xC000006D';
/** A right password that does not help is an account restriction. */
const ACCOUNT_RESTRICTION = '0xC000006E';

/**
 * How record 4625 spreads the account's own NTSTATUS over its fields.
 *
 * Source: MicrosoftDocs/windows-itpro-docs: event-4625.md (locked out, and the meaning of the codes); real records of
 * wrong passwords, mdecrevoisier/EVTX-to-MITRE-Attack; for the rest inferred from those.
 */
export function failedLogon(ntStatus: string): FailedLogon {
  switch (ntStatus) {
    case LOCKED_OUT:
      return { status: ntStatus, reason: '%%2307', subStatus: '0x0' };
    case '0xC0000072':
      return { status: ACCOUNT_RESTRICTION, reason: '%%2310', subStatus: ntStatus };
    case '0xC0000193':
      return { status: ACCOUNT_RESTRICTION, reason: '%%2305', subStatus: ntStatus };
    case '0xC0000071':
      return { status: ACCOUNT_RESTRICTION, reason: '%%2309', subStatus: ntStatus };
    case '0xC0000224':
      return { status: ntStatus, reason: '%%2309', subStatus: '0x0' };
    default:
      return { status: LOGON_FAILURE, reason: '%%2313', subStatus: ntStatus };
  }
}

/** A logon that failed for a lock belongs to a subcategory of its own (windows-itpro-docs: event-4625.md). */
export function failedLogonSubcategory(ntStatus: string): Subcategory {
  return ntStatus === LOCKED_OUT ? 'accountLockout' : 'logon';
}
