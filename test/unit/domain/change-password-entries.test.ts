import { describe, expect, it } from 'vitest';
import { userCannotChange } from '../../../src/domain/change-password-entries.js';
import { ownChange } from '../../../src/domain/access-directory.js';
import { accountAt } from '../../../src/domain/replica.js';
import { createSimulation, type WorldInput } from '../../../src/index.js';

/** The box in Active Directory Users and Computers, and what the access check says. */
function seen(world: WorldInput, wait = '0'): { ticked: boolean; granted: boolean; by: string | undefined } {
  const simulation = createSimulation(world);
  simulation.advance(wait);
  const { domain } = simulation.view;
  const [controller] = domain.controllers;
  const { permissionsInForce: directory, replica } = controller;
  const account = accountAt(domain, controller, 'myuser');
  if (account === undefined) throw new Error('MyUser is missing');
  const { granted, by } = ownChange(directory, account, replica.groups);
  return {
    ticked: userCannotChange(account.descriptor.entries),
    granted,
    by: by && `${by.entry.type} ${by.entry.trustee} on ${by.writtenOn}`,
  };
}

const onUser = (activeDirectory: NonNullable<NonNullable<WorldInput['users']>[string]['activeDirectory']>) =>
  ({ users: { MyUser: { activeDirectory } } }) as const;

const USER = 'CN=MyUser,CN=Users,DC=Test,DC=local';

describe('"User cannot change password"', () => {
  it('is not ticked by default: Everyone and SELF may', () => {
    expect(seen({})).toEqual({ ticked: false, granted: true, by: `allow S-1-1-0 on ${USER}` });
  });

  it('is two entries that deny', () => {
    expect(seen(onUser({ userCannotChangePassword: true }))).toEqual({
      ticked: true,
      granted: false,
      by: `deny S-1-1-0 on ${USER}`,
    });
    const both = ['Everyone', 'SELF'].map((to) => ({ deny: 'changePassword' as const, to }));
    expect(seen(onUser({ permissions: both }))).toMatchObject({ ticked: true, granted: false });
  });

  it.each(['Everyone', 'SELF'])('with one of them, for %s, denies and does not show the box ticked', (to) => {
    const permissions = [{ deny: 'changePassword' as const, to }];
    expect(seen(onUser({ permissions }))).toMatchObject({ ticked: false, granted: false });
  });

  it('denies through a group of the user too, on the account itself', () => {
    const domain = { groups: { Kiosk: { members: { users: ['MyUser'] } } } };
    const permissions = [{ deny: 'changePassword' as const, to: 'Kiosk' }];
    expect(seen({ ...onUser({ permissions }), domain })).toMatchObject({ ticked: false, granted: false });
  });

  it('gives way to the explicit grant where it is only inherited', () => {
    const permissions = [{ deny: 'changePassword' as const, to: 'Everyone' }];
    expect(seen({ domain: { permissions } })).toMatchObject({ granted: true });
  });

  it('does not survive SDProp: AdminSDHolder lets Everyone and SELF change', () => {
    const domain = { groups: { 'Domain Admins': { members: { users: ['MyUser'] } } } };
    const world = { ...onUser({ userCannotChangePassword: true }), domain };
    expect(seen(world)).toMatchObject({ ticked: true, granted: false });
    expect(seen(world, '1 hour')).toMatchObject({ ticked: false, granted: true });
  });
});
