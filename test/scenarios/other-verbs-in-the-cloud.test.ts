import { describe, expect, it } from 'vitest';
import { FAILURE_MODES, renderRecords } from '../../src/index.js';
import { playArrangement } from '../../src/failure-modes/play-arrangement.js';

const CHANGE = 'Change password (self-service)';
const BY_ADMINISTRATOR = 'Reset password (by admin)';

describe('the same causes, met by another verb', () => {
  const changed = { verb: 'change', oldPassword: 'Spring-is-over-22' } as const;
  const byAdministrator = { verb: 'administratorReset' } as const;
  const last = (mode: string, verb: typeof changed | typeof byAdministrator): string | undefined => {
    const found = FAILURE_MODES.find(({ id }) => id === mode);
    if (found === undefined) throw new Error(`there is no failure mode "${mode}"`);
    const { world, ...arrangement } = found.arrange();
    const { activeDirectory, ...user } = world.users?.['MyUser'] ?? {};
    const withPassword = { ...user, activeDirectory: { ...activeDirectory, password: 'Spring-is-over-22' } };
    const request = { ...verb, user: 'MyUser', newPassword: 'W=*B2!qmv_$PkbV4dJr' };
    const { simulation } = playArrangement({
      ...arrangement,
      world: { ...world, users: { ...world.users, MyUser: withPassword } },
      request,
    });
    const rows = renderRecords(simulation.facts, simulation.ids).flatMap(({ log, record }) =>
      log === 'entra-audit'
        ? [`${record.activityDisplayName} | ${record.result} | ${record.resultReason}`]
        : [],
    );
    return rows.findLast((row) => row.startsWith(CHANGE) || row.startsWith(BY_ADMINISTRATOR));
  };

  it.each([
    ['user-cannot-change-password', `${CHANGE} | failure | ADAdminActionRequired`],
    ['remote-sam-restricted', `${CHANGE} | failure | ADAdminActionRequired`],
    ['account-not-linked', `${CHANGE} | failure | ADAdminActionRequired`],
    ['duplicate-accounts', `${CHANGE} | failure | ADAdminActionRequired`],
    ['key-mismatch', `${CHANGE} | failure | ADAdminActionRequired`],
    ['domain-controllers-down', `${CHANGE} | failure | ADAdminActionRequired`],
    ['nobody-listening', `${CHANGE} | failure | OnPremisesConnectivityFailure`],
    ['outside-sspr-scope', `${CHANGE} | failure | [no published text]`],
  ])('a change that meets %s', (mode, row) => {
    expect(last(mode, changed)).toBe(row);
  });

  it.each(['protected-account', 'remote-sam-restricted', 'account-not-linked', 'key-mismatch'])(
    "an administrator's reset that meets %s has a failure whose reason nobody has published",
    (mode) => {
      expect(last(mode, byAdministrator)).toBe(`${BY_ADMINISTRATOR} | failure | [no published text]`);
    },
  );
});
