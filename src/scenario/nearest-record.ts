import { distance } from 'fastest-levenshtein';
import type { Entry } from '../records/entry.js';
import { plainRecord } from '../records/plain-record.js';
import { didYouMean } from '../world/schema-problem.js';
import { show } from './describe-record.js';
import type { ExpectedRecord } from './expectation-schema.js';
import { contains, wordsOf } from './match-record.js';

/** Of the records that did occur, the one that comes nearest to what was expected; the last of several. */
export function nearestRecord(expected: ExpectedRecord, entries: readonly Entry[]): Entry | undefined {
  let best: { readonly entry: Entry; readonly likeness: number } | undefined;
  for (const entry of entries) {
    const likeness = likenessOf(expected, entry);
    if (best === undefined || likeness >= best.likeness) best = { entry, likeness };
  }
  return best?.entry;
}

/** From 0 to 1. */
function likenessOf(expected: ExpectedRecord, entry: Entry): number {
  const record = plainRecord(entry);
  if (typeof expected === 'number') return alike(String(expected), show(record['EventID'] ?? ''));
  if (typeof expected === 'string') {
    return Math.max(0, ...wordsOf(record).map((words) => alike(expected, words)));
  }
  const fields = Object.entries(expected);
  const likeness = fields.reduce((sum, [key, value]) => {
    if (contains(record[key], value)) return sum + WEIGHT(key);
    return sum + (WEIGHT(key) / 2) * alike(show(value), show(record[key] ?? ''));
  }, 0);
  return likeness / Math.max(1, fields.length);
}

/** What kind of record it is says more than its fields. */
function WEIGHT(key: string): number {
  return key === 'EventID' || key === 'activityDisplayName' ? 3 : 1;
}

/** Longer texts are compared by their beginning. */
const COMPARED = 200;

function alike(a: string, b: string): number {
  const [left, right] = [a.slice(0, COMPARED), b.slice(0, COMPARED)];
  const longest = Math.max(left.length, right.length);
  return longest === 0 ? 1 : 1 - distance(left, right) / longest;
}

/** Where a record differs from what was expected: a line for each field. */
export function differences(expected: ExpectedRecord, entry: Entry): readonly string[] {
  if (typeof expected !== 'object') return [];
  return differing(expected, plainRecord(entry), '');
}

function differing(
  expected: Readonly<Record<string, unknown>>,
  found: Readonly<Record<string, unknown>>,
  path: string,
): readonly string[] {
  return Object.entries(expected).flatMap(([key, value]) => {
    const name = `${path}${key}`;
    if (!Object.hasOwn(found, key)) {
      const fields = Object.keys(found);
      const guess = didYouMean(key, fields) ?? `it has ${fields.join(', ')}`;
      return [`no record here has a field "${name}": ${guess}`];
    }
    const there = found[key];
    if (contains(there, value)) return [];
    if (isMapping(value) && isMapping(there)) return differing(value, there, `${name}.`);
    return [`${name}: expected ${show(value)}, found ${show(there)}`];
  });
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
