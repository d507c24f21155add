import type { Attempt, Refusal, Shortfall, Unseen } from '../attempt/attempt.js';
import { ATTEMPT_ENDS, type AttemptEnd, type AttemptState } from '../attempt/routes.js';
import { routeTable } from '../attempt/route-table.js';
import type { Route } from '../attempt/router.js';

/** How an attempt ended, or that it has not. */
export type Outcome = 'under way' | AttemptEnd;

/** What a caller sees of one session: where it is, how it ended, and why. */
export class AttemptHandle {
  readonly #attempt: Readonly<Attempt>;
  readonly #route: Route;

  /** @internal */
  constructor(attempt: Readonly<Attempt>, route: Route) {
    this.#attempt = attempt;
    this.#route = route;
  }

  /** Counted from 1 in each simulation. */
  get session(): number {
    return this.#attempt.session;
  }
  /** Where the session is: a state of the machine. */
  get state(): AttemptState {
    return this.#route.state;
  }
  get settled(): boolean {
    return routeTable().isFinal(this.#route.state);
  }
  get outcome(): Outcome {
    const { state } = this.#route;
    return ATTEMPT_ENDS.find((end) => end === state) ?? 'under way';
  }
  /** Why the last password was refused: the primary cause, first in evaluation order. */
  get refusal(): Refusal | undefined {
    return this.#attempt.refusal;
  }
  /** What else would have refused it. */
  get alsoFails(): readonly Refusal[] {
    return this.#attempt.alsoFails;
  }
  /** What a success left undone. */
  get shortfalls(): readonly Shortfall[] {
    return this.#attempt.shortfalls;
  }
  /** What happened to the last password and is in no log, where people look for it. */
  get unseen(): readonly Unseen[] {
    return this.#attempt.unseen;
  }
  /** How many passwords were submitted. */
  get submissions(): number {
    return this.#attempt.submission;
  }
}
