import type { Entry, LogName } from '../records/entry.js';
import { LOGS } from '../records/entry.js';
import type { Expectations, ExpectedRecord, ExpectedRecords } from './expectation-schema.js';
import type { Seen } from './expectations.js';

/** The expectations under which a log's records are written down. */
type Recorded = Pick<Expectations, 'outcome' | 'cause' | 'unseen' | 'screen' | LogName>;

/** Logs that every attempt writes or should not: their silence says something too. */
const TELLING_WHEN_SILENT: ReadonlySet<LogName> = new Set(['connector-application', 'dc-security']);

/** What was seen, as expectations: enough to notice a change, and no more than a person would write. */
export function expectedOf({ entries, verdict }: Pick<Seen, 'entries' | 'verdict'>): Recorded {
  const recorded: Record<string, unknown> = {};
  if (verdict !== undefined) {
    recorded['outcome'] = verdict.outcome;
    recorded['cause'] = verdict.cause ?? 'none';
    if (verdict.unseen.length > 0) recorded['unseen'] = verdict.unseen.map(({ id }) => id);
    const screen = screenOf(entries);
    if (screen !== undefined) recorded['screen'] = screen;
  }
  for (const log of LOGS) {
    const records = recordsOf(
      log,
      entries.filter((entry) => entry.log === log),
    );
    if (records === undefined) continue;
    const silent = Array.isArray(records) && records.length === 0;
    if (!silent || (verdict !== undefined && TELLING_WHEN_SILENT.has(log))) recorded[log] = records;
  }
  return recorded;
}

/** A log's records as a list of expectations, or undefined where a person would not name them. */
export function recordsOf(log: LogName, own: readonly Entry[]): ExpectedRecords | undefined {
  switch (log) {
    case 'connector-application':
    case 'dc-security':
    case 'dc-system':
    case 'dc-password-protection':
      return own.map(eventOf);
    case 'entra-audit': {
      const reasons = own.flatMap((entry) =>
        entry.log === 'entra-audit' && entry.record.result === 'failure' && entry.record.resultReason !== ''
          ? [entry.record.resultReason]
          : [],
      );
      return reasons.length === 0 ? undefined : { includes: reasons };
    }
    case 'mail':
    case 'user-screen':
    case 'entra-sign-in':
    case 'console':
      return undefined;
  }
}

function eventOf(entry: Entry): ExpectedRecord {
  if (!('message' in entry.record)) throw new RangeError(`${entry.log} has no events`);
  const { id, keywords } = entry.record;
  return keywords.name === 'Audit Failure' ? { EventID: id, Keywords: keywords.name } : id;
}

/** The code, or the first sentence where there is none. */
function screenOf(entries: readonly Entry[]): string | undefined {
  const last = entries.findLast((entry) => entry.log === 'user-screen');
  if (last?.log !== 'user-screen') return undefined;
  const { code, text } = last.record;
  if (code?.startsWith('SSPR_') === true) return code;
  return /^[^\n]*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text.split('\n')[0];
}
