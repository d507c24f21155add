import type { Instant } from '../kernel/instant.js';
import type { Sourced } from '../kernel/sourced.js';
import type { ConsoleRecord } from './console.js';
import type { DirectoryAudit } from './directory-audit.js';
import type { MailRecord } from './mail.js';
import type { SignInRecord } from './sign-in.js';
import type { ScreenRecord } from './user-screen.js';
import type { WindowsEvent } from './windows/event.js';

/** One party's view, in the order in which a story is told. */
export const LOGS = [
  'console',
  'user-screen',
  'mail',
  'entra-audit',
  'entra-sign-in',
  'connector-application',
  'dc-security',
  'dc-system',
  'dc-password-protection',
] as const;
export type LogName = (typeof LOGS)[number];

/** What each log holds. */
export interface RecordOf {
  readonly console: ConsoleRecord;
  readonly 'user-screen': ScreenRecord;
  readonly mail: MailRecord;
  readonly 'entra-audit': DirectoryAudit;
  readonly 'entra-sign-in': SignInRecord;
  readonly 'connector-application': WindowsEvent;
  readonly 'dc-security': WindowsEvent;
  readonly 'dc-system': WindowsEvent;
  readonly 'dc-password-protection': WindowsEvent;
}

/** Where one string of a record is known from. */
export interface Provenance {
  /** The part of the record: a field, or the message. */
  readonly part: string;
  readonly string: Sourced;
}

interface EntryIn<L extends LogName> {
  readonly log: L;
  readonly host: string;
  readonly at: Instant;
  /** The session that caused it, if one did. */
  readonly session: number | undefined;
  readonly record: RecordOf[L];
  readonly provenance: readonly Provenance[];
}

/** A record in its log. */
export type Entry<L extends LogName = LogName> = { [K in L]: EntryIn<K> }[L];
