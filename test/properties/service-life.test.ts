import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ADMINISTRATOR_ACTIONS,
  createSimulation,
  plainRecord,
  renderRecords,
  type Entry,
  type Simulation,
} from '../../src/index.js';

type AdministratorAction = keyof typeof ADMINISTRATOR_ACTIONS;

/** Whatever makes the service come and go. */
const FLAPPING: readonly AdministratorAction[] = [
  'stop-adsync',
  'start-adsync',
  'restart-adsync',
  'reboot-sync-server',
  'block-relays',
  'block-one-relay',
  'close-firewall',
  'open-firewall',
  'break-name-resolution',
  'mend-name-resolution',
  'disable-writeback-powershell',
  'enable-writeback-powershell',
  'restore-sync-server',
];

const timelines = fc.array(
  fc.oneof(
    fc.record({ reset: fc.constantFrom('Ann', 'Bob') }, { noNullPrototype: true }),
    fc.record({ administrator: fc.constantFrom(...FLAPPING) }, { noNullPrototype: true }),
    fc.record(
      { wait: fc.constantFrom('20 ms', '100 ms', '300 ms', '5 s', '50 s', '3 min', '11 min') },
      { noNullPrototype: true },
    ),
  ),
  { minLength: 2, maxLength: 30 },
);

/** A message on its way when the client is stopped; one that comes in the moment in which the client is back. */
const ONCE_SAID_AFTERWARDS: [Step[]][] = [
  [
    [
      ...['Bob', 'Bob', 'Bob', 'Bob'].map((reset) => ({ reset })),
      { wait: '100 ms' },
      { administrator: 'stop-adsync' },
    ],
  ],
  [
    [
      { administrator: 'block-relays' },
      { administrator: 'stop-adsync' },
      { administrator: 'start-adsync' },
      { reset: 'Bob' },
      { reset: 'Bob' },
      { administrator: 'start-adsync' },
      { administrator: 'block-one-relay' },
    ],
  ],
];

type Step = { reset: string } | { administrator: AdministratorAction } | { wait: string };

/** Sessions begin and go on while the service flaps; at the end everything has had its time. */
function flap(timeline: readonly Step[]): {
  simulation: Simulation;
  attempts: ReturnType<Simulation['start']>[];
  entries: readonly Entry[];
} {
  const simulation = createSimulation({
    users: { Ann: {}, Bob: {} },
    domain: { passwordPolicy: { minimumAge: '0', history: 0 } },
  });
  const attempts: ReturnType<Simulation['start']>[] = [];
  for (const step of timeline) {
    if ('reset' in step) {
      const newPassword = `Number-${attempts.length}-Horse`;
      attempts.push(simulation.start({ user: step.reset, newPassword }));
      // To just before the relay, so that what follows meets it.
      const attempt = attempts.at(-1);
      simulation.advanceUntil(() => attempt?.settled === true || attempt?.state === 'relaying');
    } else if ('administrator' in step) {
      simulation.apply(ADMINISTRATOR_ACTIONS[step.administrator].action);
    } else {
      simulation.advance(step.wait);
    }
  }
  simulation.advance('30 min');
  return { simulation, attempts, entries: renderRecords(simulation.facts, simulation.ids) };
}

const ids = (entries: readonly Entry[], log: 'connector-application' | 'dc-security'): readonly number[] =>
  entries.flatMap((entry) => (entry.log === log ? [entry.record.id] : []));

const isEnd = (id: number): boolean =>
  [31002, 31007, 31010].includes(id) || (id > 32000 && id < 34000 && id !== 32014);

describe('while the service comes and goes', () => {
  it('every start has exactly one ending, unless the service died in between', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        const { attempts, entries } = flap(timeline);
        for (const { session, refusal } of attempts) {
          const own = ids(
            entries.filter((entry) => entry.session === session),
            'connector-application',
          );
          const starts = own.filter((id) => id === 31001).length;
          const ends = own.filter(isEnd).length;
          expect(starts).toBeLessThanOrEqual(1);
          expect(ends).toBe(refusal?.rule === 'service-died' ? 0 : starts);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('a client that is gone says nothing more for anybody', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        let gone = false;
        for (const entry of flap(timeline).entries) {
          if (entry.log !== 'connector-application') continue;
          if (entry.record.id === 31016) gone = true;
          if (entry.record.id === 31015 || entry.record.id === 32014) gone = false;
          // What password hash synchronisation finds later belongs to no session.
          if (gone) expect(entry.session).toBeUndefined();
        }
      }),
      { numRuns: 150, examples: ONCE_SAID_AFTERWARDS },
    );
  });

  it('no session is lost without a page, and none is applied twice', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        const { attempts, entries } = flap(timeline);
        for (const { session, settled, outcome, refusal } of attempts) {
          expect(settled).toBe(true);
          const own = entries.filter((entry) => entry.session === session);
          expect(own.some(({ log }) => log === 'user-screen')).toBe(true);
          const writes = ids(own, 'dc-security').filter((id) => id === 4724).length;
          const unheard = refusal !== undefined && 'written' in refusal && refusal.written;
          expect(writes).toBe(outcome === 'succeeded' || unheard ? 1 : 0);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('what the connector calls a failure has written nothing', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        const { attempts, entries } = flap(timeline);
        for (const { session } of attempts) {
          const own = entries.filter((entry) => entry.session === session);
          if (!ids(own, 'connector-application').some((id) => isEnd(id) && id > 32000)) continue;
          expect(ids(own, 'dc-security')).toEqual([]);
        }
      }),
    );
  });

  it('the cloud knows of a silence after ten minutes, and only then', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        const { simulation, attempts } = flap(timeline);
        const refused = simulation.facts.filter(({ body }) => body.kind === 'screen-shown');
        expect(refused).toHaveLength(attempts.length);
        const beats = renderRecords(simulation.facts, simulation.ids, { chatter: true }).filter(
          (entry) => entry.log === 'connector-application' && entry.record.id === 31019,
        );
        for (const { refusal } of attempts) {
          if (refusal?.rule !== 'writeback-known-down') continue;
          const { lastHeartbeat } = refusal;
          const began = simulation.facts[0]?.at ?? 0;
          expect(lastHeartbeat === began || beats.some(({ at }) => at === lastHeartbeat)).toBe(true);
        }
      }),
    );
  });

  it('quiet only hides: the other records are the same, their numbers included', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        const { simulation, entries } = flap(timeline);
        const all = renderRecords(simulation.facts, simulation.ids, { chatter: true });
        const chatter = (entry: Entry): boolean =>
          entry.log === 'connector-application' && [31019, 32015].includes(entry.record.id);
        expect(all.filter((entry) => !chatter(entry)).map(plainRecord)).toEqual(entries.map(plainRecord));
        const numbers = all.flatMap((entry) =>
          entry.log === 'connector-application' ? [entry.record.recordNumber] : [],
        );
        numbers.forEach((number, index) => expect(number).toBe((numbers[0] ?? 0) + index));
        expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted((a, b) => a - b));
      }),
    );
  });
});

it('a month of heartbeats costs nothing while nobody looks', () => {
  const simulation = createSimulation({}, { stepLimit: 31 * 24 });
  simulation.advance('30 days');
  expect(simulation.facts.length).toBeLessThan(10);
  const beats = renderRecords([...simulation.facts, ...lastFact(simulation)], simulation.ids, {
    chatter: true,
  }).filter((entry) => entry.log === 'connector-application' && entry.record.id === 31019);
  expect(beats).toHaveLength(2 * 30 * 24 * 12);
});

function lastFact(simulation: Simulation): Simulation['facts'] {
  simulation.apply(ADMINISTRATOR_ACTIONS['open-integration-page'].action);
  return simulation.facts.slice(-1);
}
