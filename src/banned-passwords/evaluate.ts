import type { Found } from './term-finder.js';
import { cheapestCover, type Match } from './cover.js';
import { normalise, type ListName, type TermList } from './term-list.js';

/** A password needs this many points to be accepted. */
export const POINTS_REQUIRED = 5;

/** Names shorter than this are not looked for. */
const SHORTEST_NAME = 4;

/** Where one edit is forgiven: on what exact terms leave uncovered, or only on the password as a whole. */
export type FuzzyScope = 'uncovered' | 'whole';

/** What the evaluation of one password found. */
export interface Evaluation {
  readonly accepted: boolean;
  /** One point for each banned term and each character that is left; undefined where a name decided at once. */
  readonly points: number | undefined;
  /** The user's or the tenant's name in the password, which rejects it without counting points. */
  readonly name: string | undefined;
  readonly matches: readonly {
    readonly term: string;
    readonly lists: readonly ListName[];
    readonly fuzzy: boolean;
  }[];
}

/**
 * Judges a password as Microsoft Entra's banned password evaluation does: normalise it; reject it at once if it
 * contains a name; then count one point for each banned term and one for each remaining character, and ask for five.
 *
 * Exact terms are covered first, the cheapest way; only what they leave uncovered is searched for terms one edit away.
 * That order is inferred: it is one that satisfies every example of the documentation.
 *
 * It belongs to neither party: the cloud and the agents on domain controllers each run their own copy, so it stands
 * beside them and knows neither.
 *
 * Source: MicrosoftDocs/entra-docs: concept-password-ban-bad.md, tutorial-configure-custom-password-protection.md.
 *
 * @param names whatever must not occur: the user's first and last name, and in the cloud the tenant's
 */
export function evaluateBannedPassword(
  password: string,
  list: TermList,
  names: readonly string[],
  scope: FuzzyScope = 'uncovered',
): Evaluation {
  const text = normalise(password);
  const name = names.find((one) => one.length >= SHORTEST_NAME && text.includes(normalise(one)));
  if (name !== undefined) return { accepted: false, points: undefined, name, matches: [] };
  const found = list.find(text);
  const matches = scope === 'whole' ? wholeCover(text, found) : cover(text, found);
  const points = matches.reduce((left, { from, to }) => left - (to - from) + 1, text.length);
  return {
    accepted: points >= POINTS_REQUIRED,
    points,
    name,
    matches: matches.map(({ term, fuzzy }) => ({ term: term.text, lists: term.lists, fuzzy })),
  };
}

function cover(text: string, { exact, fuzzy }: Found): readonly Match[] {
  const all: Match[] = [];
  let from = 0;
  for (const match of cheapestCover(0, text.length, exact)) {
    all.push(...cheapestCover(from, match.from, fuzzy), match);
    from = match.to;
  }
  return [...all, ...cheapestCover(from, text.length, fuzzy)];
}

function wholeCover(text: string, { exact, fuzzy }: Found): readonly Match[] {
  const [first] = [...exact, ...fuzzy]
    .filter(({ from, to }) => from === 0 && to === text.length)
    .toSorted((a, b) => a.term.rank - b.term.rank);
  return first === undefined ? cheapestCover(0, text.length, exact) : [first];
}
