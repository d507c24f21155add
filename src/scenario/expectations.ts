import type { Verdict } from '../failure-modes/verdict.js';
import { SimulatorError } from '../kernel/error.js';
import type { Instant } from '../kernel/instant.js';
import { LOGS, type Entry, type LogName } from '../records/entry.js';
import { brief, describe } from './describe-record.js';
import { diffRecords, type DiffLine } from './diff-records.js';
import type {
  ExpectedPassword,
  ExpectedRecord,
  ExpectedRecords,
  Expectations,
} from './expectation-schema.js';
import { checkOrder, checkSight } from './expectations-across-logs.js';
import { matches } from './match-record.js';
import { differences, nearestRecord } from './nearest-record.js';
import type { Path } from './source-text.js';
import { LOG_SAYS } from './views.js';

/** An expectation that was not met. */
export interface Failure {
  /** Where it stands in the scenario. */
  readonly path: Path;
  /** Where it was looked for, in words. */
  readonly where: string;
  readonly expected: string;
  readonly found: string;
  /** What was expected beside what occurred, where that is a list. */
  readonly diff?: readonly DiffLine[];
}

/** What can be compared with: a step, or the whole story. */
export interface Seen {
  /** When it began. */
  readonly from: Instant;
  readonly entries: readonly Entry[];
  readonly verdict: Verdict | undefined;
  /** Answers on which side a password works, as things stood then. */
  readonly whereItWorks: (question: {
    readonly user: string;
    readonly password: string;
  }) => Readonly<Record<'activeDirectory' | 'entra', string>>;
}

type Check = Failure | undefined;

/** Compares what was expected with what was seen. */
export function checkExpectations(
  expected: Expectations | undefined,
  seen: Seen,
  path: Path,
): { readonly checks: number; readonly failures: readonly Failure[] } {
  if (expected === undefined) return { checks: 0, failures: [] };
  const checks: Check[] = [...checkVerdict(expected, seen.verdict, path)];
  if (expected.screen !== undefined) {
    checks.push(checkScreen([...path, 'screen'], expected.screen, seen.entries));
  }
  for (const [index, password] of (expected.whereItWorks ?? []).entries()) {
    checks.push(...checkPassword(password, seen, [...path, 'whereItWorks', index]));
  }
  for (const log of LOGS) {
    const records = expected[log];
    if (records === undefined) continue;
    checks.push(...checkRecords([...path, log], log, records, seen.entries));
  }
  if (expected.order !== undefined) checks.push(checkOrder(expected.order, seen, [...path, 'order']));
  checks.push(...checkSight(expected, seen, path));
  return { checks: checks.length, failures: checks.filter((check) => check !== undefined) };
}

const CAUSE = 'what nobody says';

function checkVerdict(
  { outcome, cause, alsoFails, unseen }: Expectations,
  verdict: Verdict | undefined,
  path: Path,
): readonly Check[] {
  const checks: Check[] = [];
  if (outcome !== undefined) {
    const found = verdict?.outcome ?? 'nobody tried anything';
    checks.push(same([...path, 'outcome'], 'how it ended', outcome, found));
  }
  if (cause !== undefined) checks.push(same([...path, 'cause'], CAUSE, cause, verdict?.cause ?? 'none'));
  if (alsoFails !== undefined) {
    const [wanted, found] = [alsoFails, verdict?.alsoFails ?? []].map((causes) => said(causes));
    checks.push(same([...path, 'alsoFails'], CAUSE, wanted ?? '', found ?? ''));
  }
  if (unseen !== undefined) {
    const found = (verdict?.unseen ?? []).map(({ id }) => id);
    checks.push(same([...path, 'unseen'], CAUSE, said(unseen), said(found)));
  }
  return checks;
}

function said(causes: readonly string[]): string {
  return causes.length === 0 ? 'nothing else' : causes.toSorted().join(', ');
}

function same(path: Path, where: string, expected: string, found: string): Check {
  return expected === found ? undefined : { path, where, expected, found };
}

/** Where a password works; the password itself is not repeated. */
function checkPassword(
  { user, password, ...sides }: ExpectedPassword,
  { whereItWorks }: Seen,
  path: Path,
): readonly Check[] {
  const where = `where the password of ${user} works`;
  const found = answer(() => whereItWorks({ user, password }));
  if (typeof found === 'string') return [{ path: [...path, 'user'], where, expected: 'somebody', found }];
  return (['activeDirectory', 'entra'] as const).flatMap((side) => {
    const expected = sides[side];
    if (expected === undefined) return [];
    return [same([...path, side], where, expected, found[side] === 'signed in' ? 'works' : found[side])];
  });
}

/** The answer, or why there is none, such as a user whom nobody knows. */
function answer<T>(ask: () => T): T | string {
  try {
    return ask();
  } catch (error) {
    if (error instanceof SimulatorError) return error.message;
    throw error;
  }
}

function checkScreen(path: Path, expected: string, entries: readonly Entry[]): Check {
  const where = LOG_SAYS['user-screen'];
  const last = entries.findLast((entry) => entry.log === 'user-screen');
  if (last === undefined) return { path, where, expected, found: 'no page was shown' };
  const { code, text } = last.record;
  if (code === expected || flat(text).includes(flat(expected))) return undefined;
  const coded = code === undefined || text.includes(code) ? text : `${text} (${code})`;
  return { path, where, expected, found: coded };
}

/** Line breaks in a scenario file are for its reader. */
function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function checkRecords(
  path: Path,
  log: LogName,
  expected: ExpectedRecords,
  everywhere: readonly Entry[],
): readonly Check[] {
  const where = LOG_SAYS[log];
  const found = everywhere.filter((entry) => entry.log === log);
  if (Array.isArray(expected)) return [checkExactly(path, where, expected, found)];
  const { includes, excludes, count, counts } = expected;
  const checks: Check[] = [];
  if (includes !== undefined) {
    checks.push(checkIncludes([...path, 'includes'], log, includes, found, everywhere));
  }
  for (const [index, record] of (excludes ?? []).entries()) {
    const hit = found.find((entry) => matches(record, entry));
    const place = [...path, 'excludes', index];
    checks.push(hit && { path: place, where, expected: `no ${describe(record)}`, found: brief(hit) });
  }
  if (count !== undefined) {
    checks.push(same([...path, 'count'], where, `${count} records`, `${found.length} records`));
  }
  for (const [index, { record, times }] of (counts ?? []).entries()) {
    const hits = found.filter((entry) => matches(record, entry)).length;
    const place = [...path, 'counts', index];
    checks.push(
      same(place, where, `${describe(record)}, ${often(times)}`, `${describe(record)}, ${often(hits)}`),
    );
  }
  return checks;
}

function often(times: number): string {
  return times === 0 ? 'never' : times === 1 ? 'once' : `${times} times`;
}

function checkExactly(
  path: Path,
  where: string,
  expected: readonly ExpectedRecord[],
  found: readonly Entry[],
): Check {
  const mismatch = expected.findIndex((record, index) => {
    const entry = found[index];
    return entry === undefined || !matches(record, entry);
  });
  if (mismatch < 0 && found.length === expected.length) return undefined;
  const record = expected[mismatch];
  const entry = found[mismatch < 0 ? expected.length : mismatch];
  return {
    path: mismatch < 0 ? path : [...path, mismatch],
    where,
    expected:
      record === undefined
        ? 'no further record; a list names them all, { includes: [...] } some'
        : `${describe(record)} as record ${mismatch + 1}; a list names them all, { includes: [...] } some`,
    found: entry === undefined ? 'nothing more' : brief(entry),
    diff: diffRecords(expected, found),
  };
}

function checkIncludes(
  path: Path,
  log: LogName,
  expected: readonly ExpectedRecord[],
  found: readonly Entry[],
  everywhere: readonly Entry[],
): Check {
  let from = 0;
  for (const [index, record] of expected.entries()) {
    const at = found.findIndex((entry, position) => position >= from && matches(record, entry));
    if (at >= 0) {
      from = at + 1;
      continue;
    }
    const place = [...path, index];
    return {
      path: place,
      where: LOG_SAYS[log],
      expected: describe(record),
      ...missing(record, found.slice(0, from), found, everywhere),
    };
  }
  return undefined;
}

/** What there is instead of a record that is missing. */
function missing(
  record: ExpectedRecord,
  before: readonly Entry[],
  found: readonly Entry[],
  everywhere: readonly Entry[],
): Pick<Failure, 'found' | 'diff'> {
  if (before.some((entry) => matches(record, entry)))
    return { found: 'it, but earlier than what stands before it' };
  const elsewhere = everywhere.find((entry) => matches(record, entry));
  if (elsewhere !== undefined) return { found: `it, but in ${LOG_SAYS[elsewhere.log]} (${elsewhere.log})` };
  const near = nearestRecord(record, found);
  if (near === undefined) return { found: 'no records at all' };
  const diff = differences(record, near).map((text): DiffLine => ({ sign: '?', text }));
  return { found: `not that; nearest is ${brief(near)}`, ...(diff.length > 0 && { diff }) };
}
