import { TermFinder, type Found } from './term-finder.js';

/** Which list a term stands on: Microsoft's for everybody, or the tenant's own. */
export type ListName = 'microsoft' | 'tenant';

/** A term as it is looked for. */
export interface Term {
  /** Normalised. */
  readonly text: string;
  readonly lists: readonly ListName[];
  /** Its place in the list: of two that fit equally well, the earlier one is named. */
  readonly rank: number;
}

/** The shortest term that is looked for: one edit away from a single character is every character. */
const SHORTEST_TERM = 2;

const SUBSTITUTES: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', $: 's', '@': 'a' };
const SUBSTITUTED = /[01$@]/g;

/**
 * Lower case, and the published substitutions undone: 0 is o, 1 is l, $ is s, @ is a. The table is given as an example;
 * the real one is not published in full.
 * Source: MicrosoftDocs/entra-docs: concept-password-ban-bad.md.
 */
export function normalise(text: string): string {
  return text.toLowerCase().replaceAll(SUBSTITUTED, (one) => SUBSTITUTES[one] ?? one);
}

/** Banned terms, made ready for many evaluations. */
export interface TermList {
  readonly terms: readonly Term[];
  /** What of them stands in a normalised text. */
  readonly find: (text: string) => Found;
}

/** Prepares lists; their terms are normalised the way passwords are (inferred). */
export function termList(lists: Readonly<Record<ListName, readonly string[]>>): TermList {
  const found = new Map<string, ListName[]>();
  for (const list of ['microsoft', 'tenant'] as const) {
    for (const term of lists[list]) {
      const text = normalise(term);
      const on = found.get(text);
      if (on === undefined) found.set(text, [list]);
      else if (!on.includes(list)) on.push(list);
    }
  }
  const terms = [...found].filter(([text]) => text.length >= SHORTEST_TERM);
  return ready(terms.map(([text, on], rank): Term => ({ text, lists: on, rank })));
}

/** What finds the terms is built when it is first needed. */
function ready(terms: readonly Term[]): TermList {
  let finder: TermFinder | undefined;
  const find: TermList['find'] = (text) => {
    finder ??= new TermFinder(terms);
    return finder.find(text);
  };
  return { terms, find };
}
