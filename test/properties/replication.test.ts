import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSimulation, type Simulation } from '../../src/index.js';
import { domainAction, type DomainAction } from '../../src/simulation/actions/domain-administrator.js';
import { accountIn } from '../account-in.js';

const NAMES = ['DC01', 'DC02', 'DC03'] as const;
const PASSWORDS = ['Right-Horse-9', 'W=*B2!qmv_$PkbV4dJr', 'Battery-Staple-7'];

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
});
