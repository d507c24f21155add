import { describe, expect, it } from 'vitest';
import { connectorRights, controllerInUse } from '../../../src/attempt/connector-access.js';
import type { DelegatedRights } from '../../../src/domain/access-rights.js';
import { accountAt } from '../../../src/domain/replica.js';
import type { DomainAccount } from '../../../src/domain/account.js';
import { domainAction, type DomainAction } from '../../../src/simulation/actions/domain-administrator.js';
import {
  createSimulation,
  plainRecord,
  renderRecords,
  type Simulation,
  type WorldInput,
} from '../../../src/index.js';

const user = 'MyUser';
const OLD = 'Right-Horse-9';

function accountIn({ view: { domain } }: Simulation): DomainAccount {
  const account = accountAt(domain, domain.controllers[0], 'myuser');
  if (account === undefined) throw new Error('MyUser is missing');
  return account;
}

function rightsIn({ view }: Simulation): DelegatedRights {
  const controller = controllerInUse(view);
  const account = accountAt(view.domain, controller, 'myuser');
  if (account === undefined) throw new Error('MyUser is missing');
  return connectorRights(view, controller, account);
}

function after(world: WorldInput, ...doings: readonly DomainAction[]): Simulation {
  const simulation = createSimulation(world);
  for (const doing of doings) simulation.apply(domainAction(doing));
  return simulation;
}

/** What the Security log has of it: event ids, with what changed. */
function logged(simulation: Simulation): readonly string[] {
  simulation.advance('1 s');
  return renderRecords(simulation.facts, simulation.ids)
    .filter(({ log }) => log === 'dc-security')
    .map((entry) => {
      const { EventID, EventData } = plainRecord(entry) as {
        EventID: number;
        EventData: Readonly<Record<string, string>>;
      };
      const told = ['PasswordLastSet', 'AccountExpires', 'UserAccountControl'].flatMap((key) => {
        const value = EventData[key]?.trim();
        return value === undefined || value === '-' ? [] : [`${key} ${value}`];
      });
      return [EventID, ...told].join(' ');
    });
}

const having = (
  activeDirectory: NonNullable<NonNullable<WorldInput['users']>[string]['activeDirectory']>,
): WorldInput => ({ users: { MyUser: { activeDirectory } } });

describe('what a domain controller logs of an action', () => {
  it.each<readonly [string, WorldInput, DomainAction, readonly string[]]>([
    ['disables', {}, { action: 'disable-account', user }, ['4725', '4738 UserAccountControl %%2080']],
    ['is disabled already', having({ disabled: true }), { action: 'disable-account', user }, []],
    [
      'enables',
      having({ disabled: true }),
      { action: 'enable-account', user },
      ['4722', '4738 UserAccountControl %%2048'],
    ],
    ['is enabled already', {}, { action: 'enable-account', user }, []],
    ['unlocks', having({ lockedOut: '5 minutes ago' }), { action: 'unlock', user }, ['4767']],
    ['is not locked', {}, { action: 'unlock', user }, []],
    [
      'is not locked, where the log tells all the same',
      { switches: { unlockWithoutLock: '4767' } },
      { action: 'unlock', user },
      ['4767'],
    ],
    ['ticks cannot change', {}, { action: 'set-option', option: 'userCannotChangePassword', user }, ['4738']],
    [
      'clears cannot change',
      having({ userCannotChangePassword: true }),
      { action: 'clear-option', option: 'userCannotChangePassword', user },
      ['4738'],
    ],
    ['has it cleared already', {}, { action: 'clear-option', option: 'userCannotChangePassword', user }, []],
    [
      'ticks never expires',
      {},
      { action: 'set-option', option: 'passwordNeverExpires', user },
      ['4738 UserAccountControl %%2089'],
    ],
    [
      'requires a smart card',
      {},
      { action: 'set-option', option: 'smartcardRequired', user },
      ['4738 UserAccountControl %%2092'],
    ],
    [
      'ticks must change',
      {},
      { action: 'set-option', option: 'mustChangePassword', user },
      ['4738 PasswordLastSet %%1794'],
    ],
    [
      'clears must change',
      having({ passwordLastSet: 'must change' }),
      { action: 'clear-option', option: 'mustChangePassword', user },
      ['4738 PasswordLastSet 6/8/2023 9:00:00 AM'],
    ],
    [
      'ticks must change of one that never expires',
      having({ passwordNeverExpires: true }),
      { action: 'set-option', option: 'mustChangePassword', user },
      [],
    ],
    [
      'sets an expiry',
      {},
      { action: 'set-account-expiry', expires: '2023-07-01T00:00:00Z', user },
      ['4738 AccountExpires 7/1/2023 12:00:00 AM'],
    ],
    [
      'lets it never expire',
      having({ accountExpires: 'in 3 days' }),
      { action: 'set-account-expiry', expires: 'never', user },
      ['4738 AccountExpires %%1794'],
    ],
    [
      'resets, to be changed',
      {},
      { action: 'set-password', newPassword: OLD, mustChange: true, user },
      ['4724', '4738 PasswordLastSet 6/8/2023 9:00:00 AM', '4738 PasswordLastSet %%1794'],
    ],
    ['disables inheritance', {}, { action: 'disable-inheritance', user }, ['4738']],
    ['has it off already', having({ inheritance: false }), { action: 'disable-inheritance', user }, []],
    ['enables inheritance', having({ inheritance: false }), { action: 'enable-inheritance', user }, ['4738']],
    ['grants on the account', {}, { action: 'grant-right', right: 'resetPassword', user }, ['4738']],
    [
      'grants what is granted there already',
      having({ permissions: [{ allow: 'resetPassword' }] }),
      { action: 'grant-right', right: 'resetPassword', user },
      [],
    ],
    ['grants on the domain', {}, { action: 'grant-right', right: 'resetPassword' }, []],
    ['clears adminCount', having({ adminCount: true }), { action: 'clear-admin-count', user }, ['4738']],
    ['has no adminCount', {}, { action: 'clear-admin-count', user }, []],
    [
      'moves',
      { domain: { organizationalUnits: { Staff: {} } } },
      { action: 'move', user, unit: 'Staff' },
      [],
    ],
    ['adds to a group', {}, { action: 'add-to-group', user, group: 'Domain Admins' }, []],
    [
      'disables inheritance where nothing is audited',
      { domain: { auditPolicy: { userAccountManagement: 'none' } } },
      { action: 'disable-inheritance', user },
      [],
    ],
  ])('%s', (_what, world, doing, expected) => {
    expect(logged(after(world, doing))).toEqual(expected);
  });
});

describe('an action', () => {
  it('takes away the password with the smart card, and a writeback gives one that only a bind takes', () => {
    const simulation = after(having({ password: OLD }), {
      action: 'set-option',
      option: 'smartcardRequired',
      user,
    });
    const random = accountIn(simulation).passwordHistory[0];
    expect(random).not.toBe(accountIn(simulation).passwordHistory[1]);
    const cloud = simulation.view.tenant.users.get('myuser@contoso.onmicrosoft.com');
    expect(cloud?.passwordHash).not.toBe(random);
    simulation.advance('2 min');
    expect(cloud?.passwordHash).toBe(random);
    expect(simulation.reset({ user, newPassword: 'Battery-Staple-7x' }).outcome).toBe('succeeded');
    expect(accountIn(simulation).passwordHistory[0]).not.toBe(random);
    expect(simulation.signIn({ user, password: 'Battery-Staple-7x' }).outcome).toBe('smartcard-required');
  });

  it.each([false, true])(
    'sets a password that the cloud has within two minutes (to be changed: %s)',
    (mustChange) => {
      const simulation = after(
        { tenant: { temporaryPasswords: true } },
        { action: 'set-password', user, newPassword: OLD, mustChange },
      );
      const cloud = simulation.view.tenant.users.get('myuser@contoso.onmicrosoft.com');
      const [hash] = accountIn(simulation).passwordHistory;
      expect(cloud?.passwordHash).not.toBe(hash);
      simulation.advance('2 min');
      expect(cloud?.passwordHash).toBe(hash);
      simulation.advance('1 s');
      const told = renderRecords(simulation.facts, simulation.ids).flatMap((entry) =>
        entry.log === 'connector-application' ? [entry.record.id] : [],
      );
      expect(told).toEqual([656, 657]);
    },
  );

  it.each<readonly [DomainAction, string]>([
    [{ action: 'add-to-group', user, group: 'Domain Admin' }, 'did you mean "Domain Admins"?'],
    [{ action: 'remove-from-group', user, group: 'Domian Admins' }, 'did you mean "Domain Admins"?'],
    [
      { action: 'add-to-group', user: 'MSOL_161f84601d93', group: 'Domain Admins' },
      'did you mean "MSOL_161f84601d39"?',
    ],
    [{ action: 'grant-right', right: 'resetPassword', to: 'Sync Severs' }, 'did you mean "Sync Servers"?'],
    [{ action: 'deny-right', right: 'changePassword' }, 'say whom it concerns, such as to: SELF'],
    [
      { action: 'add-to-group', memberGroup: 'Sync Servers', group: 'Domain Admins' },
      'Domain Admins is global, Sync Servers is domainLocal',
    ],
  ])('complains about %j', (doing, hint) => {
    const world: WorldInput = { domain: { groups: { 'Sync Servers': { scope: 'domainLocal' } } } };
    expect(() => after(world, doing)).toThrow(expect.objectContaining({ hint }));
  });
});

describe('rights through groups', () => {
  const lacking: WorldInput = {
    connector: { rights: { resetPassword: false } },
    domain: { groups: { Delegates: {}, 'Sync Servers': {} } },
  };
  const nested: readonly DomainAction[] = [
    { action: 'add-to-group', user: 'MSOL_161f84601d39', group: 'Sync Servers' },
    { action: 'add-to-group', memberGroup: 'Sync Servers', group: 'Delegates' },
  ];
  const steps: readonly (readonly [DomainAction, boolean])[] = [
    [{ action: 'grant-right', right: 'resetPassword', to: 'Delegates' }, true],
    [{ action: 'deny-right', right: 'resetPassword', to: 'Sync Servers' }, false],
    [{ action: 'revoke-right', right: 'resetPassword', to: 'Sync Servers' }, true],
    [{ action: 'remove-from-group', memberGroup: 'Sync Servers', group: 'Delegates' }, false],
    [{ action: 'add-to-group', memberGroup: 'Sync Servers', group: 'Delegates' }, true],
    [{ action: 'revoke-right', right: 'resetPassword', to: 'Delegates' }, false],
    [{ action: 'grant-right', right: 'resetPassword', user, to: 'Sync Servers' }, true],
  ];

  it('come and go by action, nested groups included', () => {
    const simulation = after(lacking, ...nested);
    expect(rightsIn(simulation).resetPassword).toBe(false);
    for (const [doing, granted] of steps) {
      simulation.apply(domainAction(doing));
      simulation.advance('1 hour');
      expect([doing, rightsIn(simulation).resetPassword]).toEqual([doing, granted]);
    }
  });

  it('are in effect at once on the account itself, and later from above', () => {
    const onUser: DomainAction = { action: 'grant-right', right: 'resetPassword', user };
    expect(rightsIn(after(lacking, onUser)).resetPassword).toBe(true);
    const above: DomainAction = { action: 'grant-right', right: 'resetPassword' };
    expect(rightsIn(after(lacking, above)).resetPassword).toBe(false);
  });

  it('of nested groups reach other domain controllers by replication', () => {
    const world: WorldInput = {
      ...lacking,
      connector: { ...lacking.connector, preferredControllers: ['DC02.Test.local'] },
    };
    const two = { ...world, domain: { ...world.domain, controllers: { DC01: {}, DC02: {} } } };
    const simulation = after(two, ...nested, {
      action: 'grant-right',
      right: 'resetPassword',
      user,
      to: 'Delegates',
    });
    expect(rightsIn(simulation).resetPassword).toBe(false);
    simulation.advance('1 hour');
    expect(rightsIn(simulation).resetPassword).toBe(true);
  });
});
