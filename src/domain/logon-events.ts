import { catalogued } from './message-catalogue.js';
import { strings, type EventTemplate } from './event-template.js';

/** What a logon record says about whoever asked for the logon, and about the account. */
const WHO = [
  ['SubjectUserSid', 'SID'],
  ...strings('SubjectUserName', 'SubjectDomainName'),
  ['SubjectLogonId', 'HexInt64'],
  ['TargetUserSid', 'SID'],
  ...strings('TargetUserName', 'TargetDomainName'),
] as const;

/** Records of passwords and logons, by what happened; the fields are those of real records. */
export const LOGON_EVENTS = {
  'credentials-validated': {
    id: 4776,
    version: 0,
    fields: [...strings('PackageName', 'TargetUserName', 'Workstation'), ['Status', 'HexInt32']],
    message: catalogued(
      'The computer attempted to validate the credentials for an account.%n%nAuthentication Package:%t%1%nLogon Account:%t%2%nSource Workstation:%t%3%nError Code:%t%4',
    ),
  },
  'preauthentication-failed': {
    id: 4771,
    version: 0,
    fields: [
      ['TargetUserName', 'UnicodeString'],
      ['TargetSid', 'SID'],
      ['ServiceName', 'UnicodeString'],
      ['TicketOptions', 'HexInt32'],
      ['Status', 'HexInt32'],
      ...strings(
        'PreAuthType',
        'IpAddress',
        'IpPort',
        'CertIssuerName',
        'CertSerialNumber',
        'CertThumbprint',
      ),
    ],
    message: catalogued(
      'Kerberos pre-authentication failed.%n%nAccount Information:%n%tSecurity ID:%t%t%2%n%tAccount Name:%t%t%1%n%nService Information:%n%tService Name:%t%t%3%n%nNetwork Information:%n%tClient Address:%t%t%7%n%tClient Port:%t%t%8%n%nAdditional Information:%n%tTicket Options:%t%t%4%n%tFailure Code:%t%t%5%n%tPre-Authentication Type:%t%6%n%nCertificate Information:%n%tCertificate Issuer Name:%t%t%9%n%tCertificate Serial Number: %t%10%n%tCertificate Thumbprint:%t%t%11%n%nCertificate information is only provided if a certificate was used for pre-authentication.%n%nPre-authentication types, ticket options and failure codes are defined in RFC 4120.%n%nIf the ticket was malformed or damaged during transit and could not be decrypted, then many fields in this event might not be present.',
    ),
  },
  'logon-failed': {
    id: 4625,
    version: 0,
    fields: [
      ...WHO,
      ['Status', 'HexInt32'],
      ['FailureReason', 'UnicodeString'],
      ['SubStatus', 'HexInt32'],
      ['LogonType', 'UInt32'],
      ...strings(
        'LogonProcessName',
        'AuthenticationPackageName',
        'WorkstationName',
        'TransmittedServices',
        'LmPackageName',
      ),
      ['KeyLength', 'UInt32'],
      ['ProcessId', 'Pointer'],
      ...strings('ProcessName', 'IpAddress', 'IpPort'),
    ],
    message: catalogued(
      'An account failed to log on.%n%nSubject:%n%tSecurity ID:%t%t%1%n%tAccount Name:%t%t%2%n%tAccount Domain:%t%t%3%n%tLogon ID:%t%t%4%n%nLogon Type:%t%t%t%11%n%nAccount For Which Logon Failed:%n%tSecurity ID:%t%t%5%n%tAccount Name:%t%t%6%n%tAccount Domain:%t%t%7%n%nFailure Information:%n%tFailure Reason:%t%t%9%n%tStatus:%t%t%t%8%n%tSub Status:%t%t%10%n%nProcess Information:%n%tCaller Process ID:%t%18%n%tCaller Process Name:%t%19%n%nNetwork Information:%n%tWorkstation Name:%t%14%n%tSource Network Address:%t%20%n%tSource Port:%t%t%21%n%nDetailed Authentication Information:%n%tLogon Process:%t%t%12%n%tAuthentication Package:%t%13%n%tTransited Services:%t%15%n%tPackage Name (NTLM only):%t%16%n%tKey Length:%t%t%17%n%nThis event is generated when a logon request fails. It is generated on the computer where access was attempted.%n%nThe Subject fields indicate the account on the local system which requested the logon. This is most commonly a service such as the Server service, or a local process such as Winlogon.exe or Services.exe.%n%nThe Logon Type field indicates the kind of logon that was requested. The most common types are 2 (interactive) and 3 (network).%n%nThe Process Information fields indicate which account and process on the system requested the logon.%n%nThe Network Information fields indicate where a remote logon request originated. Workstation name is not always available and may be left blank in some cases.%n%nThe authentication information fields provide detailed information about this specific logon request.%n%t- Transited services indicate which intermediate services have participated in this logon request.%n%t- Package name indicates which sub-protocol was used among the NTLM protocols.%n%t- Key length indicates the length of the generated session key. This will be 0 if no session key was requested.',
    ),
  },
  // Versions 0 and 1 lack the last seven and six fields.
  'session-opened': {
    id: 4624,
    version: 2,
    fields: [
      ...WHO,
      ['TargetLogonId', 'HexInt64'],
      ['LogonType', 'UInt32'],
      ...strings('LogonProcessName', 'AuthenticationPackageName', 'WorkstationName'),
      ['LogonGuid', 'GUID'],
      ...strings('TransmittedServices', 'LmPackageName'),
      ['KeyLength', 'UInt32'],
      ['ProcessId', 'Pointer'],
      ...strings(
        'ProcessName',
        'IpAddress',
        'IpPort',
        'ImpersonationLevel',
        'RestrictedAdminMode',
        'TargetOutboundUserName',
        'TargetOutboundDomainName',
        'VirtualAccount',
      ),
      ['TargetLinkedLogonId', 'HexInt64'],
      ['ElevatedToken', 'UnicodeString'],
    ],
    message: catalogued(
      'An account was successfully logged on.%n%nSubject:%n%tSecurity ID:%t%t%1%n%tAccount Name:%t%t%2%n%tAccount Domain:%t%t%3%n%tLogon ID:%t%t%4%n%nLogon Information:%n%tLogon Type:%t%t%9%n%tRestricted Admin Mode:%t%22%n%tVirtual Account:%t%t%25%n%tElevated Token:%t%t%27%n%nImpersonation Level:%t%t%21%n%nNew Logon:%n%tSecurity ID:%t%t%5%n%tAccount Name:%t%t%6%n%tAccount Domain:%t%t%7%n%tLogon ID:%t%t%8%n%tLinked Logon ID:%t%t%26%n%tNetwork Account Name:%t%23%n%tNetwork Account Domain:%t%24%n%tLogon GUID:%t%t%13%n%nProcess Information:%n%tProcess ID:%t%t%17%n%tProcess Name:%t%t%18%n%nNetwork Information:%n%tWorkstation Name:%t%12%n%tSource Network Address:%t%19%n%tSource Port:%t%t%20%n%nDetailed Authentication Information:%n%tLogon Process:%t%t%10%n%tAuthentication Package:%t%11%n%tTransited Services:%t%14%n%tPackage Name (NTLM only):%t%15%n%tKey Length:%t%t%16%n%nThis event is generated when a logon session is created. It is generated on the computer that was accessed.%n%nThe subject fields indicate the account on the local system which requested the logon. This is most commonly a service such as the Server service, or a local process such as Winlogon.exe or Services.exe.%n%nThe logon type field indicates the kind of logon that occurred. The most common types are 2 (interactive) and 3 (network).%n%nThe New Logon fields indicate the account for whom the new logon was created, i.e. the account that was logged on.%n%nThe network fields indicate where a remote logon request originated. Workstation name is not always available and may be left blank in some cases.%n%nThe impersonation level field indicates the extent to which a process in the logon session can impersonate.%n%nThe authentication information fields provide detailed information about this specific logon request.%n%t- Logon GUID is a unique identifier that can be used to correlate this event with a KDC event.%n%t- Transited services indicate which intermediate services have participated in this logon request.%n%t- Package name indicates which sub-protocol was used among the NTLM protocols.%n%t- Key length indicates the length of the generated session key. This will be 0 if no session key was requested.',
    ),
  },
} as const satisfies Record<string, EventTemplate>;
