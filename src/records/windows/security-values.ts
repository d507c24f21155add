import type { AccountChanged, AccountFact, SecurityFact } from '../../domain/facts.js';
import type { Principal } from '../../domain/principal.js';
import { BIT_CLEARED, BIT_SET, NAMED_CONTROL_BITS } from '../../domain/parameter-strings.js';
import type { Fact } from '../../kernel/fact.js';
import type { Instant } from '../../kernel/instant.js';
import { localTime, type Locale } from '../../kernel/local-time.js';
import type { WritingContext } from '../writing-context.js';
import { directoryValues } from './directory-values.js';
import { subjectValues } from './logon-session.js';
import { logonValues } from './logon-values.js';
import type { FieldValues, Names } from './render-fields.js';

/** What the fields of a record hold; those left out hold "-". */
export function securityValues(fact: Fact<SecurityFact>, context: WritingContext): FieldValues {
  const { body } = fact;
  switch (body.kind) {
    case 'credentials-validated':
    case 'preauthentication-failed':
    case 'logon-failed':
    case 'session-opened':
      return logonValues({ ...fact, body }, context);
    case 'domain-policy-changed':
    case 'object-accessed':
    case 'attribute-modified':
      return {
        ...subjectValues(body.subject, fact, context),
        ...directoryValues({ ...fact, body }, context),
      };
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
    case 'access-control-stamped':
      return operationValues({ ...fact, body }, context);
  }
}

/** The names that the viewer shows in the place of SIDs. */
export function namesIn(body: SecurityFact): Names {
  const known: Principal[] = [];
  if ('subject' in body) known.push(body.subject);
  if ('target' in body) known.push(body.target);
  if ('account' in body && typeof body.account !== 'string') known.push(body.account);
  // The machine's own session is shown as SYSTEM, not under the machine's name.
  const ordinary = known.filter(({ sid }) => sid.startsWith('S-1-5-21-'));
  const names = new Map(ordinary.map(({ sid, domain, name }) => [sid, `${domain}\\${name}`]));
  // The viewer on a domain controller knows classes and objects by their names too.
  if (body.kind === 'object-accessed') {
    names
      .set(body.object.classGuid, body.object.objectClass)
      .set(body.object.guid, body.object.distinguishedName);
  }
  if (body.kind === 'domain-policy-changed') names.set(body.domain.sid, `${body.domain.name}\\`);
  return names;
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

function attributeValues({
  passwordLastSet,
  accountExpires,
  accountControl,
  utcOffsetMinutes,
  locale,
}: AccountChanged): FieldValues {
  return {
    ...(passwordLastSet === undefined
      ? {}
      : { PasswordLastSet: whenOrNever(passwordLastSet, utcOffsetMinutes, locale) }),
    ...(accountExpires === undefined
      ? {}
      : { AccountExpires: whenOrNever(accountExpires, utcOffsetMinutes, locale) }),
    ...accountControlValues(accountControl),
  };
}

/** In the local time and the language of the domain controller; `%%1794` is "never". */
function whenOrNever(moment: Instant | 'never', utcOffsetMinutes: number, locale: Locale): string {
  return moment === 'never' ? '%%1794' : localTime(moment, utcOffsetMinutes, locale);
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
