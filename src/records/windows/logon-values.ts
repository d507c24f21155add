import { failedLogon } from '../../domain/failed-logon.js';
import type { LogonFact } from '../../domain/logon-facts.js';
import { computerName } from '../../domain/principal.js';
import type { Fact } from '../../kernel/fact.js';
import { factKey, type WritingContext } from '../writing-context.js';
import { addressOf, logonIdOf, lsassOf, portOf, subjectValues } from './logon-session.js';
import type { FieldValues } from './render-fields.js';

/** The package that checks passwords outside Kerberos. */
const MSV1_0 = 'MICROSOFT_AUTHENTICATION_PACKAGE_V1_0';

/** What the fields of the categories Account Logon and Logon/Logoff hold. */
export function logonValues(fact: Fact<LogonFact>, context: WritingContext): FieldValues {
  const { body, host } = fact;
  switch (body.kind) {
    case 'credentials-validated':
      return {
        PackageName: MSV1_0,
        TargetUserName: body.account,
        Workstation: body.workstation,
        Status: body.status,
      };
    case 'preauthentication-failed':
      return {
        TargetUserName: body.target.name,
        TargetSid: body.target.sid,
        ServiceName: `krbtgt/${body.realm}`,
        // Forwardable, renewable, canonicalize, renewable-ok: what Windows' own client asks for.
        TicketOptions: 0x4081_0010,
        Status: body.status,
        // A time stamp encrypted with the password.
        PreAuthType: '2',
        IpAddress: `::ffff:${addressOf(body.client, context)}`,
        IpPort: portOf(fact, context),
        CertIssuerName: '',
        CertSerialNumber: '',
        CertThumbprint: '',
      };
    case 'logon-failed': {
      const { status, reason, subStatus } = failedLogon(body.status);
      return {
        ...subjectValues(body.subject, fact, context),
        TargetUserSid: 'S-1-0-0',
        TargetUserName: body.account,
        TargetDomainName: body.domain,
        Status: status,
        FailureReason: reason,
        SubStatus: subStatus,
        LogonType: 3,
        // The LDAP server asks for the logon itself; two blanks follow the name in real records.
        LogonProcessName: 'Advapi  ',
        AuthenticationPackageName: MSV1_0,
        WorkstationName: computerName(host),
        KeyLength: 0,
        ProcessId: lsassOf(fact, context).processId,
        ProcessName: String.raw`C:\Windows\System32\lsass.exe`,
        IpAddress: addressOf(body.client, context),
        IpPort: portOf(fact, context),
      };
    }
    case 'session-opened':
      return {
        ...NOBODY,
        TargetUserSid: body.account.sid,
        TargetUserName: body.account.name,
        TargetDomainName: body.realm,
        TargetLogonId: logonIdOf(body.account, fact, context),
        LogonType: 3,
        LogonProcessName: 'Kerberos',
        AuthenticationPackageName: 'Kerberos',
        LogonGuid: `{${context.ids.guid('logon-guid', factKey(fact))}}`,
        KeyLength: 0,
        ProcessId: 0,
        IpAddress: addressOf(body.client, context),
        IpPort: portOf(fact, context),
        ImpersonationLevel: '%%1833',
        VirtualAccount: '%%1843',
        TargetLinkedLogonId: 0,
        ElevatedToken: '%%1842',
      };
  }
}

/** A logon over the network is asked for by nobody on the machine itself. */
const NOBODY: FieldValues = {
  SubjectUserSid: 'S-1-0-0',
  SubjectUserName: '-',
  SubjectDomainName: '-',
  SubjectLogonId: 0,
};
