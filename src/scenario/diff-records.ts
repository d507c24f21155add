import type { Entry } from '../records/entry.js';
import { brief, describe } from './describe-record.js';
import type { ExpectedRecord } from './expectation-schema.js';
import { matches } from './match-record.js';
import { differences, nearestRecord } from './nearest-record.js';

/** A line of a comparison: as expected, expected and missing, there and not expected, or said about the line before. */
export interface DiffLine {
  readonly sign: ' ' | '-' | '+' | '?';
  readonly text: string;
}

/** Longer lists are compared place by place: the table of all pairs would grow with their product. */
const MOST_ALIGNED = 400;

/** What was expected beside what occurred, aligned so that most of it agrees. */
export function diffRecords(
  expected: readonly ExpectedRecord[],
  found: readonly Entry[],
): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  const alignment = align(expected, found);
  for (const [wanted, entry] of alignment) {
    if (wanted !== undefined && entry !== undefined) {
      lines.push({ sign: ' ', text: describe(wanted) });
    } else if (wanted !== undefined) {
      lines.push({ sign: '-', text: describe(wanted) });
      const unexpected = alignment.filter(([other]) => other === undefined).flatMap(([, one]) => one ?? []);
      const near = typeof wanted === 'object' ? nearestRecord(wanted, unexpected) : undefined;
      lines.push(...(near ? differences(wanted, near) : []).map((text): DiffLine => ({ sign: '?', text })));
    } else if (entry !== undefined) {
      lines.push({ sign: '+', text: brief(entry) });
    }
  }
  return lines;
}

type Pair = readonly [ExpectedRecord | undefined, Entry | undefined];

/** The longest common subsequence. */
function align(expected: readonly ExpectedRecord[], found: readonly Entry[]): readonly Pair[] {
  if (expected.length > MOST_ALIGNED || found.length > MOST_ALIGNED) return placeByPlace(expected, found);
  const width = found.length + 1;
  const common = new Uint16Array((expected.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  const hits = expected.map((record) => found.map((entry) => matches(record, entry)));
  for (let i = expected.length - 1; i >= 0; i--) {
    for (let j = found.length - 1; j >= 0; j--) {
      common[i * width + j] = hits[i]?.[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < expected.length || j < found.length) {
    if (hits[i]?.[j] && at(i, j) === at(i + 1, j + 1) + 1) pairs.push([expected[i++], found[j++]]);
    else if (i < expected.length && (j >= found.length || at(i + 1, j) >= at(i, j + 1)))
      pairs.push([expected[i++], undefined]);
    else pairs.push([undefined, found[j++]]);
  }
  return pairs;
}

function placeByPlace(expected: readonly ExpectedRecord[], found: readonly Entry[]): readonly Pair[] {
  return Array.from({ length: Math.max(expected.length, found.length) }, (_, index) => index).flatMap(
    (index): readonly Pair[] => {
      const [wanted, entry] = [expected[index], found[index]];
      const same = wanted !== undefined && entry !== undefined && matches(wanted, entry);
      return same
        ? [[wanted, entry]]
        : [[wanted, undefined] as Pair, [undefined, entry] as Pair].filter((pair) =>
            pair.some((one) => one !== undefined),
          );
    },
  );
}
