import type { Instant } from './instant.js';

interface Due<T> {
  readonly at: Instant;
  readonly order: number;
  readonly what: T;
}

/** What is going to happen, earliest first; what is due at the same instant keeps the order it came in. */
export class EventClock<T> {
  readonly #heap: Due<T>[] = [];
  #order = 0;

  get size(): number {
    return this.#heap.length;
  }

  /** When the next thing is due, if anything is. */
  get nextAt(): Instant | undefined {
    return this.#heap[0]?.at;
  }

  schedule(at: Instant, what: T): void {
    const heap = this.#heap;
    const due = { at, order: this.#order++, what };
    let index = heap.push(due) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !isBefore(due, above)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = due;
  }

  /** Takes the next thing off, or undefined if nothing is due. */
  take(): { readonly at: Instant; readonly what: T } | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      let below = heap[child];
      if (below === undefined) break;
      const right = heap[child + 1];
      if (right !== undefined && isBefore(right, below)) {
        child++;
        below = right;
      }
      if (!isBefore(below, last)) break;
      heap[index] = below;
      index = child;
    }
    heap[index] = last;
    return first;
  }
}

function isBefore(a: Due<unknown>, b: Due<unknown>): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
