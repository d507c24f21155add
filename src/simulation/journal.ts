import type { Emitted, Fact } from '../kernel/fact.js';
import type { Instant } from '../kernel/instant.js';
import type { PartyFact } from '../world/action.js';

/** Which session, and which of its passwords, a fact belongs to. */
export type Belonging = Pick<Fact, 'session' | 'submission'>;

/** For what no session caused. */
export const NO_SESSION: Belonging = { session: undefined, submission: undefined };

/** Everything that happened, in order. */
export class Journal {
  readonly #facts: Fact<PartyFact>[] = [];

  get facts(): readonly Fact<PartyFact>[] {
    return this.#facts;
  }

  write(at: Instant, { host, body }: Emitted<PartyFact>, { session, submission }: Belonging): void {
    this.#facts.push({ seq: this.#facts.length, at, host, session, submission, body });
  }
}
