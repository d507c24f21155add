import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectorRights, controllerInUse } from '../../src/attempt/connector-access.js';
import { isLockedOut } from '../../src/domain/lockout.js';
import { MINUTE, SECOND } from '../../src/kernel/duration.js';
import { createSimulation, type Simulation } from '../../src/index.js';
import { domainAction, type DomainAction } from '../../src/simulation/actions/domain-administrator.js';
import { accountIn } from '../account-in.js';

const NAMES = ['DC01', 'DC02', 'DC03'] as const;
const RIGHT = 'Right-Horse-9';
const PASSWORDS = [RIGHT, 'W=*B2!qmv_$PkbV4dJr', 'Battery-Staple-7'];

/** What administrators write, each at a domain controller that takes it. */
const writes = fc
  .tuple(
    fc.constantFrom(...NAMES),
    fc.oneof(
      fc.constantFrom<DomainAction>(
        { action: 'unlock', user: 'MyUser' },
        { action: 'disable-account', user: 'MyUser' },
        { action: 'enable-account', user: 'MyUser' },
        { action: 'require-password-change', user: 'MyUser' },
        { action: 'grant-right', right: 'resetPassword' },
        { action: 'revoke-right', right: 'resetPassword' },
        { action: 'deny-right', right: 'resetPassword', on: 'Staff' },
        { action: 'grant-right', right: 'resetPassword', on: 'AdminSDHolder' },
        { action: 'disable-inheritance', unit: 'Staff' },
        { action: 'disable-inheritance', user: 'MyUser' },
        { action: 'enable-inheritance', user: 'MyUser' },
        { action: 'add-to-group', user: 'MyUser', group: 'Domain Admins' },
        { action: 'add-to-group', user: 'Other', group: 'Domain Admins' },
        { action: 'remove-from-group', user: 'MyUser', group: 'Domain Admins' },
        { action: 'clear-admin-count', user: 'MyUser' },
        { action: 'move', user: 'MyUser', unit: 'Staff' },
      ),
      fc.constantFrom(...PASSWORDS).map((newPassword): DomainAction => {
        return { action: 'set-password', user: 'MyUser', newPassword };
      }),
    ),
  )
  .map(([at, doing]): DomainAction => Object.assign({}, doing, { at }));

const machines = fc.oneof(
  fc.record({
    action: fc.constantFrom('stop-controller' as const, 'start-controller' as const),
    controller: fc.constantFrom(...NAMES),
  }),
  fc.constant<DomainAction>({ action: 'replicate' }),
);

const timelines = fc.array(
  fc.record({
    wait: fc.constantFrom('0', '1 s', '14 s', '16 s', '40 s', '2 min', '70 min'),
    doing: fc.oneof({ weight: 3, arbitrary: writes }, machines, fc.constant('wrong password' as const)),
  }),
  { maxLength: 20 },
);

function world(count: number): Parameters<typeof createSimulation>[0] {
  return {
    connector: { server: 'SYNC01' },
    domain: {
      controllers: Object.fromEntries(NAMES.slice(0, count).map((name) => [name, {}])),
      organizationalUnits: { Staff: {} },
      passwordPolicy: { minimumAge: '0', lockout: { threshold: 2, duration: '30 min' } },
    },
    users: { MyUser: {}, Other: {} },
  };
}

/** Everything that replicates, as one domain controller has it. */
function replicated(simulation: Simulation, position: number): unknown {
  const { badPasswordCount: _count, badPasswordTime: _time, ...account } = accountIn(simulation, position);
  const controller = simulation.view.domain.controllers[position];
  const { directory, groups, passwordPolicy } = controller?.replica ?? {};
  return { account, directory, groups, passwordPolicy, inForce: controller?.permissionsInForce };
}

function play(
  simulation: Simulation,
  timeline: readonly { wait: string; doing: DomainAction | string }[],
): void {
  for (const { wait, doing } of timeline) {
    simulation.advance(wait);
    if (typeof doing === 'string') simulation.signIn({ user: 'MyUser', password: 'Wrong-Horse-1' });
    else if (isPossible(simulation, doing)) simulation.apply(domainAction(doing));
  }
}

/** Nobody writes at a domain controller that does not run, or is not there. */
function isPossible({ view: { domain } }: Simulation, doing: DomainAction): boolean {
  const named = 'at' in doing ? doing.at : 'controller' in doing ? doing.controller : undefined;
  if (named === undefined) return true;
  const controller = domain.controllers.find(({ host }) => host.startsWith(named));
  return controller !== undefined && ('controller' in doing || controller.online);
}

function mayReset(simulation: Simulation): boolean {
  const { view } = simulation;
  return connectorRights(view, controllerInUse(view), accountIn(simulation)).resetPassword;
}

/** The unlock is known elsewhere, and not where the person asks. */
const UNLOCKED_WHILE_STOPPED = (
  [
    { at: 'DC02', password: 'Wrong-Horse-1' },
    { at: 'DC02', password: 'Wrong-Horse-2' },
    { action: 'stop-controller', controller: 'DC02' },
    { action: 'unlock', user: 'MyUser', at: 'DC01' },
    { action: 'start-controller', controller: 'DC02' },
    { at: 'DC02', password: RIGHT },
  ] satisfies (DomainAction | { at: 'DC02'; password: string })[] as (
    DomainAction | { at: 'DC02'; password: string }
  )[]
).map((doing) => ({ wait: '0' as const, doing }));

describe('replication', () => {
  it('domain controllers agree in the end, whatever is written where, and stopped and started when', () => {
    let differed = 0;
    fc.assert(
      fc.property(fc.constantFrom(2, 3), timelines, (count, timeline) => {
        const simulation = createSimulation(world(count));
        play(simulation, timeline);
        for (let position = 1; position < count; position++) {
          if (accountIn(simulation, position) !== accountIn(simulation)) differed++;
        }
        for (const controller of NAMES.slice(0, count)) {
          simulation.apply(domainAction({ action: 'start-controller', controller }));
        }
        simulation.advance('4 hours');
        for (let position = 1; position < count; position++) {
          expect(replicated(simulation, position)).toEqual(replicated(simulation, 0));
        }
      }),
      { numRuns: 200 },
    );
    expect(differed).toBeGreaterThan(20);
  });

  it('nobody is refused for a lockout but by a domain controller that has it', () => {
    const counts = { refused: 0, unlockedElsewhere: 0 };
    const tries = fc.record({
      at: fc.constantFrom(...NAMES),
      password: fc.constantFrom(RIGHT, 'Wrong-Horse-1', 'Wrong-Horse-2'),
    });
    const unlocks = fc.record({
      action: fc.constant('unlock' as const),
      user: fc.constant('MyUser'),
      at: fc.constantFrom(...NAMES),
    });
    const steps: fc.Arbitrary<
      { wait: string; doing: DomainAction | { at: (typeof NAMES)[number]; password: string } }[]
    > = fc.array(
      fc.record({
        wait: fc.constantFrom('0', '1 s', '1 s', '16 s', '31 min'),
        doing: fc.oneof(
          { weight: 4, arbitrary: tries },
          { weight: 3, arbitrary: unlocks },
          { weight: 4, arbitrary: machines },
        ),
      }),
      { minLength: 4, maxLength: 25 },
    );
    fc.assert(
      fc.property(steps, (timeline) => {
        const simulation = createSimulation({
          ...world(3),
          users: { MyUser: { activeDirectory: { password: RIGHT } } },
        });
        const { controllers } = simulation.view.domain;
        const isLockedAt = (position: number): boolean => {
          const { lockout } = controllers[position]?.replica.passwordPolicy ?? {};
          if (lockout === undefined) throw new Error(`no domain controller ${position}`);
          return isLockedOut(accountIn(simulation, position), lockout, simulation.now);
        };
        for (const { wait, doing } of timeline) {
          simulation.advance(wait);
          if ('action' in doing) {
            if (isPossible(simulation, doing)) simulation.apply(domainAction(doing));
            continue;
          }
          const running = controllers.filter(({ online }) => online);
          const asked = running.find(({ host }) => host.startsWith(doing.at)) ?? running[0];
          const last = controllers[0].online ? 0 : (asked?.position ?? 0);
          const locked = isLockedAt(last);
          if (asked !== undefined && isLockedAt(asked.position) && !locked) counts.unlockedElsewhere++;
          const { outcome } = simulation.signIn({ user: 'MyUser', ...doing });
          if (outcome === 'locked-out') {
            expect(locked).toBe(true);
            counts.refused++;
          }
          if (doing.password === RIGHT && asked !== undefined && !locked) expect(outcome).toBe('signed in');
        }
      }),
      { numRuns: 300, examples: [[UNLOCKED_WHILE_STOPPED]] },
    );
    expect(counts.refused).toBeGreaterThan(20);
    expect(counts.unlockedElsewhere).toBeGreaterThan(0);
  });

  it('a right is in force at a domain controller when it has had it for the delay, and not before', () => {
    const delays = fc.record({
      first: fc.integer({ min: 1, max: 90 }),
      minutes: fc.integer({ min: 0, max: 90 }),
    });
    fc.assert(
      fc.property(delays, fc.constantFrom('DC02', 'DC03'), ({ first, minutes }, at) => {
        const simulation = createSimulation({
          connector: { server: 'SYNC01', rights: { resetPassword: false } },
          domain: {
            controllers: { DC01: {}, DC02: {}, DC03: {} },
            permissionDelay: `${minutes} min`,
            replication: { firstPartner: `${first} s`, furtherPartners: '3 s' },
          },
        });
        // DC01 is the first partner of DC03 and the second of DC02, whose first is DC03.
        const replicates = (at === 'DC03' ? first : Math.min(first + 3, 2 * first)) * SECOND;
        simulation.apply(domainAction({ action: 'grant-right', right: 'resetPassword', at }));
        const arrives = simulation.now + replicates + minutes * MINUTE;
        const early = simulation.reset({ user: 'MyUser', newPassword: PASSWORDS[1] ?? '' });
        if (simulation.now < arrives) {
          expect(early.refusal).toMatchObject({ rule: 'right-not-yet-in-effect', pendingUntil: arrives });
          simulation.advanceTo(arrives - 1);
          expect(mayReset(simulation)).toBe(false);
          simulation.advance(1);
        }
        expect(mayReset(simulation)).toBe(true);
      }),
    );
  });

  it('whoever lacks the right changes nothing at any domain controller', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.constantFrom(...PASSWORDS), (preferred, newPassword) => {
        const simulation = createSimulation({
          ...world(3),
          connector: {
            server: 'SYNC01',
            rights: { resetPassword: false },
            preferredControllers: [`${preferred}.Test.local`],
          },
        });
        const before = NAMES.map((_, position) => accountIn(simulation, position));
        expect(simulation.reset({ user: 'MyUser', newPassword }).outcome).toBe('refused');
        simulation.advance('1 hour');
        expect(NAMES.map((_, position) => accountIn(simulation, position))).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });

  it('is nothing to a domain with one domain controller', () => {
    fc.assert(
      fc.property(timelines, fc.constantFrom('0', '1 s', '3 hours'), (timeline, delay) => {
        const [usual, other] = [{}, { firstPartner: delay, furtherPartners: delay }].map((replication) => {
          const { domain, ...rest } = world(1) ?? {};
          const simulation = createSimulation({ ...rest, domain: { ...domain, replication } });
          play(simulation, timeline);
          simulation.reset({ user: 'MyUser', newPassword: PASSWORDS[1] ?? '' });
          expect(simulation.view.domain.chores).toEqual([]);
          expect(simulation.view.domain.controllers[0].changes).toEqual([]);
          return { facts: simulation.facts, account: accountIn(simulation) };
        });
        expect(usual).toEqual(other);
      }),
      { numRuns: 50 },
    );
  });
});
