import type { Principal } from '../../domain/principal.js';
import type { Fact } from '../../kernel/fact.js';
import type { WritingContext } from '../writing-context.js';
import type { FieldValues } from './render-fields.js';

/** Sessions that are always there: of the operating system, and of nobody in particular. */
const STANDING: ReadonlyMap<string, number> = new Map([
  ['S-1-5-18', 0x3e7],
  ['S-1-5-7', 0x3e6],
]);

/** The id that joins the records of one operation: each write has a logon session of its own. */
export function logonIdOf(subject: Principal, fact: Fact, { ids }: WritingContext): number {
  // What no session of a person's caused is told apart by who did it.
  const key = fact.session === undefined ? `${sessionKey(fact)}/${subject.sid}` : sessionKey(fact);
  return STANDING.get(subject.sid) ?? ids.integer('logon-session', key, 0x10_0000, 0xfff_ffff);
}

/** The four fields that say who did it. */
export function subjectValues(subject: Principal, fact: Fact, context: WritingContext): FieldValues {
  return {
    SubjectUserSid: subject.sid,
    SubjectUserName: subject.name,
    SubjectDomainName: subject.domain,
    SubjectLogonId: logonIdOf(subject, fact, context),
  };
}

/** So many as there are passwords in a session of a person's. */
function sessionKey({ host, stream, submission = 0 }: Fact): string {
  return `${host}/${stream}/${submission}`;
}

/** The Local Security Authority writes these records: one process until the machine restarts, any of its threads. */
export function lsassOf(fact: Fact, { ids }: WritingContext): { processId: number; threadId: number } {
  return {
    processId: ids.integer('lsass-process', fact.host, 140, 240) * 4,
    threadId: ids.integer('lsass-thread', sessionKey(fact), 200, 1500) * 4,
  };
}

/** Where a computer of the world sits on the network: in a range that is kept for documentation (RFC 5737). */
export function addressOf(computer: string, { ids }: WritingContext): string {
  return `192.0.2.${ids.integer('address', computer.toLowerCase(), 1, 254)}`;
}

/** The port that a client came from: of the range that Windows takes them from. */
export function portOf(fact: Fact, { ids }: WritingContext): string {
  return String(ids.integer('client-port', `${sessionKey(fact)}/${fact.nth}`, 49_152, 65_535));
}
