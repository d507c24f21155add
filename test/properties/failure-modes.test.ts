import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountIn } from '../account-in.js';
import { scenariosAbout } from '../../docs/generate/scenarios-about.js';
import type { Arrangement } from '../../src/failure-modes/failure-mode.js';
import { meet, mend, prepare, verdictAfter } from '../../src/failure-modes/play-arrangement.js';
import { FAILURE_MODES, verdictOf, type FailureMode, type WorldInput } from '../../src/index.js';

/** What has nothing to do with the fault: people, groups and places that are also there, and where the machines stand. */
const surroundings = fc.record(
  {
    bystander: fc.constantFrom({}, { activeDirectory: { disabled: true } }, { cloudOnly: true }),
    group: fc.constantFrom('Printers', 'Car park', 'Choir'),
    utcOffset: fc.constantFrom('+00:00', '-08:00', '+09:30'),
    seed: fc.string({ minLength: 1, maxLength: 8 }),
    start: fc.constantFrom('2023-06-08T09:00:00Z', '2023-12-31T23:59:00Z', '2024-02-29T12:30:00Z'),
  },
  { noNullPrototype: true },
);

type Surroundings = typeof surroundings extends fc.Arbitrary<infer T> ? T : never;

function among({ world }: Arrangement, { bystander, group, utcOffset }: Surroundings): WorldInput {
  const { controllers = { DC01: {} }, groups = {} } = world.domain ?? {};
  return {
    ...world,
    domain: {
      ...world.domain,
      groups: { ...groups, [group]: { members: { users: bystander.cloudOnly ? [] : ['Bystander'] } } },
      controllers: Object.fromEntries(
        Object.entries(controllers).map(([name, controller]) => [name, { ...controller, utcOffset }]),
      ),
    },
    users: { Bystander: bystander, ...(world.users ?? { MyUser: {} }) },
  };
}

/** A password that was written is a day too young for the next one, which is another story. */
function healthyOtherwise(world: WorldInput): WorldInput {
  const passwordPolicy = { ...world.domain?.passwordPolicy, minimumAge: '0' };
  return { ...world, domain: { ...world.domain, passwordPolicy } };
}

const reached = new Set<string>();

/** The fault is the cause whatever else is there; what is refused changes nothing, and nobody else notices. */
function staysTheCause(mode: FailureMode, surrounding: Surroundings): void {
  const arrangement = mode.arrange();
  const { seed, start } = surrounding;
  const simulation = prepare({ ...arrangement, world: among(arrangement, surrounding) }, { seed, start });
  const { domain, tenant } = simulation.view;
  const passwordsOf = (name: string): unknown => [
    domain.accounts.has(name) ? accountIn(simulation, 0, name).passwordHistory : undefined,
    tenant.users.get(`${name}@contoso.onmicrosoft.com`)?.passwordHash,
  ];
  const bystander = (): unknown =>
    domain.accounts.has('bystander') ? accountIn(simulation, 0, 'bystander') : undefined;
  const before = structuredClone([passwordsOf('myuser'), bystander()]);
  const attempt = meet(simulation, arrangement);
  const verdict = verdictAfter(simulation, arrangement, attempt);
  if (mode.kind === 'unseen') expect(verdict.unseen.map(({ id }) => id)).toEqual([mode.id]);
  else expect(verdict.cause).toBe(mode.id);
  expect(verdict.alsoFails).toEqual([]);
  expect(bystander()).toEqual(before[1]);
  // The way back broke after the domain had the password: nobody knows it but the domain.
  const written = attempt.refusal?.rule === 'answer-lost' && attempt.refusal.written;
  if ((attempt.outcome.startsWith('succeeded') && arrangement.request.verb !== 'unlock') || written)
    expect(passwordsOf('myuser')).not.toEqual(before[0]);
  else expect(passwordsOf('myuser')).toEqual(before[0]);
  reached.add(mode.id);
}

describe.each(FAILURE_MODES)('$id', (mode) => {
  it('is the cause whatever else is in the world, and a refusal changes nothing', () => {
    fc.assert(
      fc.property(surroundings, (surrounding) => staysTheCause(mode, surrounding)),
      { numRuns: 10 },
    );
  });

  it('has a scenario, a property that reaches it, and a page', () => {
    expect(scenariosAbout(mode.id).map(({ path }) => path)).not.toEqual([]);
    expect(reached).toContain(mode.id);
    expect(existsSync(`docs/failure-modes/${mode.id}.md`)).toBe(true);
  });

  if (mode.mending === undefined) return;
  it('is mended while the world runs, and the next reset works', () => {
    fc.assert(
      fc.property(surroundings, (surrounding) => {
        const arrangement = mode.arrange();
        const { seed, start } = surrounding;
        const world = healthyOtherwise(among(arrangement, surrounding));
        const simulation = prepare({ ...arrangement, world }, { seed, start });
        expect(verdictOf(meet(simulation, arrangement), simulation.now).cause).toBe(mode.id);
        mend(simulation, mode.mending ?? []);
        const again = simulation.reset({ user: 'MyUser', newPassword: 'Mended-Horse-42' });
        expect(verdictOf(again, simulation.now)).toMatchObject({ outcome: 'succeeded', cause: null });
      }),
      { numRuns: 10 },
    );
  });
});
