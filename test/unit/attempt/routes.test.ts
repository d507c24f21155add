import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { attemptMachine } from '../../../src/attempt/machine.js';
import { ATTEMPT_EVENTS, ATTEMPT_STATES } from '../../../src/attempt/routes.js';
import { reachable } from '../../../src/attempt/reachable.js';
import { routeTable } from '../../../src/attempt/route-table.js';
import { startRoute } from '../../../src/attempt/router.js';
import { stageOf } from '../../../src/attempt/stages.js';
import { VERBS } from '../../../src/attempt/verb.js';

const verbs = fc.constantFrom(...VERBS);
const events = fc.array(fc.constantFrom(...ATTEMPT_EVENTS), { maxLength: 60 });

describe('the compiled table', () => {
  it('goes exactly where a live XState actor goes, on any events whatever', () => {
    fc.assert(
      fc.property(verbs, events, (verb, sent) => {
        const actor = createActor(attemptMachine, { input: { verb } }).start();
        const table = routeTable();
        let state = table.initial;
        for (const event of sent) {
          const next = table.next(verb, state, event);
          expect(actor.getSnapshot().can({ type: event })).toBe(next !== undefined);
          actor.send({ type: event });
          state = next ?? state;
          expect(actor.getSnapshot().value).toBe(state);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each(VERBS)('agrees with the actor on the shortest path to every state of a %s', (verb) => {
    for (const [state, path] of reachable(verb)) {
      const route = startRoute('xstate', verb);
      for (const event of path) route.send(event);
      expect(route.state).toBe(state);
      expect(routeTable().isFinal(state)).toBe(attemptMachine.states[state]?.type === 'final');
    }
  });
});

describe('the machine', () => {
  it('has the states that are listed for its users, and no others', () => {
    expect(Object.keys(attemptMachine.states)).toEqual([...ATTEMPT_STATES]);
  });

  it('leads every verb to a success, and from every state to an end', () => {
    for (const verb of VERBS) {
      const states = reachable(verb);
      expect(states.has('succeeded'), verb).toBe(true);
      for (const state of states.keys()) {
        if (routeTable().isFinal(state)) continue;
        const ways = ATTEMPT_EVENTS.map((event) => routeTable().next(verb, state, event));
        expect(
          ways.some((next) => next !== undefined && next !== state),
          `${verb} in ${state}`,
        ).toBe(true);
      }
    }
  });

  it('has no state that no verb reaches', () => {
    const states = new Set(VERBS.flatMap((verb) => [...reachable(verb).keys()]));
    expect([...routeTable().states].filter((state) => !states.has(state))).toEqual([]);
  });

  it.each(VERBS)('has a stage for every state of a %s that is not an end, and for no other', (verb) => {
    const states = [...reachable(verb).keys()].filter((state) => !routeTable().isFinal(state));
    const staged = routeTable().states.filter((state) => stageOf(verb, state) !== undefined);
    expect(staged.toSorted()).toEqual(states.toSorted());
  });

  it('only routes: no actions, no timers, nothing but the verb in its context', () => {
    for (const node of Object.values(attemptMachine.states)) {
      expect(node.entry).toEqual([]);
      expect(node.exit).toEqual([]);
      expect(node.always ?? []).toEqual([]);
      expect(node.after).toEqual([]);
      for (const way of [...node.transitions.values()].flat()) expect(way.actions).toEqual([]);
    }
    const { context } = createActor(attemptMachine, { input: { verb: 'reset' } }).getSnapshot();
    expect(context).toEqual({ verb: 'reset' });
  });
});

it('says that a wrong event is a fault of the simulator', () => {
  for (const kind of ['table', 'xstate'] as const) {
    expect(() => startRoute(kind, 'reset').send('retry')).toThrow(/no way from "identifying" on "retry"/);
  }
});
