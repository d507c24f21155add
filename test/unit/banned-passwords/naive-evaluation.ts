import { normalise } from '../../../src/banned-passwords/term-list.js';

/** A stretch of the text that counts as one term. */
interface Taken {
  readonly term: string;
  readonly from: number;
  readonly to: number;
  readonly fuzzy: boolean;
}

interface Reading {
  readonly points: number;
  readonly taken: readonly Taken[];
}

/** The published rules as they are written, without any thought of speed: every way of reading is tried. */
export function evaluateNaively(
  password: string,
  terms: readonly string[],
  scope: 'uncovered' | 'whole',
): { readonly points: number; readonly matches: readonly { term: string; fuzzy: boolean }[] } {
  const text = normalise(password);
  const words = [...new Set(terms.map(normalise))].filter((word) => word.length > 1);
  const taken = scope === 'whole' ? whole(text, words) : uncovered(text, words);
  const covered = taken.reduce((sum, { from, to }) => sum + (to - from), 0);
  return {
    points: text.length - covered + taken.length,
    matches: taken.map(({ term, fuzzy }) => ({ term, fuzzy })),
  };
}

function uncovered(text: string, words: readonly string[]): readonly Taken[] {
  const exact = readings(text, 0, text.length, words, false).taken;
  const bounds = [{ to: 0 }, ...exact, { from: text.length }];
  return bounds.slice(0, -1).flatMap((left, index) => {
    const right = bounds[index + 1] as { from: number };
    const gap = readings(text, left.to as number, right.from, words, true).taken;
    return 'term' in right ? [...gap, right as Taken] : gap;
  });
}

function whole(text: string, words: readonly string[]): readonly Taken[] {
  const term = words.find((word) => distance(text, word) <= 1);
  if (term === undefined || text === '') return readings(text, 0, text.length, words, false).taken;
  return [{ term, from: 0, to: text.length, fuzzy: term !== text }];
}

/** The cheapest of all ways; of equally cheap ones, that which takes terms early, long ones first, in their order. */
function readings(text: string, from: number, to: number, words: readonly string[], fuzzy: boolean): Reading {
  if (from === to) return { points: 0, taken: [] };
  let best: Reading | undefined;
  for (let end = to; end > from; end--) {
    for (const term of words) {
      const region = text.slice(from, end);
      if (fuzzy ? distance(region, term) > 1 : region !== term) continue;
      const rest = readings(text, end, to, words, fuzzy);
      const points = 1 + rest.points;
      if (best === undefined || points < best.points) {
        best = { points, taken: [{ term, from, to: end, fuzzy }, ...rest.taken] };
      }
    }
  }
  const rest = readings(text, from + 1, to, words, fuzzy);
  return best === undefined || 1 + rest.points < best.points
    ? { points: 1 + rest.points, taken: rest.taken }
    : best;
}

/** Levenshtein's, by its definition. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  if (Math.abs(a.length - b.length) > 1) return 2;
  if (a[0] === b[0]) return distance(a.slice(1), b.slice(1));
  const [restA, restB] = [a.slice(1), b.slice(1)];
  // More than one edit is all the same here.
  if (restA === restB || restA === b || a === restB) return 1;
  return 2;
}
