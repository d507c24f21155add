import { sourced } from '../kernel/sourced.js';
import type { Subcategory } from './audit-policy.js';
import { DIRECTORY_SERVICE_EVENTS } from './directory-service-events.js';
import { strings, type EventTemplate } from './event-template.js';
import { LOGON_EVENTS } from './logon-events.js';
import { CATALOGUE, catalogued } from './message-catalogue.js';

const SUBJECT = [
  ['SubjectUserSid', 'SID'],
  ...strings('SubjectUserName', 'SubjectDomainName'),
  ['SubjectLogonId', 'HexInt64'],
] as const;
const SUBJECT_AND_TARGET = [
  ...strings('TargetUserName', 'TargetDomainName'),
  ['TargetSid', 'SID'],
  ...SUBJECT,
] as const;

const SUBJECT_BLOCK =
  '%n%nSubject:%n%tSecurity ID:%t%t%4%n%tAccount Name:%t%t%5%n%tAccount Domain:%t%t%6%n%tLogon ID:%t%t%7';
const TARGET_BLOCK =
  '%n%nTarget Account:%n%tSecurity ID:%t%t%3%n%tAccount Name:%t%t%1%n%tAccount Domain:%t%t%2';

/** The records of User Account Management and of the domain's policy, by what happened. */
export const ACCOUNT_MANAGEMENT_EVENTS = {
  'password-reset-attempted': {
    id: 4724,
    version: 0,
    fields: SUBJECT_AND_TARGET,
    message: sourced(
      'article',
      `the founding article (header, subject and target); layout from ${CATALOGUE}`,
      `An attempt was made to reset an account's password.${SUBJECT_BLOCK}${TARGET_BLOCK}`,
    ),
  },
  'password-change-attempted': {
    id: 4723,
    version: 0,
    fields: [...SUBJECT_AND_TARGET, ['PrivilegeList', 'UnicodeString']],
    // Without a colon after "Privileges", as the catalogue has it.
    message: catalogued(
      `An attempt was made to change an account's password.${SUBJECT_BLOCK}${TARGET_BLOCK}%n%nAdditional Information:%n%tPrivileges%t%t%8`,
    ),
  },
  'account-locked-out': {
    id: 4740,
    version: 0,
    fields: SUBJECT_AND_TARGET,
    message: catalogued(
      `A user account was locked out.${SUBJECT_BLOCK}%n%nAccount That Was Locked Out:%n%tSecurity ID:%t%t%3%n%tAccount Name:%t%t%1%n%nAdditional Information:%n%tCaller Computer Name:%t%2`,
    ),
  },
  'account-enabled': {
    id: 4722,
    version: 0,
    fields: SUBJECT_AND_TARGET,
    message: catalogued(`A user account was enabled.${SUBJECT_BLOCK}${TARGET_BLOCK}`),
  },
  'account-disabled': {
    id: 4725,
    version: 0,
    fields: SUBJECT_AND_TARGET,
    message: catalogued(`A user account was disabled.${SUBJECT_BLOCK}${TARGET_BLOCK}`),
  },
  'account-unlocked': {
    id: 4767,
    version: 0,
    fields: SUBJECT_AND_TARGET,
    message: catalogued(`A user account was unlocked.${SUBJECT_BLOCK}${TARGET_BLOCK}`),
  },
  'account-changed': {
    id: 4738,
    version: 0,
    fields: [
      ['Dummy', 'UnicodeString'],
      ...SUBJECT_AND_TARGET,
      ...strings(
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
      ),
    ],
    message: catalogued(
      'A user account was changed.%n%nSubject:%n%tSecurity ID:%t%t%5%n%tAccount Name:%t%t%6%n%tAccount Domain:%t%t%7%n%tLogon ID:%t%t%8%n%nTarget Account:%n%tSecurity ID:%t%t%4%n%tAccount Name:%t%t%2%n%tAccount Domain:%t%t%3%n%nChanged Attributes:%n%tSAM Account Name:%t%10%n%tDisplay Name:%t%t%11%n%tUser Principal Name:%t%12%n%tHome Directory:%t%t%13%n%tHome Drive:%t%t%14%n%tScript Path:%t%t%15%n%tProfile Path:%t%t%16%n%tUser Workstations:%t%17%n%tPassword Last Set:%t%18%n%tAccount Expires:%t%t%19%n%tPrimary Group ID:%t%20%n%tAllowedToDelegateTo:%t%21%n%tOld UAC Value:%t%t%22%n%tNew UAC Value:%t%t%23%n%tUser Account Control:%t%24%n%tUser Parameters:%t%25%n%tSID History:%t%t%26%n%tLogon Hours:%t%t%27%n%nAdditional Information:%n%tPrivileges:%t%t%9',
    ),
  },
  'access-control-stamped': {
    id: 4780,
    version: 0,
    fields: [...SUBJECT_AND_TARGET, ['PrivilegeList', 'UnicodeString']],
    message: catalogued(
      'The ACL was set on accounts which are members of administrators groups.%n%n%nSubject:%n%tSecurity ID:%t%t%4%n%tAccount Name:%t%t%5%n%tAccount Domain:%t%t%6%n%tLogon ID:%t%t%7%n%nTarget Account:%n%tSecurity ID:%t%t%3%n%tAccount Name:%t%t%1%n%tAccount Domain:%t%t%2%n%nAdditional Information:%n%tPrivileges:%t%t%8%n%nEvery hour, the Windows domain controller that holds the primary domain controller (PDC) Flexible Single Master Operation (FSMO) role compares the ACL on all security principal accounts (users, groups, and machine accounts) present for its domain in Active Directory and that are in administrative groups against the ACL on the AdminSDHolder object.  If the ACL on the principal account differs from the ACL on the AdminSDHolder object, then the ACL on the principal account is reset to match the ACL on the AdminSDHolder object and this event is generated.',
    ),
  },
  'domain-policy-changed': {
    id: 4739,
    version: 0,
    fields: [
      ...strings('DomainPolicyChanged', 'DomainName'),
      ['DomainSid', 'SID'],
      ...SUBJECT,
      ...strings(
        'PrivilegeList',
        'MinPasswordAge',
        'MaxPasswordAge',
        'ForceLogoff',
        'LockoutThreshold',
        'LockoutObservationWindow',
        'LockoutDuration',
        'PasswordProperties',
        'MinPasswordLength',
        'PasswordHistoryLength',
        'MachineAccountQuota',
        'MixedDomainMode',
        'DomainBehaviorVersion',
        'OemInformation',
      ),
    ],
    message: catalogued(
      'Domain Policy was changed.%n%nChange Type:%t%t%1 modified%n%nSubject:%n%tSecurity ID:%t%t%4%n%tAccount Name:%t%t%5%n%tAccount Domain:%t%t%6%n%tLogon ID:%t%t%7%n%nDomain:%n%tDomain Name:%t%t%2%n%tDomain ID:%t%t%3%n%nChanged Attributes:%n%tMin. Password Age:%t%9%n%tMax. Password Age:%t%10%n%tForce Logoff:%t%t%11%n%tLockout Threshold:%t%12%n%tLockout Observation Window:%t%13%n%tLockout Duration:%t%14%n%tPassword Properties:%t%15%n%tMin. Password Length:%t%16%n%tPassword History Length:%t%17%n%tMachine Account Quota:%t%18%n%tMixed Domain Mode:%t%19%n%tDomain Behavior Version:%t%20%n%tOEM Information:%t%21%n%nAdditional Information:%n%tPrivileges:%t%t%8',
    ),
  },
} as const satisfies Record<string, EventTemplate>;

/** Every record of the Security log that the simulator knows, by what happened. */
export const SECURITY_EVENTS = {
  ...ACCOUNT_MANAGEMENT_EVENTS,
  ...LOGON_EVENTS,
  ...DIRECTORY_SERVICE_EVENTS,
} as const satisfies Record<string, EventTemplate>;

export type SecurityEventKind = keyof typeof SECURITY_EVENTS;

/** The subcategory of the audit policy that decides about each; a failed logon for a lock has another of its own. */
export const SUBCATEGORY_OF = {
  'password-reset-attempted': 'userAccountManagement',
  'password-change-attempted': 'userAccountManagement',
  'account-locked-out': 'userAccountManagement',
  'account-enabled': 'userAccountManagement',
  'account-disabled': 'userAccountManagement',
  'account-unlocked': 'userAccountManagement',
  'account-changed': 'userAccountManagement',
  'access-control-stamped': 'userAccountManagement',
  'domain-policy-changed': 'authenticationPolicyChange',
  'credentials-validated': 'credentialValidation',
  'preauthentication-failed': 'kerberosAuthenticationService',
  'logon-failed': 'logon',
  'session-opened': 'logon',
  'object-accessed': 'directoryServiceAccess',
  'attribute-modified': 'directoryServiceChanges',
} as const satisfies Record<SecurityEventKind, Subcategory>;

/** What every record of the provider carries in its System block (real records, mdecrevoisier/EVTX-to-MITRE-Attack). */
export const SECURITY_AUDITING = {
  provider: 'Microsoft-Windows-Security-Auditing',
  guid: '{54849625-5478-4994-a5ba-3e3b0328c30d}',
  channel: 'Security',
  level: { value: 0, name: 'Information' },
  success: { value: '0x8020000000000000', name: 'Audit Success' },
  failure: { value: '0x8010000000000000', name: 'Audit Failure' },
} as const;
