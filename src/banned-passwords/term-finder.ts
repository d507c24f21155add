import type { Match } from './cover.js';
import type { Term } from './term-list.js';
import { TermTrie } from './term-trie.js';

/** What stands in a text. */
export interface Found {
  /** Terms. */
  readonly exact: readonly Match[];
  /** Regions within one edit of a term. */
  readonly fuzzy: readonly Match[];
}

/**
 * Finds terms and near misses of them in a few steps for each character. One edit leaves the beginning or the end of a
 * term as it is: what agrees at first is followed from the left, what agrees at last from the right, and only there an
 * edit is tried.
 */
export class TermFinder {
  readonly #forwards: TermTrie;
  readonly #backwards: TermTrie;
  /** Half of the shortest term: so much agrees on one side of an edit or on the other. */
  readonly #agreeing: number;

  constructor(terms: readonly Term[]) {
    this.#forwards = new TermTrie(terms, ({ text }) => text);
    this.#backwards = new TermTrie(terms, ({ text }) => reversed(text));
    this.#agreeing = terms.reduce((least, { text }) => Math.min(least, text.length), Infinity) >> 1 || 1;
  }

  find(text: string): Found {
    const exact: Match[] = [];
    const fuzzy: Match[] = [];
    const mirrored = reversed(text);
    for (let start = 0; start < text.length; start++) {
      this.#forwards.follow(
        text,
        start,
        this.#agreeing,
        (term, to) => exact.push({ term, from: start, to, fuzzy: false }),
        (term, to) => fuzzy.push({ term, from: start, to, fuzzy: true }),
      );
      const end = text.length - start;
      this.#backwards.follow(mirrored, start, this.#agreeing, ignore, (term, to) =>
        fuzzy.push({ term, from: text.length - to, to: end, fuzzy: true }),
      );
    }
    return { exact, fuzzy };
  }
}

function ignore(): void {
  // the other direction has found them already
}

/** By code units, in which positions are counted. */
function reversed(text: string): string {
  let mirrored = '';
  for (let position = text.length - 1; position >= 0; position--) mirrored += text.charAt(position);
  return mirrored;
}
