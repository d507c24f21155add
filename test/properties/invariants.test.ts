import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createSimulation,
  plainRecord,
  renderRecords,
  type Entry,
  type WorldInput,
} from '../../src/index.js';
import { accountIn } from '../account-in.js';

const PASSWORDS = [
  'W=*B2!qmv_$PkbV4dJr',
  'short',
  'alllowercase',
  'MyUser-2023!',
  'Correct-Horse-9',
  'Battery-Staple-7',
];

/** Worlds that differ from the healthy one in any of the ways that are modelled so far. */
const worlds: fc.Arbitrary<WorldInput> = fc.record(
  {
    tenant: fc.record({
      licences: fc.constantFrom<('SPE_E3' | 'SPB')[]>(['SPE_E3'], ['SPB'], []),
      sspr: fc.record({
        enabledFor: fc.constantFrom('all' as const, 'all' as const, 'none' as const, { group: 'SSPR-Users' }),
        methodsRequired: fc.constantFrom(1 as const, 2 as const),
      }),
      writebackSetting: fc.constantFrom(true, true, false),
    }),
    connector: fc.record({
      service: fc.constantFrom('running' as const, 'running' as const, 'stopped' as const),
      writeback: fc.constantFrom('on' as const, 'on' as const, 'off' as const, 'never' as const),
      rights: fc.record({
        resetPassword: fc.constantFrom(true, true, false),
        writeLockoutTime: fc.boolean(),
        unexpirePassword: fc.boolean(),
      }),
    }),
    domain: fc.record({
      passwordPolicy: fc.record({
        minimumAge: fc.constantFrom('1 day', '0', '3 days'),
        minimumLength: fc.integer({ min: 0, max: 14 }),
        history: fc.integer({ min: 0, max: 24 }),
        complexity: fc.boolean(),
      }),
    }),
    users: fc.record({
      MyUser: fc.record({
        activeDirectory: fc.record({
          passwordLastSet: fc.constantFrom('6 hours ago', '30 days ago', 'must change'),
          previousPasswords: fc.subarray(PASSWORDS),
          userCannotChangePassword: fc.constantFrom(false, false, true),
        }),
      }),
    }),
  },
  { noNullPrototype: true },
);

const timelines = fc.array(
  fc.oneof(
    fc.record({ newPassword: fc.subarray(PASSWORDS, { minLength: 1 }) }, { noNullPrototype: true }),
    fc.record({ wait: fc.constantFrom('1 min', '11 min', '6 hours', '1 day') }, { noNullPrototype: true }),
  ),
  { minLength: 1, maxLength: 6 },
);

function run(
  world: WorldInput,
  timeline: readonly ({ newPassword: string[] } | { wait: string })[],
  seed = 'property',
) {
  const simulation = createSimulation(world, { seed });
  const attempts = [];
  for (const step of timeline) {
    if ('wait' in step) simulation.advance(step.wait);
    else attempts.push(simulation.reset({ user: 'MyUser', newPassword: step.newPassword }));
  }
  simulation.advance('5 min');
  return { simulation, attempts, entries: renderRecords(simulation.facts, simulation.ids) };
}

const text = (entries: readonly Entry[]): string => JSON.stringify(entries.map(plainRecord));

describe('whatever happens', () => {
  it('every attempt settles, with one cause exactly if it was refused', () => {
    fc.assert(
      fc.property(worlds, timelines, (world, timeline) => {
        for (const attempt of run(world, timeline).attempts) {
          expect(attempt.settled).toBe(true);
          expect(attempt.refusal !== undefined).toBe(attempt.outcome === 'refused');
        }
      }),
    );
  });

  it('no password is in any fact or record', () => {
    fc.assert(
      fc.property(worlds, timelines, (world, timeline) => {
        const { simulation, entries } = run(world, timeline);
        const everything = JSON.stringify(simulation.facts) + text(entries);
        for (const password of PASSWORDS) expect(everything).not.toContain(password);
      }),
    );
  });

  it('facts and records are in order of time, and record numbers have no gaps', () => {
    fc.assert(
      fc.property(worlds, timelines, (world, timeline) => {
        const { simulation } = run(world, timeline);
        const entries = renderRecords(simulation.facts, simulation.ids, { chatter: true });
        simulation.facts.forEach((fact, index) => {
          expect(fact.seq).toBe(index);
          expect(fact.at).toBeGreaterThanOrEqual(simulation.facts[index - 1]?.at ?? -Infinity);
        });
        for (const log of ['connector-application', 'dc-security'] as const) {
          const numbers = entries.flatMap((entry) => (entry.log === log ? [entry.record.recordNumber] : []));
          numbers.forEach((number, index) => expect(number).toBe((numbers[0] ?? 0) + index));
        }
      }),
    );
  });

  it('the same seed gives the same bytes, another seed gives others', () => {
    fc.assert(
      fc.property(worlds, timelines, (world, timeline) => {
        const first = run(world, timeline);
        expect(text(run(world, timeline).entries)).toBe(text(first.entries));
        if (first.entries.some(({ log }) => log === 'entra-audit')) {
          expect(text(run(world, timeline, 'another').entries)).not.toBe(text(first.entries));
        }
      }),
    );
  });

  it('a success writes the password everywhere, a refusal nowhere', () => {
    fc.assert(
      fc.property(worlds, fc.constantFrom(...PASSWORDS), (world, newPassword) => {
        const simulation = createSimulation(world);
        const before = accountIn(simulation);
        const { outcome } = simulation.reset({ user: 'MyUser', newPassword });
        if (outcome === 'refused') {
          expect(accountIn(simulation)).toBe(before);
          return;
        }
        const cloud = simulation.view.tenant.users.get('myuser@contoso.onmicrosoft.com');
        const [written] = accountIn(simulation).passwordHistory;
        expect(written).toBe(cloud?.passwordHash);
        expect(written).not.toBe(before.passwordHistory[0]);
      }),
    );
  });

  it('the parties agree about each submission', () => {
    fc.assert(
      fc.property(worlds, timelines, (world, timeline) => {
        const { attempts, entries } = run(world, timeline);
        for (const { session, outcome } of attempts) {
          const own = entries.filter((entry) => entry.session === session);
          const events = own.flatMap((entry) =>
            entry.log === 'connector-application' ? [entry.record.id] : [],
          );
          const resets = own.flatMap((entry) =>
            entry.log === 'dc-security' && entry.record.id === 4724 ? [entry.record.keywords.name] : [],
          );
          const results = own.flatMap((entry) =>
            entry.log === 'entra-audit' &&
            entry.record.activityDisplayName === 'Reset password (self-service)'
              ? [entry.record.result]
              : [],
          );
          const count = (id: number): number => events.filter((event) => event === id).length;
          expect(count(31001)).toBe(count(31002) + count(33004) + count(33008));
          expect(count(31002)).toBe(resets.filter((word) => word === 'Audit Success').length);
          expect(count(33008)).toBe(resets.filter((word) => word === 'Audit Failure').length);
          expect(results.filter((word) => word === 'success')).toHaveLength(outcome === 'succeeded' ? 1 : 0);
          expect(count(31002)).toBe(outcome === 'succeeded' ? 1 : 0);
          const correlation = new Set(
            own.flatMap((entry) =>
              entry.log === 'entra-audit' && entry.record.loggedByService !== 'Core Directory'
                ? [entry.record.correlationId]
                : [],
            ),
          );
          expect(correlation.size).toBe(1);
          for (const entry of own) {
            if (entry.log !== 'connector-application' || !entry.record.message.startsWith('TrackingId'))
              continue;
            expect(correlation.has(entry.record.message.slice(12, 48))).toBe(true);
          }
        }
      }),
    );
  });
});
