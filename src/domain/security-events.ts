import { sourced, type Sourced } from '../kernel/sourced.js';

/** A record of the Security log: its number, and its text as Windows' message catalogue has it. */
export interface SecurityEvent {
  readonly id: number;
  /** EventData names, in the order of the provider's template. */
  readonly fields: readonly string[];
  /** `%n` is a line break, `%t` a tab, `%1` and so on the fields by number. */
  readonly message: Sourced & { readonly text: string };
}

const SUBJECT_AND_TARGET = [
  'TargetUserName',
  'TargetDomainName',
  'TargetSid',
  'SubjectUserSid',
  'SubjectUserName',
  'SubjectDomainName',
  'SubjectLogonId',
] as const;

const SUBJECT_BLOCK =
  '%n%nSubject:%n%tSecurity ID:%t%t%4%n%tAccount Name:%t%t%5%n%tAccount Domain:%t%t%6%n%tLogon ID:%t%t%7';
const TARGET_BLOCK =
  '%n%nTarget Account:%n%tSecurity ID:%t%t%3%n%tAccount Name:%t%t%1%n%tAccount Domain:%t%t%2';

const CATALOGUE = 'the message catalogue of Microsoft-Windows-Security-Auditing, NickSmet/ts-evtx';

/** The records of User Account Management that a password write leaves, by what happened. */
export const SECURITY_EVENTS = {
  'password-reset-attempted': {
    id: 4724,
    fields: SUBJECT_AND_TARGET,
    message: sourced(
      'article',
      `the founding article (header, subject and target); layout from ${CATALOGUE}`,
      `An attempt was made to reset an account's password.${SUBJECT_BLOCK}${TARGET_BLOCK}`,
    ),
  },
  'account-locked-out': {
    id: 4740,
    fields: SUBJECT_AND_TARGET,
    message: sourced(
      'sample',
      CATALOGUE,
      `A user account was locked out.${SUBJECT_BLOCK}%n%nAccount That Was Locked Out:%n%tSecurity ID:%t%t%3%n%tAccount Name:%t%t%1%n%nAdditional Information:%n%tCaller Computer Name:%t%2`,
    ),
  },
  'account-enabled': {
    id: 4722,
    fields: SUBJECT_AND_TARGET,
    message: sourced('sample', CATALOGUE, `A user account was enabled.${SUBJECT_BLOCK}${TARGET_BLOCK}`),
  },
  'account-disabled': {
    id: 4725,
    fields: SUBJECT_AND_TARGET,
    message: sourced('sample', CATALOGUE, `A user account was disabled.${SUBJECT_BLOCK}${TARGET_BLOCK}`),
  },
  'account-unlocked': {
    id: 4767,
    fields: SUBJECT_AND_TARGET,
    message: sourced('sample', CATALOGUE, `A user account was unlocked.${SUBJECT_BLOCK}${TARGET_BLOCK}`),
  },
  'account-changed': {
    id: 4738,
    fields: [
      'Dummy',
      ...SUBJECT_AND_TARGET,
      'PrivilegeList',
      'SamAccountName',
      'DisplayName',
      'UserPrincipalName',
      'HomeDirectory',
      'HomePath',
      'ScriptPath',
      'ProfilePath',
      'UserWorkstations',
      'PasswordLastSet',
      'AccountExpires',
      'PrimaryGroupId',
      'AllowedToDelegateTo',
      'OldUacValue',
      'NewUacValue',
      'UserAccountControl',
      'UserParameters',
      'SidHistory',
      'LogonHours',
    ],
    message: sourced(
      'sample',
      CATALOGUE,
      'A user account was changed.%n%nSubject:%n%tSecurity ID:%t%t%5%n%tAccount Name:%t%t%6%n%tAccount Domain:%t%t%7%n%tLogon ID:%t%t%8%n%nTarget Account:%n%tSecurity ID:%t%t%4%n%tAccount Name:%t%t%2%n%tAccount Domain:%t%t%3%n%nChanged Attributes:%n%tSAM Account Name:%t%10%n%tDisplay Name:%t%t%11%n%tUser Principal Name:%t%12%n%tHome Directory:%t%t%13%n%tHome Drive:%t%t%14%n%tScript Path:%t%t%15%n%tProfile Path:%t%t%16%n%tUser Workstations:%t%17%n%tPassword Last Set:%t%18%n%tAccount Expires:%t%t%19%n%tPrimary Group ID:%t%20%n%tAllowedToDelegateTo:%t%21%n%tOld UAC Value:%t%t%22%n%tNew UAC Value:%t%t%23%n%tUser Account Control:%t%24%n%tUser Parameters:%t%25%n%tSID History:%t%t%26%n%tLogon Hours:%t%t%27%n%nAdditional Information:%n%tPrivileges:%t%t%9',
    ),
  },
} as const satisfies Record<string, SecurityEvent>;

/** What every record of the provider carries in its System block (real records, mdecrevoisier/EVTX-to-MITRE-Attack). */
export const SECURITY_AUDITING = {
  provider: 'Microsoft-Windows-Security-Auditing',
  guid: '{54849625-5478-4994-a5ba-3e3b0328c30d}',
  channel: 'Security',
  task: { value: 13824, name: 'User Account Management' },
  level: { value: 0, name: 'Information' },
  success: { value: '0x8020000000000000', name: 'Audit Success' },
  failure: { value: '0x8010000000000000', name: 'Audit Failure' },
} as const;

/** Insertion strings that the viewer resolves: a value that is not set, and "never". */
export const INSERTIONS: Readonly<Record<string, string>> = {
  '%%1793': '<value not set>',
  '%%1794': '<never>',
  '%%2048': 'Account Enabled',
  '%%2080': 'Account Disabled',
  '%%2050': "'Password Not Required' - Disabled",
  '%%2082': "'Password Not Required' - Enabled",
  '%%2057': "'Don't Expire Password' - Disabled",
  '%%2089': "'Don't Expire Password' - Enabled",
  '%%2060': "'Smartcard Required' - Disabled",
  '%%2092': "'Smartcard Required' - Enabled",
};
