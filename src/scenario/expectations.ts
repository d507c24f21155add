import type { Verdict } from '../failure-modes/verdict.js';
import { LOGS, type Entry, type LogName } from '../records/entry.js';
import { didYouMean } from '../world/schema-problem.js';
import { plainRecord } from '../records/plain-record.js';
import type { ExpectedRecord, ExpectedRecords, Expectations } from './schema.js';

/** An expectation that was not met. */
export interface Failure {
  /** Where it stands in the scenario. */
  readonly path: readonly (string | number)[];
  readonly expected: string;
  readonly found: string;
}

interface Seen {
  readonly entries: readonly Entry[];
  readonly verdict: Verdict | undefined;
}

/** Compares what was expected with what was seen. */
export function checkExpectations(
  expected: Expectations | undefined,
  seen: Seen,
  path: readonly (string | number)[],
): { readonly checks: number; readonly failures: readonly Failure[] } {
  if (expected === undefined) return { checks: 0, failures: [] };
  const checks: (Failure | undefined)[] = [];
  const { outcome, cause, screen } = expected;
  if (outcome !== undefined) {
    checks.push(same([...path, 'outcome'], outcome, seen.verdict?.outcome ?? 'nobody tried anything'));
  }
  if (cause !== undefined) checks.push(same([...path, 'cause'], cause, seen.verdict?.cause ?? 'none'));
  if (screen !== undefined) checks.push(checkScreen([...path, 'screen'], screen, seen.entries));
  for (const log of LOGS) {
    const records = expected[log];
    if (records === undefined) continue;
    const found = seen.entries.filter((entry) => entry.log === log);
    checks.push(...checkRecords([...path, log], log, records, found));
  }
  return { checks: checks.length, failures: checks.filter((check) => check !== undefined) };
}

function same(path: Failure['path'], expected: string, found: string): Failure | undefined {
  return expected === found ? undefined : { path, expected, found };
}

function checkScreen(
  path: Failure['path'],
  expected: string,
  entries: readonly Entry[],
): Failure | undefined {
  const last = entries.findLast((entry) => entry.log === 'user-screen');
  if (last === undefined) return { path, expected, found: 'no page was shown' };
  const { code, text } = last.record;
  return code === expected || flat(text).includes(flat(expected))
    ? undefined
    : { path, expected, found: text };
}

/** Line breaks in a scenario file are for its reader. */
function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function checkRecords(
  path: Failure['path'],
  log: LogName,
  expected: ExpectedRecords,
  found: readonly Entry[],
): (Failure | undefined)[] {
  if (Array.isArray(expected)) return [checkExactly(path, log, expected, found)];
  const { includes, excludes, count } = expected;
  const checks: (Failure | undefined)[] = [];
  if (includes !== undefined) checks.push(checkIncludes([...path, 'includes'], log, includes, found));
  for (const [index, record] of (excludes ?? []).entries()) {
    const hit = found.find((entry) => matches(record, entry));
    checks.push(
      hit && { path: [...path, 'excludes', index], expected: `no ${describe(record)}`, found: summary(hit) },
    );
  }
  if (count !== undefined)
    checks.push(same([...path, 'count'], `${count} records`, `${found.length} records`));
  return checks;
}

function checkExactly(
  path: Failure['path'],
  log: LogName,
  expected: readonly ExpectedRecord[],
  found: readonly Entry[],
): Failure | undefined {
  const mismatch = expected.findIndex((record, index) => {
    const entry = found[index];
    return entry === undefined || !matches(record, entry);
  });
  if (mismatch < 0 && found.length === expected.length) return undefined;
  const index = mismatch < 0 ? expected.length : mismatch;
  const record = expected[index];
  const entry = found[index];
  return {
    path: mismatch < 0 ? path : [...path, index],
    expected:
      record === undefined
        ? `no further record in ${log}`
        : `${describe(record)} as record ${index + 1} of ${log}; a list names them all, { includes: [...] } some`,
    found: entry === undefined ? 'nothing more' : `${summary(entry)}${unknownField(record, entry)}`,
  };
}

/** A field that such records do not have can never match. */
function unknownField(expected: ExpectedRecord | undefined, entry: Entry): string {
  if (typeof expected !== 'object') return '';
  const fields = Object.keys(plainRecord(entry));
  const unknown = Object.keys(expected).find((field) => !fields.includes(field));
  if (unknown === undefined) return '';
  const guess = didYouMean(unknown, fields) ?? `it has ${fields.join(', ')}`;
  return `\n(no record here has a field "${unknown}": ${guess})`;
}

function checkIncludes(
  path: Failure['path'],
  log: LogName,
  expected: readonly ExpectedRecord[],
  found: readonly Entry[],
): Failure | undefined {
  let from = 0;
  for (const [index, record] of expected.entries()) {
    const at = found.findIndex((entry, position) => position >= from && matches(record, entry));
    if (at < 0) {
      return {
        path: [...path, index],
        expected: `${describe(record)} in ${log}`,
        found: found.length === 0 ? 'no records' : found.map(summary).join('\n'),
      };
    }
    from = at + 1;
  }
  return undefined;
}

function matches(expected: ExpectedRecord, entry: Entry): boolean {
  const record = plainRecord(entry);
  if (typeof expected === 'number') return record['EventID'] === expected;
  if (typeof expected === 'string') {
    const told = [
      record['resultReason'],
      record['activityDisplayName'],
      record['Message'],
      record['text'],
      record['code'],
    ];
    const lines = [record['input'], record['output']].flatMap((part) =>
      Array.isArray(part) ? (part as unknown[]) : [],
    );
    return [...told, ...lines].some((text) => text === expected);
  }
  return contains(record, expected);
}

/** Whether everything expected is there with the same value; what else is there does not matter. */
function contains(found: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) {
    return (
      Array.isArray(found) &&
      found.length === expected.length &&
      expected.every((item, index) => contains(found[index], item))
    );
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof found !== 'object' || found === null) return false;
    return Object.entries(expected).every(([key, value]) =>
      contains((found as Record<string, unknown>)[key], value),
    );
  }
  return Object.is(found, expected);
}

function describe(expected: ExpectedRecord): string {
  if (typeof expected === 'number') return `event ${expected}`;
  return typeof expected === 'string' ? `"${expected}"` : JSON.stringify(expected);
}

/** One line for a record. */
export function summary(entry: Entry): string {
  switch (entry.log) {
    case 'mail':
      return `"${entry.record.subject}" to ${entry.record.to.join(', ')}`;
    case 'entra-audit':
      return `${entry.record.activityDisplayName}, ${entry.record.result}: ${entry.record.resultReason || '(no reason)'}`;
    case 'connector-application':
    case 'dc-password-protection':
      return `event ${entry.record.id}, ${entry.record.level.name}`;
    case 'dc-security':
      return `event ${entry.record.id}, ${entry.record.keywords.name}`;
    case 'entra-sign-in':
      return `${entry.record.userPrincipalName}, error ${entry.record.status.errorCode}`;
    case 'user-screen':
      return entry.record.text;
    case 'console':
      return [...entry.record.input, ...entry.record.output].join('; ');
  }
}
