import { sourced, unpublished, type Sourced } from '../kernel/sourced.js';

/** What a domain controller tells the caller of an LDAP modify, and the status of the same case over SAMR. */
export interface DirectoryAnswer {
  readonly ldap: { readonly code: number; readonly name: string };
  /** Absent where the answer carries none. */
  readonly win32?: { readonly code: number; readonly name: string };
  readonly ntStatus?: { readonly code: number; readonly name: string };
  /** The diagnostic message. The DSID in it varies by build; only the first eight digits mean anything. */
  readonly diagnostic: Sourced;
}

const SUCCESS = { code: 0, name: 'success' } as const;
const REFERRAL = { code: 10, name: 'referral' } as const;
const UNAVAILABLE_CRITICAL_EXTENSION = { code: 12, name: 'unavailableCriticalExtension' } as const;
const CONSTRAINT_VIOLATION = { code: 19, name: 'constraintViolation' } as const;
const INVALID_ATTRIBUTE_SYNTAX = { code: 21, name: 'invalidAttributeSyntax' } as const;
const INSUFFICIENT_ACCESS_RIGHTS = { code: 50, name: 'insufficientAccessRights' } as const;
const UNWILLING_TO_PERFORM = { code: 53, name: 'unwillingToPerform' } as const;
const OTHER = { code: 80, name: 'other' } as const;

const PASSWORD_RESTRICTION = { code: 0x52d, name: 'ERROR_PASSWORD_RESTRICTION' } as const;
const STATUS_PASSWORD_RESTRICTION = { code: 0xc000006c, name: 'STATUS_PASSWORD_RESTRICTION' } as const;
const ACCESS_DENIED = { code: 5, name: 'ERROR_ACCESS_DENIED' } as const;
const STATUS_ACCESS_DENIED = { code: 0xc0000022, name: 'STATUS_ACCESS_DENIED' } as const;

/** The shape of an attribute error, as `AtrErr` lines from real servers have it. */
function attributeError(win32: string, dsid: string): string {
  return `${win32}: AtrErr: DSID-${dsid}, #1:\n\t0: ${win32}: DSID-${dsid}, problem 1005 (CONSTRAINT_ATT_TYPE), data 0, Att 9005a (unicodePwd)`;
}

const LDAP3_882 = 'a real server, cannatag/ldap3#882';

/** By situation. A password policy answers the same whichever rule refused. */
export const DIRECTORY_ANSWERS = {
  success: { ldap: SUCCESS, diagnostic: sourced('doc', 'RFC 4511 4.1.9: nothing to diagnose', '') },
  'reset refused by policy': {
    ldap: UNWILLING_TO_PERFORM,
    win32: PASSWORD_RESTRICTION,
    ntStatus: STATUS_PASSWORD_RESTRICTION,
    diagnostic: sourced(
      'sample',
      'a real server, cannatag/ldap3#1157, Windows Server 2019',
      '0000052D: SvcErr: DSID-031A126C, problem 5003 (WILL_NOT_PERFORM), data 0',
    ),
  },
  'change refused by policy': {
    ldap: CONSTRAINT_VIOLATION,
    win32: PASSWORD_RESTRICTION,
    ntStatus: STATUS_PASSWORD_RESTRICTION,
    diagnostic: sourced('sample', LDAP3_882, attributeError('0000052D', '03190F80')),
  },
  'wrong old password': {
    ldap: CONSTRAINT_VIOLATION,
    win32: { code: 0x56, name: 'ERROR_INVALID_PASSWORD' },
    ntStatus: { code: 0xc000006a, name: 'STATUS_WRONG_PASSWORD' },
    diagnostic: sourced(
      'inferred',
      `the first line from a real server, cannatag/ldap3#130; the second as in ${LDAP3_882}`,
      attributeError('00000056', '03190F80'),
    ),
  },
  'change while locked out': {
    ldap: CONSTRAINT_VIOLATION,
    win32: { code: 0x775, name: 'ERROR_ACCOUNT_LOCKED_OUT' },
    ntStatus: { code: 0xc0000234, name: 'STATUS_ACCOUNT_LOCKED_OUT' },
    diagnostic: unpublished('samba-team/samba: password_lockout.py gives the code, and no text of Windows'),
  },
  'change right denied': {
    ldap: CONSTRAINT_VIOLATION,
    win32: ACCESS_DENIED,
    ntStatus: STATUS_ACCESS_DENIED,
    diagnostic: sourced(
      'inferred',
      `the beginning from a real server, pwm-project/pwm#407; the rest as in ${LDAP3_882}`,
      attributeError('00000005', '03191083'),
    ),
  },
  'reset right missing': {
    ldap: INSUFFICIENT_ACCESS_RIGHTS,
    win32: ACCESS_DENIED,
    ntStatus: STATUS_ACCESS_DENIED,
    diagnostic: sourced(
      'sample',
      'a real server, authelia/authelia#1715',
      '00000005: SecErr: DSID-031A11B9, problem 4003 (INSUFF_ACCESS_RIGHTS), data 0',
    ),
  },
  'attribute write denied': {
    ldap: INSUFFICIENT_ACCESS_RIGHTS,
    win32: { code: 0x2098, name: 'ERROR_DS_INSUFF_ACCESS_RIGHTS' },
    diagnostic: unpublished('[MS-ERREF] 2.2 gives the code'),
  },
  /** A read-only domain controller refers the writer to another. */
  'referred elsewhere': {
    ldap: REFERRAL,
    win32: { code: 0x202b, name: 'ERROR_DS_REFERRAL' },
    diagnostic: unpublished(
      '[MS-ERREF] 2.2 gives the code; of the message only its beginning, "0000202B: RefErr:"',
    ),
  },
  'channel not encrypted': {
    ldap: UNWILLING_TO_PERFORM,
    win32: { code: 0x1f, name: 'ERROR_GEN_FAILURE' },
    diagnostic: sourced(
      'sample',
      'a real server',
      '0000001F: SvcErr: DSID-031A1254, problem 5003 (WILL_NOT_PERFORM), data 0',
    ),
  },
  'malformed password in a set': {
    ldap: UNWILLING_TO_PERFORM,
    win32: { code: 0x2035, name: 'ERROR_DS_UNWILLING_TO_PERFORM' },
    diagnostic: unpublished(
      'samba-team/samba: password_hash.c gives the codes, which it says are those of Windows',
    ),
  },
  'malformed password in a change': {
    ldap: CONSTRAINT_VIOLATION,
    win32: { code: 0x202f, name: 'ERROR_DS_CONSTRAINT_VIOLATION' },
    diagnostic: unpublished(
      'samba-team/samba: password_hash.c gives the codes, which it says are those of Windows',
    ),
  },
  'password without a value': {
    ldap: INVALID_ATTRIBUTE_SYNTAX,
    diagnostic: unpublished('observed on Samba 4.24'),
  },
  'critical control not understood': {
    ldap: UNAVAILABLE_CRITICAL_EXTENSION,
    diagnostic: unpublished('RFC 4511 4.1.11 gives the result'),
  },
  'pwdLastSet neither 0 nor -1': {
    ldap: OTHER,
    win32: { code: 0x57, name: 'ERROR_INVALID_PARAMETER' },
    diagnostic: unpublished('observed on Samba 4.24'),
  },
} as const satisfies Record<string, DirectoryAnswer>;

export type AnswerName = keyof typeof DIRECTORY_ANSWERS;
