import { SimulatorBug } from '../kernel/error.js';
import { attemptMachine } from './machine.js';
import { ATTEMPT_EVENTS, type AttemptEvent, type AttemptState } from './routes.js';
import { VERBS, type Verb } from './verb.js';

/** Every transition of the machine, worked out beforehand. */
export interface RouteTable {
  readonly initial: AttemptState;
  readonly states: readonly AttemptState[];
  readonly isFinal: (state: AttemptState) => boolean;
  readonly next: (verb: Verb, state: AttemptState, event: AttemptEvent) => AttemptState | undefined;
}

type Ways = ReadonlyMap<AttemptEvent, AttemptState>;

let compiled: RouteTable | undefined;

/** The table, compiled from the machine when first asked for. */
export function routeTable(): RouteTable {
  compiled ??= compile();
  return compiled;
}

function compile(): RouteTable {
  const states = Object.keys(attemptMachine.states) as AttemptState[];
  const finals = new Set(states.filter((state) => attemptMachine.states[state]?.type === 'final'));
  const ways = new Map(
    VERBS.map((verb) => [verb, new Map(states.map((state) => [state, waysFrom(state, verb)]))]),
  );
  const initial = attemptMachine.root.initial.target?.[0]?.key as AttemptState | undefined;
  if (initial === undefined) throw new SimulatorBug('the machine has no initial state');
  return {
    initial,
    states,
    isFinal: (state) => finals.has(state),
    next: (verb, state, event) => ways.get(verb)?.get(state)?.get(event),
  };
}

function waysFrom(state: AttemptState, verb: Verb): Ways {
  const ways = new Map<AttemptEvent, AttemptState>();
  for (const event of ATTEMPT_EVENTS) {
    const way = attemptMachine.states[state]?.transitions
      .get(event)
      ?.find(({ guard }) => isOpen(guard, verb));
    const target = way?.target?.[0]?.key as AttemptState | undefined;
    if (target !== undefined) ways.set(event, target);
  }
  return ways;
}

/** The machine's only guard compares the verb. */
function isOpen(guard: unknown, verb: Verb): boolean {
  if (guard === undefined) return true;
  const { type, params } = guard as { readonly type?: unknown; readonly params?: { readonly verb?: Verb } };
  if (type !== 'verb') throw new SimulatorBug('the machine has a guard that the table cannot compile');
  return params?.verb === verb;
}
