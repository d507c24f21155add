import { describe, expect, it } from 'vitest';
import { createSimulation, type WorldInput } from '../../../src/index.js';
import type { AdministratorResetRequest } from '../../../src/simulation/attempt-request.js';

const NEW = 'Battery-Staple-7';
const CLOUD_ONLY: WorldInput = { users: { MyUser: { cloudOnly: true }, Other: {} } };
const reset = { verb: 'administratorReset', user: 'MyUser', newPassword: NEW } as const;

describe("an administrator's reset", () => {
  it.each([
    ['of a cloud-only user', CLOUD_ONLY, {}, 'must-change-password'],
    [
      'in the Microsoft 365 admin center',
      {},
      { entryPoint: 'Microsoft 365 admin center' },
      'must-change-password',
    ],
    ['that forces nothing', CLOUD_ONLY, { entryPoint: 'PowerShell', forceChange: false }, 'signed in'],
  ] satisfies [string, WorldInput, Partial<AdministratorResetRequest>, string][])(
    '%s: what the cloud asks at the next sign-in',
    (_what, world, more, outcome) => {
      const simulation = createSimulation(world);
      simulation.run({ ...reset, ...more });
      expect(simulation.signIn({ user: 'MyUser', password: NEW, to: 'cloud' }).outcome).toBe(outcome);
    },
  );

  it.each([{}, CLOUD_ONLY])('releases a smart lockout', (world) => {
    const simulation = createSimulation(world);
    for (let wrong = 0; wrong < 10; wrong++) {
      simulation.signIn({ user: 'MyUser', password: `wrong ${wrong}`, to: 'cloud' });
    }
    expect(simulation.signIn({ user: 'MyUser', password: 'x', to: 'cloud' }).outcome).toBe('locked-out');
    const before = simulation.view.tenant.users.get('myuser@contoso.onmicrosoft.com')?.smartLockout.familiar;
    expect(before?.until).toBeDefined();
    simulation.run(reset);
    const after = simulation.view.tenant.users.get('myuser@contoso.onmicrosoft.com')?.smartLockout.familiar;
    expect(after).toMatchObject({ wrong: 0, until: undefined });
  });

  it('is undone in the cloud by a change, which clears what was forced', () => {
    const simulation = createSimulation(CLOUD_ONLY);
    simulation.run(reset);
    const another = 'Orange-Lantern-42';
    const change = { verb: 'change', user: 'MyUser', oldPassword: NEW, newPassword: another } as const;
    expect(simulation.run(change).outcome).toBe('succeeded');
    expect(simulation.signIn({ user: 'MyUser', password: another, to: 'cloud' }).outcome).toBe('signed in');
  });
});
