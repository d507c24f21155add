import { describe, expect, it } from 'vitest';
import { createSimulation, type Simulation, type WorldInput } from '../../../src/index.js';
import { domainAction } from '../../../src/simulation/actions/domain-administrator.js';
import { MINUTE } from '../../../src/kernel/duration.js';

const request = { user: 'MyUser', newPassword: 'W=*B2!qmv_$PkbV4dJr' };

/** Nobody may reset; two domain controllers, of which the sync server prefers the second. */
function twoControllers(): Simulation {
  const world: WorldInput = {
    connector: {
      server: 'SYNC01',
      rights: { resetPassword: false },
      preferredControllers: ['DC02.Test.local'],
    },
    domain: { controllers: { DC01: {}, DC02: {} }, organizationalUnits: { Staff: {} } },
  };
  return createSimulation(world);
}

describe('a right on its way', () => {
  it('is awaited for as long as it takes itself, whatever else is under way', () => {
    const simulation = twoControllers();
    const granted = simulation.now;
    simulation.apply(domainAction({ action: 'grant-right', right: 'resetPassword', at: 'DC02' }));
    simulation.advance('20 min');
    simulation.apply(domainAction({ action: 'grant-right', right: 'writeLockoutTime', at: 'DC02' }));
    simulation.apply(domainAction({ action: 'disable-inheritance', unit: 'Staff', at: 'DC02' }));
    const { refusal } = simulation.reset(request);
    expect(refusal).toMatchObject({ rule: 'right-not-yet-in-effect', pendingUntil: granted + 60 * MINUTE });
  });

  it('does not come to a domain controller that does not run, and then from when it has caught up', () => {
    const simulation = twoControllers();
    simulation.apply(domainAction({ action: 'stop-controller', controller: 'DC02' }));
    simulation.apply(domainAction({ action: 'grant-right', right: 'resetPassword', at: 'DC01' }));
    simulation.advance('3 hours');
    const started = simulation.now;
    simulation.apply(domainAction({ action: 'start-controller', controller: 'DC02' }));
    const { refusal } = simulation.reset(request);
    const pendingUntil = started + MINUTE + 60 * MINUTE;
    expect(refusal).toMatchObject({ rule: 'right-not-yet-in-effect', pendingUntil });
    simulation.advanceTo(pendingUntil);
    expect(simulation.reset(request).outcome).toBe('succeeded');
  });

  it('has no date while the one that has it does not run', () => {
    const simulation = twoControllers();
    simulation.apply(domainAction({ action: 'grant-right', right: 'resetPassword', at: 'DC01' }));
    simulation.apply(domainAction({ action: 'stop-controller', controller: 'DC01' }));
    simulation.advance('3 hours');
    const { refusal } = simulation.reset(request);
    expect(refusal).toMatchObject({ rule: 'right-not-yet-in-effect', pendingUntil: undefined });
  });
});

it('an account that is disabled elsewhere is blocked in the cloud after the next cycle', () => {
  const simulation = twoControllers();
  const enabled = (): boolean | undefined =>
    simulation.view.tenant.users.get('myuser@contoso.onmicrosoft.com')?.enabled;
  simulation.apply(domainAction({ action: 'disable-account', user: 'MyUser', at: 'DC01' }));
  simulation.advance('1 min');
  expect(enabled()).toBe(true);
  simulation.advance('30 min');
  expect(enabled()).toBe(false);
});
