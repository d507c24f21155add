import type { Duration } from '../../kernel/duration.js';
import type { Entry } from '../entry.js';

/** Records of Windows carry the time by the clock of their machine; when it really was stays beside them. */
export function onItsOwnClock(entries: readonly Entry[], skew: Duration | undefined): readonly Entry[] {
  if (skew === undefined) return entries;
  return entries.map((entry) =>
    'recordNumber' in entry.record
      ? ({ ...entry, record: { ...entry.record, at: entry.record.at + skew } } as Entry)
      : entry,
  );
}
