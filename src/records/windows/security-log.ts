import type { AccountChanged, AccountFact, Principal } from '../../domain/facts.js';
import {
  INSERTIONS,
  SECURITY_AUDITING,
  SECURITY_EVENTS,
  type SecurityEvent,
} from '../../domain/security-events.js';
import type { Fact } from '../../kernel/fact.js';
import { formatInstant } from '../../kernel/instant.js';
import type { Entry } from '../entry.js';
import type { WritingContext } from '../writing-context.js';

/** The Security log's record of a fact; none where the audit policy leaves it out. */
export function writeSecurityEvent(
  fact: Fact<AccountFact>,
  context: WritingContext,
): readonly Entry<'dc-security'>[] {
  const { body, host, at } = fact;
  if (!body.audited) return [];
  const event: SecurityEvent = SECURITY_EVENTS[body.kind];
  const values = valuesOf(fact, context);
  const { provider, guid, channel, task, level } = SECURITY_AUDITING;
  const failed = body.kind === 'password-reset-attempted' && body.refusedBy !== undefined;
  return [
    {
      log: 'dc-security',
      host,
      at,
      session: fact.session,
      record: {
        provider: { name: provider, guid },
        id: event.id,
        level,
        task,
        keywords: failed ? SECURITY_AUDITING.failure : SECURITY_AUDITING.success,
        at,
        recordNumber: context.numbers.next(channel, host),
        execution: lsassOf(fact, context),
        channel,
        computer: host,
        data: event.fields.map((name) => ({ name, value: values[name] ?? UNCHANGED })),
        message: messageOf(event, values, body),
      },
      provenance: [{ part: 'message', string: event.message }],
    },
  ];
}

/** The operating system itself, and the logon session that it always has. */
const LOCAL_SYSTEM = 'S-1-5-18';
const SYSTEM_LOGON = 0x3e7;

/** What stands in a field that did not change or does not apply. */
const UNCHANGED = '-';

type Values = Readonly<Record<string, string>>;

function valuesOf(fact: Fact<AccountFact>, { ids }: WritingContext): Values {
  const { body } = fact;
  const { subject, target } = body;
  const logonId =
    subject.sid === LOCAL_SYSTEM
      ? SYSTEM_LOGON
      : ids.integer('logon-session', logonKey(fact), 0x10_0000, 0xfff_ffff);
  const common = {
    TargetUserName: target.name,
    // The template's name misleads: a lockout has the caller's computer here (windows-itpro-docs: event-4740.md).
    TargetDomainName: body.kind === 'account-locked-out' ? body.callerComputer : target.domain,
    TargetSid: target.sid,
    SubjectUserSid: subject.sid,
    SubjectUserName: subject.name,
    SubjectDomainName: subject.domain,
    SubjectLogonId: `0x${logonId.toString(16)}`,
  };
  return body.kind === 'account-changed'
    ? { ...common, ...passwordLastSet(body), ...accountControl(body) }
    : common;
}

/** In the local time of the domain controller, as en-US writes it; `%%1794` is "never". */
function passwordLastSet({ passwordLastSet: moment, utcOffsetMinutes }: AccountChanged): Values {
  if (moment === undefined) return {};
  const text = moment === 'never' ? '%%1794' : formatInstant(moment, 'M/d/yyyy h:mm:ss a', utcOffsetMinutes);
  return { PasswordLastSet: text };
}

/** Each changed bit as a code of its own: 2080 and the bit's position where it was set, 2048 where it was cleared. */
function accountControl({ accountControl: codes }: AccountChanged): Values {
  if (codes === undefined) return {};
  const changes = Array.from({ length: 22 }, (_, position) => {
    const bit = 2 ** position;
    const was = Math.floor(codes.before / bit) % 2;
    const is = Math.floor(codes.after / bit) % 2;
    return was === is ? '' : `\r\n\t\t%%${(is === 1 ? 2080 : 2048) + position}`;
  });
  const hexadecimal = (value: number): string => `0x${value.toString(16).toUpperCase()}`;
  return {
    OldUacValue: hexadecimal(codes.before),
    NewUacValue: hexadecimal(codes.after),
    UserAccountControl: changes.join(''),
  };
}

/** The text as the viewer shows it: SIDs resolved to names, hexadecimal in capitals. */
function messageOf(
  event: SecurityEvent,
  values: Readonly<Record<string, string>>,
  body: AccountFact,
): string {
  return event.message.text.replaceAll(/%(n|t|\d+)/g, (_, what: string) => {
    if (what === 'n') return '\n';
    if (what === 't') return '\t';
    const field = event.fields[Number(what) - 1] ?? '';
    return shownAs(field, values[field] ?? UNCHANGED, body);
  });
}

function shownAs(field: string, value: string, { subject, target }: AccountFact): string {
  const account = (principal: Principal): string => `${principal.domain}\\${principal.name}`;
  switch (field) {
    case 'SubjectUserSid':
      return account(subject);
    case 'TargetSid':
      return account(target);
    case 'SubjectLogonId':
      return `0x${value.slice(2).toUpperCase()}`;
    default:
      return value.replaceAll(/%%\d+/g, (code) => INSERTIONS[code] ?? code);
  }
}

/** Each write has a logon session of its own: so many as there are passwords in a session. */
function logonKey({ host, stream, submission = 0 }: Fact): string {
  return `${host}/${stream}/${submission}`;
}

/** The Local Security Authority writes these records: one process until the machine restarts, any of its threads. */
function lsassOf(fact: Fact<AccountFact>, { ids }: WritingContext): { processId: number; threadId: number } {
  return {
    processId: ids.integer('lsass-process', fact.host, 140, 240) * 4,
    threadId: ids.integer('lsass-thread', logonKey(fact), 200, 1500) * 4,
  };
}
