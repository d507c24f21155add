import type { Fact } from '../kernel/fact.js';
import type { Ids } from '../kernel/ids.js';
import type { RecordNumbers } from './windows/record-numbers.js';

/** What every writer needs besides the facts: the seed's ids, and where each log's numbering stands. */
export interface WritingContext {
  readonly ids: Ids;
  readonly numbers: RecordNumbers;
}

/** What ids of this one fact are hashed from. */
export function factKey({ stream, nth }: Fact): string {
  return `${stream}/${nth}`;
}

/** The id that joins all of one session's records: the audit rows' correlation id and the connector's TrackingId. */
export function correlationIdOf(fact: Fact, ids: Ids): string {
  return ids.guid('session', fact.session === undefined ? factKey(fact) : fact.stream);
}
