import type { Entry } from '../records/entry.js';
import { plainRecord } from '../records/plain-record.js';
import type { ExpectedRecord } from './expectation-schema.js';

/** Whether a record is what was expected. */
export function matches(expected: ExpectedRecord, entry: Entry): boolean {
  const record = plainRecord(entry);
  if (typeof expected === 'number') return record['EventID'] === expected;
  if (typeof expected === 'string') return wordsOf(record).includes(expected);
  return contains(record, expected);
}

/** What a text can stand for. */
export function wordsOf(record: Readonly<Record<string, unknown>>): readonly string[] {
  const told = [
    record['resultReason'],
    record['activityDisplayName'],
    record['Message'],
    record['text'],
    record['code'],
    record['subject'],
  ];
  const lines = [record['input'], record['output']].flatMap((part) =>
    Array.isArray(part) ? (part as unknown[]) : [],
  );
  return [...told, ...lines].filter((text) => typeof text === 'string');
}

/** Whether everything expected is there with the same value; what else is there does not matter. */
export function contains(found: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) {
    return (
      Array.isArray(found) &&
      found.length === expected.length &&
      expected.every((item, index) => contains(found[index], item))
    );
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof found !== 'object' || found === null) return false;
    return Object.entries(expected).every(
      ([key, value]) => Object.hasOwn(found, key) && contains((found as Record<string, unknown>)[key], value),
    );
  }
  return Object.is(found, expected);
}
