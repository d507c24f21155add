import { describe, expect, it } from 'vitest';
import { connectorRights, controllerInUse, whyRightDenied } from '../../../src/attempt/connector-access.js';
import { accountAt } from '../../../src/domain/replica.js';
import type { AccessRefusal } from '../../../src/domain/access-refusal.js';
import { RIGHTS } from '../../../src/domain/access-rights.js';
import { domainAction, type DomainAction } from '../../../src/simulation/actions/domain-administrator.js';
import { createSimulation, explainPassword, verdictOf, type WorldInput } from '../../../src/index.js';

const STRONG = 'W=*B2!qmv_$PkbV4dJr';

interface Case {
  readonly because: AccessRefusal['rule'];
  readonly world: WorldInput;
  readonly before?: readonly DomainAction[];
  readonly wait?: string;
  readonly figure: string;
}

/** Reset Password is there, written on the account itself, and the other right is not, each time for another reason. */
function casesOf(right: 'writeLockoutTime' | 'writePwdLastSet'): readonly Case[] {
  const permissions = [{ allow: 'resetPassword' as const }];
  const locked = { lockedOut: '5 minutes ago', permissions };
  const lacking = {
    connector: { rights: { [right]: false } },
    users: { MyUser: { activeDirectory: locked } },
  };
  return [
    {
      because: 'reset-password-right-missing',
      world: lacking,
      figure: `nothing grants it ${RIGHTS[right].name}; it belongs on DC=Test,DC=local, for descendant user objects`,
    },
    {
      because: 'outside-delegated-unit',
      world: { ...lacking, domain: { organizationalUnits: { Staff: { permissions: [{ allow: right }] } } } },
      figure: 'granted only on OU=Staff,DC=Test,DC=local',
    },
    {
      because: 'inheritance-disabled',
      world: { users: { MyUser: { activeDirectory: { ...locked, inheritance: false } } } },
      figure:
        'inheritance is off on CN=MyUser,CN=Users,DC=Test,DC=local; the right is granted on DC=Test,DC=local',
    },
    {
      because: 'protected-account',
      world: {
        domain: {
          groups: { 'Domain Admins': { members: { users: ['MyUser'] } } },
          passwordPolicy: { lockout: { duration: 'until unlocked' } },
        },
        users: { MyUser: { activeDirectory: { lockedOut: '5 minutes ago' } } },
      },
      before: [{ action: 'grant-right', right: 'resetPassword', on: 'AdminSDHolder' }],
      wait: '1 hour',
      figure: 'protected through Domain Admins',
    },
    {
      because: 'leftover-admin-count',
      world: { users: { MyUser: { activeDirectory: { ...locked, adminCount: true } } } },
      figure: 'adminCount is 1, and the user is in no protected group any more',
    },
    {
      because: 'right-denied-explicitly',
      world: {
        domain: {
          groups: { 'Sync Servers': { members: { users: ['MSOL_161f84601d39'] } } },
          permissions: [{ deny: right, to: 'Sync Servers' }],
        },
        users: { MyUser: { activeDirectory: locked } },
      },
      figure: 'denied for Sync Servers on DC=Test,DC=local',
    },
    {
      because: 'right-not-yet-in-effect',
      world: lacking,
      before: [{ action: 'grant-right', right }],
      figure: 'at 2023-06-08 10:00:00 UTC',
    },
  ];
}

describe.each(['writeLockoutTime', 'writePwdLastSet'] as const)('%s is missing', (right) => {
  it.each(casesOf(right))('because: $because', ({ because, world, before = [], wait = '0', figure }) => {
    const simulation = createSimulation(world);
    for (const doing of before) simulation.apply(domainAction(doing));
    simulation.advance(wait);
    const { view } = simulation;
    const controller = controllerInUse(view);
    const account = accountAt(view.domain, controller, 'myuser');
    if (account === undefined) throw new Error('MyUser is missing');
    expect(connectorRights(view, controller, account)).toMatchObject({ resetPassword: true, [right]: false });
    expect(whyRightDenied(view, controller, account, right, simulation.now)).toMatchObject({
      rule: because,
      right: RIGHTS[right].name,
    });
    if (right !== 'writeLockoutTime') return;
    const verdict = verdictOf(simulation.reset({ user: 'MyUser', newPassword: STRONG }), simulation.now);
    expect(verdict).toMatchObject({ outcome: 'succeeded', cause: 'still-locked-out' });
    expect(verdict.figures[1]).toMatch(/^Write lockoutTime is missing: /);
    expect(verdict.figures).toContainEqual(expect.stringContaining(figure));
    expect(verdict.fix[0]).toBe('Unlock the account.');
    expect(verdict.fix.length).toBeGreaterThan(1);
  });
});

describe('Unexpire Password is missing', () => {
  const lacking: WorldInput = { connector: { rights: { unexpirePassword: false } } };
  it.each<Omit<Case, 'figure'>>([
    { because: 'reset-password-right-missing', world: lacking },
    {
      because: 'outside-delegated-unit',
      world: {
        ...lacking,
        domain: { organizationalUnits: { Staff: { permissions: [{ allow: 'unexpirePassword' }] } } },
      },
    },
    {
      because: 'right-denied-explicitly',
      world: { domain: { permissions: [{ deny: 'unexpirePassword', to: 'Everyone' }] } },
    },
    {
      because: 'right-not-yet-in-effect',
      world: lacking,
      before: [{ action: 'grant-right', right: 'unexpirePassword' }],
    },
  ])('because: $because', ({ because, world, before = [] }) => {
    const simulation = createSimulation(world);
    for (const doing of before) simulation.apply(domainAction(doing));
    const attempt = simulation.reset({ user: 'MyUser', newPassword: STRONG });
    expect(attempt.shortfalls).toMatchObject([{ rule: 'password-expired-at-once', why: { rule: because } }]);
    expect(verdictOf(attempt, simulation.now).figures[1]).toMatch(/^Unexpire Password is missing: /);
    // Where the person meets it again, at the sign-in, the reason is still known.
    const { outcome, leftBehind } = simulation.signIn({ user: 'MyUser', password: STRONG });
    expect(outcome).toBe('must-change-password');
    expect(leftBehind).toMatchObject({ rule: 'password-expired-at-once', why: { rule: because } });
  });
});

it('the explanation of a password lists the missing rights, each with its reason', () => {
  const world: WorldInput = {
    connector: { rights: { unexpirePassword: false } },
    users: { MyUser: { activeDirectory: { inheritance: false } } },
  };
  const { missingRights } = explainPassword(world, { user: 'MyUser', candidate: STRONG });
  expect(missingRights.map(({ right, because }) => [right, because])).toEqual([
    ['Reset Password', 'inheritance-disabled'],
    ['Write lockoutTime', 'inheritance-disabled'],
    ['Write pwdLastSet', 'inheritance-disabled'],
    ['Unexpire Password', 'reset-password-right-missing'],
  ]);
  expect(
    explainPassword(world, { user: 'MyUser', candidate: STRONG, kind: 'plain reset' }).missingRights,
  ).toEqual([]);
});
