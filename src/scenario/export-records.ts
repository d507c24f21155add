import type { Entry, Provenance } from '../records/entry.js';
import type { ExportFormat } from '../records/exports.js';
import { LogWriter } from '../records/log-writer.js';
import type { Instant } from '../kernel/instant.js';
import { performScenario } from './perform-scenario.js';
import type { ScenarioFile } from './parse-scenario.js';

/** Where a string of the exported records is known from, and how many records say it. */
export interface ExportedString {
  readonly log: string;
  readonly part: string;
  readonly confidence: string;
  readonly source: string;
  records: number;
}

/** What an export contains, complete when all of it has been taken. */
export interface Exported {
  readonly seed: string;
  readonly start: Instant;
  /** The file's text, in pieces: each record is rendered as it is taken. */
  readonly pieces: Iterable<string>;
  readonly strings: ReadonlyMap<string, ExportedString>;
}

export interface ExportOptions {
  readonly seed?: string | undefined;
  /** Whether records are written of whose words no source shows all. */
  readonly unpublished?: boolean;
  /** Whether heartbeats and the like are written. */
  readonly chatter?: boolean;
}

/**
 * Plays a scenario and writes one party's records in a format.
 *
 * @throws SimulatorError if it cannot be played, when the pieces are taken
 */
export function exportRecords(
  file: ScenarioFile,
  format: ExportFormat,
  options: ExportOptions = {},
): Exported {
  const { seed, start, ids, steps, tenantId, utcOffsets } = performScenario(file, options);
  const context = { tenantId, utcOffsets, unpublished: options.unpublished };
  const strings = new Map<string, ExportedString>();
  function* entries(): Generator<Entry> {
    const writer = new LogWriter(ids, { chatter: options.chatter ?? false });
    for (const { facts, to } of steps) {
      for (const fact of facts) yield* writer.write(fact);
      yield* writer.until(to);
    }
  }
  function note(entry: Entry): void {
    for (const provenance of entry.provenance) count(strings, entry.log, provenance);
  }
  function* pieces(): Generator<string> {
    if ('whole' in format) {
      const gathered = [...entries()].filter((entry) => format.gathers(entry));
      gathered.forEach(note);
      yield format.whole(gathered, context);
      return;
    }
    yield format.before;
    for (const entry of entries()) {
      const text = format.record(entry, context);
      if (text === undefined) continue;
      note(entry);
      yield text;
    }
    yield format.after;
  }
  return { seed, start, pieces: pieces(), strings };
}

function count(strings: Map<string, ExportedString>, log: string, { part, string }: Provenance): void {
  const { confidence, source, text = '' } = string;
  const key = [log, part, source, text].join('\n');
  const known = strings.get(key);
  if (known === undefined) strings.set(key, { log, part, confidence, source, records: 1 });
  else known.records += 1;
}
