import type { Instant } from './instant.js';
import type { Duration } from './duration.js';

/** What happened, as the party that did it would say it; small, plain, and complete in itself. */
export interface FactBody {
  readonly kind: string;
}

/** The envelope that the journal puts around a fact. */
export interface Happened {
  /** Position in the journal, from 0. */
  readonly seq: number;
  readonly at: Instant;
  /** The machine or service where it happened. */
  readonly host: string;
  /** Which session it belongs to, counted from 1; undefined for what no session caused. */
  readonly session: number | undefined;
  /** Which password of the session, counted from 1; undefined before the first. */
  readonly submission: number | undefined;
  /**
   * The row of facts that it stands in: one user's session, or what one machine did on its own. Ids are hashed from it,
   * so that what happens elsewhere shifts none of them.
   */
  readonly stream: string;
  /** Its place in that row, from 0. */
  readonly nth: number;
  /** How far ahead the clock is of the machine that writes records of it; left out where it is right. */
  readonly skew?: Duration;
}

export type Fact<Body extends FactBody = FactBody> = Happened & { readonly body: Body };

/** A fact on its way into the journal. `after` is how much later than its stage it happens. */
export interface Emitted<Body extends FactBody = FactBody> {
  readonly host: string;
  readonly body: Body;
  readonly after?: Duration;
  /** The row that it stands in, if not the session's or the machine's own. */
  readonly stream?: string;
}
