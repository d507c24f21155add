import { toIso } from '../kernel/instant.js';
import type { Entry, LogName } from '../records/entry.js';
import { plainRecord } from '../records/plain-record.js';
import type { Story } from '../scenario/play.js';

/** One line of `--format ndjson`. */
interface Line {
  readonly log: string;
  readonly host: string;
  readonly at: string;
  readonly record: unknown;
  readonly provenance?: unknown;
}

interface Shown {
  readonly provenance: boolean;
  readonly logs?: readonly LogName[] | undefined;
  readonly hideCause?: boolean | undefined;
}

/** The story's records in the order in which they occurred, each step's verdict after them. */
export function* storyLines(
  { scenes }: Story,
  { provenance, logs, hideCause = false }: Shown,
): Iterable<Line> {
  for (const { entries, verdict, to } of scenes) {
    for (const entry of entries) {
      if (logs?.includes(entry.log) === false) continue;
      yield provenance ? { ...lineOf(entry), provenance: provenanceOf(entry) } : lineOf(entry);
    }
    if (verdict !== undefined && !hideCause)
      yield { log: 'verdict', host: 'simulator', at: toIso(to), record: verdict };
  }
}

function lineOf(entry: Entry): Line {
  return { log: entry.log, host: entry.host, at: toIso(entry.at), record: plainRecord(entry) };
}

function provenanceOf(entry: Entry): unknown {
  return entry.provenance.map(({ part, string: { confidence, source } }) => ({ part, confidence, source }));
}
