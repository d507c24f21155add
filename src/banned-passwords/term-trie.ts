import type { Term } from './term-list.js';

/** Takes a term and where the region that stands for it ends. */
type Report = (term: Term, end: number) => void;

/**
 * Terms by their beginnings, to be followed along a text. The children of a node are a chain of siblings, so that it
 * grows with the terms alone, whatever alphabet they are written in.
 */
export class TermTrie {
  readonly #symbol: number[] = [0];
  readonly #firstChild: number[] = [0];
  readonly #sibling: number[] = [0];
  readonly #term: (Term | undefined)[] = [undefined];
  /** The root's children, of which there are many. */
  readonly #roots = new Map<number, number>();

  constructor(terms: readonly Term[], spelling: (term: Term) => string) {
    for (const term of terms) {
      const text = spelling(term);
      let node = 0;
      for (let position = 0; position < text.length; position++) {
        const symbol = text.charCodeAt(position);
        node = this.#child(node, symbol) || this.#grow(node, symbol);
      }
      this.#term[node] = term;
    }
  }

  /**
   * Follows the text from a position on: reports terms that stand there, and those that would after one edit, provided
   * that this many characters agree before the edit.
   */
  follow(text: string, from: number, agreeing: number, exact: Report, near: Report): void {
    let node = 0;
    for (let position = from; ; position++) {
      if (position - from >= agreeing) this.#edit(text, node, position, near);
      if (position >= text.length) return;
      node = this.#child(node, text.charCodeAt(position));
      if (node === 0) return;
      const term = this.#term[node];
      if (term !== undefined) exact(term, position + 1);
    }
  }

  /** One edit here, and what agrees from there on. */
  #edit(text: string, node: number, position: number, near: Report): void {
    const term = this.#term[node];
    if (position < text.length) {
      if (term !== undefined) near(term, position + 1);
      this.#run(text, node, position + 1, near);
    }
    for (let child = this.#firstChild[node] ?? 0; child !== 0; child = this.#sibling[child] ?? 0) {
      const ends = this.#term[child];
      if (ends !== undefined) {
        near(ends, position);
        if (position < text.length) near(ends, position + 1);
      }
      this.#run(text, child, position, near);
      this.#run(text, child, position + 1, near);
    }
  }

  #run(text: string, from: number, at: number, near: Report): void {
    let node = from;
    for (let position = at; position < text.length; position++) {
      node = this.#child(node, text.charCodeAt(position));
      if (node === 0) return;
      const term = this.#term[node];
      if (term !== undefined) near(term, position + 1);
    }
  }

  #child(node: number, symbol: number): number {
    if (node === 0) return this.#roots.get(symbol) ?? 0;
    let child = this.#firstChild[node] ?? 0;
    while (child !== 0 && this.#symbol[child] !== symbol) child = this.#sibling[child] ?? 0;
    return child;
  }

  #grow(parent: number, symbol: number): number {
    const child = this.#symbol.length;
    this.#symbol.push(symbol);
    this.#firstChild.push(0);
    this.#sibling.push(this.#firstChild[parent] ?? 0);
    this.#term.push(undefined);
    this.#firstChild[parent] = child;
    if (parent === 0) this.#roots.set(symbol, child);
    return child;
  }
}
