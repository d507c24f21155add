import type { AccountChanged, AccountFact, SecurityFact } from '../../domain/facts.js';
import { failedLogon } from '../../domain/failed-logon.js';
import type { LogonFact } from '../../domain/logon-facts.js';
import { computerName, type Principal } from '../../domain/principal.js';
import { BIT_CLEARED, BIT_SET, NAMED_CONTROL_BITS } from '../../domain/parameter-strings.js';
import type { Fact } from '../../kernel/fact.js';
import { formatInstant, type Instant } from '../../kernel/instant.js';
import type { WritingContext } from '../writing-context.js';
import { addressOf, logonIdOf, lsassOf, portOf } from './logon-session.js';
import type { FieldValues, Names } from './render-fields.js';

/** What the fields of a record hold; those left out hold "-". */
export function securityValues(fact: Fact<SecurityFact>, context: WritingContext): FieldValues {
  const { body } = fact;
  switch (body.kind) {
    case 'credentials-validated':
    case 'preauthentication-failed':
    case 'logon-failed':
      return logonValues({ ...fact, body }, context);
    case 'account-changed':
      return {
        ...operationValues({ ...fact, body }, context),
        ...attributeValues(body),
      };
    case 'password-reset-attempted':
    case 'password-change-attempted':
    case 'account-unlocked':
    case 'account-locked-out':
    case 'account-enabled':
    case 'account-disabled':
      return operationValues({ ...fact, body }, context);
  }
}

/** The names that the viewer shows in the place of SIDs. */
export function namesIn(body: SecurityFact): Names {
  const known: Principal[] = [];
  if ('subject' in body) known.push(body.subject);
  if ('target' in body) known.push(body.target);
  // The machine's own session is shown as SYSTEM, not under the machine's name.
  const ordinary = known.filter(({ sid }) => sid.startsWith('S-1-5-21-'));
  return new Map(ordinary.map(({ sid, domain, name }) => [sid, `${domain}\\${name}`]));
}

function operationValues(fact: Fact<AccountFact>, context: WritingContext): FieldValues {
  const { body } = fact;
  const { target } = body;
  return {
    TargetUserName: target.name,
    // The template's name misleads: a lockout has the caller's computer here (windows-itpro-docs: event-4740.md).
    TargetDomainName: body.kind === 'account-locked-out' ? body.callerComputer : target.domain,
    TargetSid: target.sid,
    ...subjectValues(body.subject, fact, context),
  };
}

function subjectValues(subject: Principal, fact: Fact, context: WritingContext): FieldValues {
  return {
    SubjectUserSid: subject.sid,
    SubjectUserName: subject.name,
    SubjectDomainName: subject.domain,
    SubjectLogonId: logonIdOf(subject, fact, context),
  };
}

function attributeValues({
  passwordLastSet,
  accountExpires,
  accountControl,
  utcOffsetMinutes,
}: AccountChanged): FieldValues {
  return {
    ...(passwordLastSet === undefined
      ? {}
      : { PasswordLastSet: localTime(passwordLastSet, utcOffsetMinutes) }),
    ...(accountExpires === undefined ? {} : { AccountExpires: localTime(accountExpires, utcOffsetMinutes) }),
    ...accountControlValues(accountControl),
  };
}

/** In the local time of the domain controller, as en-US writes it; `%%1794` is "never". */
function localTime(moment: Instant | 'never', utcOffsetMinutes: number): string {
  return moment === 'never' ? '%%1794' : formatInstant(moment, 'M/d/yyyy h:mm:ss a', utcOffsetMinutes);
}

/** Each changed bit as a code of its own, from the lowest bit on. */
function accountControlValues(codes: AccountChanged['accountControl']): FieldValues {
  if (codes === undefined) return {};
  const { before, after } = codes;
  const changes = Array.from({ length: NAMED_CONTROL_BITS }, (_, bit) => {
    const mask = 1 << bit;
    if ((before & mask) === (after & mask)) return '';
    return `\r\n\t\t%%${((after & mask) === 0 ? BIT_CLEARED : BIT_SET) + bit}`;
  });
  return {
    OldUacValue: `0x${before.toString(16).toUpperCase()}`,
    NewUacValue: `0x${after.toString(16).toUpperCase()}`,
    UserAccountControl: changes.join(''),
  };
}

/** The package that checks passwords outside Kerberos. */
const MSV1_0 = 'MICROSOFT_AUTHENTICATION_PACKAGE_V1_0';

function logonValues(fact: Fact<LogonFact>, context: WritingContext): FieldValues {
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
  }
}
