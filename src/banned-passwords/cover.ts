import type { Term, TermList } from './term-list.js';

/** A stretch of the password that counts as one banned term. */
export interface Match {
  readonly term: Term;
  readonly from: number;
  readonly to: number;
  /** False: the term itself; true: one edit away from it. */
  readonly fuzzy: boolean;
}

type Finder = (text: string, from: number, to: number, list: TermList) => readonly Match[];

/**
 * The cheapest way to read `text` from `from` to `to` as banned terms and single characters, each for one point: the
 * terms of one such way, from left to right.
 */
export function cheapestCover(
  text: string,
  from: number,
  to: number,
  list: TermList,
  matchesAt: Finder,
): readonly Match[] {
  const cost: number[] = [0];
  const step: (Match | undefined)[] = [undefined];
  // From the right, so that each position knows the cheapest way to the end.
  for (let position = to - 1; position >= from; position--) {
    const rest = to - position;
    let best = (cost[rest - 1] ?? 0) + 1;
    let taken: Match | undefined;
    for (const match of matchesAt(text, position, to, list)) {
      const total = 1 + (cost[to - match.to] ?? 0);
      // A term is taken rather than a character that costs the same: it is what an administrator wants to read of.
      if (total < best || (total === best && taken === undefined)) {
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

/** Banned terms that stand exactly here. */
export function exactMatches(text: string, from: number, to: number, list: TermList): readonly Match[] {
  const matches: Match[] = [];
  for (const term of list.byFirst.get(text.charAt(from)) ?? []) {
    const end = from + term.text.length;
    if (end <= to && text.startsWith(term.text, from)) matches.push({ term, from, to: end, fuzzy: false });
  }
  return matches;
}

/** Banned terms within one edit of a stretch that begins here. */
export function fuzzyMatches(text: string, from: number, to: number, list: TermList): readonly Match[] {
  const matches: Match[] = [];
  for (const term of likelyTerms(text, from, list)) {
    for (const length of [term.text.length, term.text.length - 1, term.text.length + 1]) {
      const end = from + length;
      if (length > 0 && end <= to && isWithinOneEdit(text, from, end, term.text)) {
        matches.push({ term, from, to: end, fuzzy: true });
      }
    }
  }
  return matches;
}

/** One edit spoils at most one of a term's first two characters, and moves the other by at most one. */
function likelyTerms(text: string, from: number, { byFirst, bySecond }: TermList): ReadonlySet<Term> {
  const likely = new Set<Term>();
  for (const character of [text.charAt(from), text.charAt(from + 1)]) {
    for (const term of byFirst.get(character) ?? []) likely.add(term);
    for (const term of bySecond.get(character) ?? []) likely.add(term);
  }
  return likely;
}

/** Whether text[from, to) becomes the term by at most one substitution, insertion or deletion. */
export function isWithinOneEdit(text: string, from: number, to: number, term: string): boolean {
  const length = to - from;
  if (Math.abs(length - term.length) > 1) return false;
  let same = 0;
  while (same < length && same < term.length && text[from + same] === term[same]) same++;
  const textRest = from + same + (length >= term.length ? 1 : 0);
  const termRest = same + (term.length >= length ? 1 : 0);
  return text.slice(Math.min(textRest, to), to) === term.slice(termRest);
}
