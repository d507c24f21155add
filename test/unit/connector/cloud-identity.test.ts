import { expect, it } from 'vitest';
import { createSimulation, renderRecords, type DirectoryAudit, type WorldInput } from '../../../src/index.js';

function echoOf(world: WorldInput, start: string): DirectoryAudit | undefined {
  const simulation = createSimulation(world, { start });
  simulation.reset({ user: 'MyUser', newPassword: 'W=*B2!qmv_$PkbV4dJr' });
  simulation.advance('3 min');
  return renderRecords(simulation.facts, simulation.ids)
    .flatMap((entry) => (entry.log === 'entra-audit' ? [entry.record] : []))
    .find(({ activityDisplayName }) => activityDisplayName === 'Change user password');
}

it.each([
  ['2.1.20.0', '2023-06-08', 'account'],
  ['2.5.75.9', '2025-06-01', 'account'],
  ['2.5.76.0', '2025-06-01', 'application'],
  ['2.10.0.0', '2025-06-01', 'application'],
  ['2.1.20.0', '2026-01-01', 'application'],
] as const)('build %s on %s writes as an %s', (build, start, actor) => {
  const { app, user } = echoOf({ connector: { build } }, start)?.initiatedBy ?? {};
  if (actor === 'account') {
    expect(user?.userPrincipalName).toMatch(/^Sync_DC01_[0-9a-f]{12}@contoso\.onmicrosoft\.com$/);
    expect(app).toBeNull();
  } else {
    expect(app?.displayName).toMatch(/^ConnectSyncProvisioning_DC01_[0-9a-f]{12}$/);
    expect(app?.servicePrincipalId).toMatch(/^[0-9a-f-]{36}$/);
    expect(user).toBeNull();
  }
});

it('the world may say which', () => {
  const row = echoOf({ connector: { identity: 'service account' } }, '2026-01-01');
  expect(row?.initiatedBy.app).toBeNull();
});
