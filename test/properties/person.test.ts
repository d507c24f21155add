import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAVING_POINTS, WAYS_OF_LEAVING } from '../../src/attempt/person.js';
import { createSimulation, type ResetRequest, type WorldInput } from '../../src/index.js';
import { MINUTE, SECOND } from '../../src/kernel/duration.js';
import { ANSWERS } from '../../src/tenant/verification.js';

const METHODS = [
  'mobile SMS',
  'email',
  'mobile app code',
  'security questions',
  'mobile voice call',
] as const;

/** Anything that a person can do, sensible or not. */
const behaviours = fc.record(
  {
    newPassword: fc.array(fc.constantFrom('short', 'W=*B2!qmv_$PkbV4dJr', 'Battery-Staple-7'), {
      minLength: 1,
      maxLength: 4,
    }),
    cookies: fc.constantFrom(true, true, true, false),
    verification: fc.array(
      fc.record(
        {
          method: fc.constantFrom(...METHODS),
          answer: fc.constantFrom(...ANSWERS),
          after: fc.constantFrom('1 s', '1 min', '5 min', '6 min', '20 min'),
        },
        { noNullPrototype: true, requiredKeys: [] },
      ),
      { maxLength: 8 },
    ),
    thinksFor: fc.constantFrom('1 s', '4 min', '14 min', '15 min', '1 day'),
    leaves: fc.record({ at: fc.constantFrom(...LEAVING_POINTS), how: fc.constantFrom(...WAYS_OF_LEAVING) }),
  },
  { noNullPrototype: true, requiredKeys: ['newPassword'] },
);

const world = (methodsRequired: 1 | 2, sessionLives = '15 min'): WorldInput => ({
  tenant: { sspr: { methods: [...METHODS], methodsRequired, sessionLives } },
  users: {
    Ann: { entra: { methods: [...METHODS] } },
    Bob: { entra: { methods: [...METHODS] } },
  },
});

const gates = fc.constantFrom(1 as const, 2 as const);

describe('whatever the person does', () => {
  it('the session does not outlive its deadline', () => {
    fc.assert(
      fc.property(
        behaviours,
        gates,
        fc.constantFrom('15 min', '2 min', '1 s'),
        (behaviour, required, lives) => {
          const simulation = createSimulation(world(required, lives));
          const began = simulation.now;
          const attempt = simulation.reset({ user: 'Ann', ...behaviour });
          const deadline = began + (lives === '15 min' ? 15 : 2) * MINUTE;
          expect(attempt.settled).toBe(true);
          // A password that was submitted in time is dealt with, and nothing more.
          expect(simulation.now).toBeLessThanOrEqual(deadline + 5 * SECOND);
          for (const { at, body } of simulation.facts) {
            if (body.kind !== 'flow-progressed' || body.result === 'failure') continue;
            if (body.reason !== 'successfullyReset') expect(at).toBeLessThanOrEqual(deadline + SECOND);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a reset succeeds only after as many different proofs as are required', () => {
    fc.assert(
      fc.property(behaviours, gates, (behaviour, required) => {
        const simulation = createSimulation(world(required));
        const { outcome } = simulation.reset({ user: 'Ann', ...behaviour });
        const proofs = simulation.facts.flatMap(({ body }) =>
          body.kind === 'flow-progressed' && body.reason === 'completedOption' ? [body.method] : [],
        );
        expect(new Set(proofs).size).toBe(proofs.length);
        expect(proofs.length).toBeLessThanOrEqual(required);
        if (outcome === 'succeeded') expect(proofs).toHaveLength(required);
      }),
      { numRuns: 300 },
    );
  });

  it('goes the same way through the XState actor as through the table', () => {
    fc.assert(
      fc.property(behaviours, gates, (behaviour, required) => {
        const [table, actor] = (['table', 'xstate'] as const).map((route) => {
          const simulation = createSimulation(world(required), { route });
          simulation.reset({ user: 'Ann', ...behaviour });
          return simulation.facts;
        });
        expect(actor).toEqual(table);
      }),
      { numRuns: 60 },
    );
  });
});

const visits = fc.array(
  fc.record({
    user: fc.constantFrom('Ann', 'Bob'),
    behaviour: behaviours,
    wait: fc.constantFrom(0, 1, 11, 70, 800),
  }),
  { minLength: 1, maxLength: 8 },
);

type Visit = { user: string; behaviour: Omit<ResetRequest, 'user'>; wait: number };

/** Somebody who comes, and does nothing: sessions keep their numbers, and with them their seconds. */
const NOTHING = { newPassword: 'x', leaves: { at: 'user ID', how: 'cancels' } } as const;

/** What becomes of one user's visits, whether or not the other does anything. */
function outcomesOf(user: string, all: readonly Visit[], others: boolean): readonly string[] {
  const simulation = createSimulation(world(1));
  const handles: { outcome: string }[] = [];
  for (const visit of all) {
    simulation.advance((visit.wait + 30) * MINUTE);
    const behaves = visit.user === user || others ? visit.behaviour : NOTHING;
    const handle = simulation.start({ user: visit.user, ...behaves });
    if (visit.user === user) handles.push(handle);
  }
  simulation.advance('1 hour');
  return handles.map(({ outcome }) => outcome);
}

describe('the throttle', () => {
  it('never holds against one user what another did', () => {
    fc.assert(
      fc.property(visits, (all) => {
        expect(outcomesOf('Ann', all, true)).toEqual(outcomesOf('Ann', all, false));
      }),
      { numRuns: 200 },
    );
  });

  it('never lets a blocked user through, and lets everybody in again when the block is over', () => {
    fc.assert(
      fc.property(visits, (all) => {
        const simulation = createSimulation(world(1));
        for (const { user, behaviour, wait } of all) {
          simulation.advance(wait * MINUTE);
          const before = simulation.view.tenant.users.get(`${user.toLowerCase()}@contoso.onmicrosoft.com`);
          const until = before?.throttle.block?.until ?? 0;
          const blockedAtFirst = simulation.now + MINUTE < until;
          const overAtFirst = simulation.now >= until;
          const from = simulation.facts.length;
          const { outcome, refusal } = simulation.reset({ user, ...behaviour });
          const offered = simulation.facts
            .slice(from)
            .some(({ body }) => body.kind === 'flow-progressed' && body.reason === 'presentedWithOptions');
          if (blockedAtFirst) {
            expect(offered).toBe(false);
            expect(outcome).not.toBe('succeeded');
          }
          if (overAtFirst && outcome === 'blocked') {
            // Then it is a new block, and of this visit.
            expect(refusal).toMatchObject({ rule: 'sspr-throttled' });
            expect(offered).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
