import { createActor } from 'xstate';
import { SimulatorBug } from '../kernel/error.js';
import { attemptMachine } from './machine.js';
import { type AttemptEvent, type AttemptState } from './routes.js';
import { routeTable } from './route-table.js';
import type { Verb } from './verb.js';

/** Follows one session through the machine. */
export interface Route {
  readonly state: AttemptState;
  /** Takes the event. A state that has no way on for it is our bug. */
  send(event: AttemptEvent): AttemptState;
}

/** `table` runs the table compiled from the machine; `xstate` runs the XState actor itself, for inspection. */
export type RouteKind = 'table' | 'xstate';

export function startRoute(kind: RouteKind, verb: Verb): Route {
  return kind === 'table' ? new TableRoute(verb) : new ActorRoute(verb);
}

class TableRoute implements Route {
  state: AttemptState = routeTable().initial;
  readonly #verb: Verb;

  constructor(verb: Verb) {
    this.#verb = verb;
  }

  send(event: AttemptEvent): AttemptState {
    const next = routeTable().next(this.#verb, this.state, event);
    if (next === undefined) throw noWayOn(this.state, event);
    this.state = next;
    return next;
  }
}

class ActorRoute implements Route {
  readonly #actor;

  constructor(verb: Verb) {
    this.#actor = createActor(attemptMachine, { input: { verb } });
    this.#actor.start();
  }

  get state(): AttemptState {
    return this.#actor.getSnapshot().value;
  }

  send(event: AttemptEvent): AttemptState {
    const before = this.#actor.getSnapshot();
    if (!before.can({ type: event })) throw noWayOn(this.state, event);
    this.#actor.send({ type: event });
    return this.state;
  }
}

function noWayOn(state: AttemptState, event: AttemptEvent): SimulatorBug {
  return new SimulatorBug(`the machine has no way from "${state}" on "${event}"`);
}
