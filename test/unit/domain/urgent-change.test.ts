import { describe, expect, it } from 'vitest';
import type { DomainAccount } from '../../../src/domain/account.js';
import type { ReplicatedAttribute } from '../../../src/domain/replicated-attributes.js';
import { isUrgent } from '../../../src/domain/urgent-change.js';
import { domainAction } from '../../../src/simulation/actions/domain-administrator.js';
import { createSimulation, type Simulation } from '../../../src/index.js';
import { accountIn } from '../../account-in.js';
import { accountWith, AT } from './some-write.js';

const LOCK = ['lockoutTime'] as const;
const PASSWORD = ['unicodePwd', 'pwdLastSet'] as const;

describe('a change that does not wait', () => {
  it.each<[string, boolean, readonly ReplicatedAttribute[], Partial<DomainAccount>]>([
    ['a lock', true, LOCK, { lockoutTime: AT }],
    ['an unlock', true, LOCK, { lockoutTime: undefined }],
    ['a password that must be changed', true, PASSWORD, { passwordLastSet: undefined }],
    ['a change of the password', true, PASSWORD, { passwordLastSet: AT, changedByOwner: true }],
    ['a reset of the password', false, PASSWORD, { passwordLastSet: AT, changedByOwner: false }],
    ['an option, long after a change', false, ['userAccountControl'], { changedByOwner: true }],
    ['an option of a locked account', false, ['userAccountControl'], { lockoutTime: AT }],
  ])('%s: %s', (_what, urgent, attributes, differences) => {
    expect(isUrgent(accountWith(differences), attributes)).toBe(urgent);
  });
});

describe('at another domain controller a second later', () => {
  function simulation(): Simulation {
    return createSimulation({
      connector: { server: 'SYNC01', preferredControllers: ['DC02.Test.local'] },
      domain: {
        controllers: { DC01: {}, DC02: {}, DC03: {} },
        passwordPolicy: { minimumAge: '0', lockout: { threshold: 1, duration: '30 min' } },
      },
      users: { MyUser: { activeDirectory: { password: 'Right-Horse-9' } } },
    });
  }

  it('an unlock has arrived', () => {
    const simulated = simulation();
    simulated.signIn({ user: 'MyUser', password: 'Wrong-Horse-1' });
    simulated.advance('1 min');
    expect(accountIn(simulated, 2).lockoutTime).toBeDefined();
    simulated.apply(domainAction({ action: 'unlock', user: 'MyUser', at: 'DC02' }));
    simulated.advance('1 s');
    expect(accountIn(simulated, 2).lockoutTime).toBeUndefined();
  });

  it.each([
    ['change', true],
    ['reset', false],
  ] as const)('the password of a %s has arrived: %s', (verb, arrived) => {
    const simulated = simulation();
    const newPassword = 'W=*B2!qmv_$PkbV4dJr';
    simulated.start(
      verb === 'change'
        ? { verb, user: 'MyUser', oldPassword: 'Right-Horse-9', newPassword }
        : { verb, user: 'MyUser', newPassword },
    );
    while (accountIn(simulated, 1).passwordHistory.length < 2) simulated.advance('100 ms');
    simulated.advance('1 s');
    expect(accountIn(simulated, 2).passwordHistory.length === 2).toBe(arrived);
  });
});
