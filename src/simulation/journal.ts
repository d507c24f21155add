import type { Emitted, Fact } from '../kernel/fact.js';
import type { Duration } from '../kernel/duration.js';
import type { Instant } from '../kernel/instant.js';
import type { PartyFact } from '../world/action.js';

/** Which session, and which of its passwords, a fact belongs to, and the row of facts that the session keeps. */
export type Belonging = Pick<Fact, 'session' | 'submission'> & { readonly stream: string | undefined };

/** For what no session caused: each machine keeps a row of its own. */
export const NO_SESSION: Belonging = { session: undefined, submission: undefined, stream: undefined };

/** Everything that happened, in order. */
export class Journal {
  readonly #facts: Fact<PartyFact>[] = [];
  readonly #skewOf: (host: string) => Duration;
  readonly #written = new Map<string, number>();

  /** @param skewOf how far ahead a machine's clock is */
  constructor(skewOf: (host: string) => Duration) {
    this.#skewOf = skewOf;
  }

  get facts(): readonly Fact<PartyFact>[] {
    return this.#facts;
  }

  write(at: Instant, emitted: Emitted<PartyFact>, belonging: Belonging): void {
    const { host, body } = emitted;
    const { session, submission } = belonging;
    const stream = emitted.stream ?? belonging.stream ?? host;
    const nth = this.#written.get(stream) ?? 0;
    this.#written.set(stream, nth + 1);
    const fact = { seq: this.#facts.length, at, host, session, submission, stream, nth, body };
    const skew = this.#skewOf(host);
    this.#facts.push(skew === 0 ? fact : { ...fact, skew });
  }
}
