import type { Term } from './term-list.js';

/** A stretch of the password that counts as one banned term. */
export interface Match {
  readonly term: Term;
  readonly from: number;
  readonly to: number;
  /** False: the term itself; true: one edit away from it. */
  readonly fuzzy: boolean;
}

const NO_COVER: readonly Match[] = [];

/**
 * The cheapest way to read a text from `from` to `to` as banned terms and single characters, each for one point: the
 * terms of one such way, from left to right. Of ways that cost the same, a term is taken rather than characters (it is
 * what an administrator wants to read of), a longer one rather than a shorter one, then the one that is listed first.
 *
 * @param matches where terms stand, in any order
 */
export function cheapestCover(from: number, to: number, matches: readonly Match[]): readonly Match[] {
  const within = matches.filter((match) => match.from >= from && match.to <= to);
  if (within.length === 0) return NO_COVER;
  const cost: number[] = [0];
  const step: (Match | undefined)[] = [undefined];
  const starting: (Match[] | undefined)[] = [];
  for (const match of within) (starting[match.from - from] ??= []).push(match);
  // From the right, so that each position knows the cheapest way to the end.
  for (let position = to - 1; position >= from; position--) {
    const rest = to - position;
    let best = (cost[rest - 1] ?? 0) + 1;
    let taken: Match | undefined;
    for (const match of starting[position - from] ?? NO_COVER) {
      const total = 1 + (cost[to - match.to] ?? 0);
      if (total < best || (total === best && isRather(match, taken))) {
        best = total;
        taken = match;
      }
    }
    cost[rest] = best;
    step[rest] = taken;
  }
  const cover: Match[] = [];
  for (let position = from; position < to;) {
    const match = step[to - position];
    if (match !== undefined) cover.push(match);
    position = match?.to ?? position + 1;
  }
  return cover;
}

function isRather(match: Match, than: Match | undefined): boolean {
  if (than === undefined || match.to !== than.to) return than === undefined || match.to > than.to;
  return match.term.rank < than.term.rank;
}
