/** Which list a term stands on: Microsoft's for everybody, or the tenant's own. */
export type ListName = 'microsoft' | 'tenant';

/** A term as it is looked for. */
export interface Term {
  /** Normalised. */
  readonly text: string;
  readonly lists: readonly ListName[];
}

/** Terms, and an index by their first two characters: a region within one edit of a term keeps one of them. */
export interface TermList {
  readonly terms: readonly Term[];
  readonly byFirst: ReadonlyMap<string, readonly Term[]>;
  readonly bySecond: ReadonlyMap<string, readonly Term[]>;
}

const SUBSTITUTES: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', $: 's', '@': 'a' };

/**
 * Lower case, and the published substitutions undone: 0 is o, 1 is l, $ is s, @ is a. The table is given as an example;
 * the real one is not published in full.
 * Source: MicrosoftDocs/entra-docs: concept-password-ban-bad.md.
 */
export function normalise(text: string): string {
  let normalised = '';
  for (const character of text.toLowerCase()) normalised += SUBSTITUTES[character] ?? character;
  return normalised;
}

/** Prepares lists for many evaluations; list terms are normalised the way passwords are (inferred). */
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
  const terms = [...found].filter(([text]) => text !== '').map(([text, on]): Term => ({ text, lists: on }));
  return { terms, byFirst: indexed(terms, 0), bySecond: indexed(terms, 1) };
}

function indexed(terms: readonly Term[], position: number): ReadonlyMap<string, readonly Term[]> {
  const index = new Map<string, Term[]>();
  for (const term of terms) {
    const character = term.text.charAt(position);
    const bucket = index.get(character);
    if (bucket === undefined) index.set(character, [term]);
    else bucket.push(term);
  }
  return index;
}
