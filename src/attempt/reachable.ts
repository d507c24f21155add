import { ATTEMPT_EVENTS, type AttemptEvent, type AttemptState } from './routes.js';
import { routeTable } from './route-table.js';
import type { Verb } from './verb.js';

/** Every state that a verb can reach, with the shortest row of events that leads there. */
export function reachable(verb: Verb): ReadonlyMap<AttemptState, readonly AttemptEvent[]> {
  const table = routeTable();
  const found = new Map<AttemptState, readonly AttemptEvent[]>([[table.initial, []]]);
  for (const [state, path] of found) {
    for (const event of ATTEMPT_EVENTS) {
      const next = table.next(verb, state, event);
      if (next !== undefined && !found.has(next)) found.set(next, [...path, event]);
    }
  }
  return found;
}
