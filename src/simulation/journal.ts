import type { Emitted, Fact, Happened } from '../kernel/fact.js';
import type { Instant } from '../kernel/instant.js';
import type { PartyFact } from '../world/action.js';

/** Which session, and which of its passwords, a fact belongs to. */
export interface Belonging {
  readonly session?: number;
  readonly submission?: number;
}

/** Everything that happened, in order. */
export class Journal {
  readonly #facts: Fact<PartyFact>[] = [];

  get facts(): readonly Fact<PartyFact>[] {
    return this.#facts;
  }

  write(at: Instant, { host, body }: Emitted<PartyFact>, belonging: Belonging): void {
    const happened: Happened = { seq: this.#facts.length, at, host, ...belonging };
    this.#facts.push({ ...happened, body });
  }
}
