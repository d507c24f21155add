import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSimulation, renderRecords, type Simulation, type WorldInput } from '../../src/index.js';
import { connectorRights, controllerInUse } from '../../src/attempt/connector-access.js';
import type { DelegatedRights } from '../../src/domain/access-rights.js';
import { HOUR, MINUTE } from '../../src/kernel/duration.js';
import { domainAction, type DomainAction } from '../../src/simulation/actions/domain-administrator.js';
import { accountIn } from '../account-in.js';

const STRONG = 'W=*B2!qmv_$PkbV4dJr';
const RIGHTS = ['resetPassword', 'writeLockoutTime', 'writePwdLastSet', 'unexpirePassword'] as const;
const UNITS = ['Staff', 'Staff/Sales', 'Warehouse'];
const rightNames = fc.constantFrom(...RIGHTS);
const permissionLists = fc.array(
  fc.oneof(
    fc.record({ allow: rightNames, to: fc.constantFrom('MSOL_161f84601d39', 'Helpdesk', 'Everyone') }),
    fc.record({ deny: rightNames, to: fc.constantFrom('MSOL_161f84601d39', 'Helpdesk') }),
  ),
  { maxLength: 2 },
);

/** Each of the many things that must be so for a reset to be allowed is mostly so, or hardly any would be. */
const mostly = <T>(value: T, others: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: others });

/** Domains whose tree and permissions are anything; the rest is healthy. */
const worlds: fc.Arbitrary<WorldInput> = fc
  .record({
    rights: fc.record({
      resetPassword: mostly(true, fc.constant(false)),
      writeLockoutTime: fc.boolean(),
      unexpirePassword: fc.boolean(),
    }),
    on: mostly<'domain' | string[]>('domain', fc.constantFrom(['Staff'], ['Warehouse'])),
    inherits: fc.array(mostly(true, fc.constant(false)), { minLength: 4, maxLength: 4 }),
    permissions: fc.array(permissionLists, { minLength: 3, maxLength: 3 }),
    unit: fc.option(fc.constantFrom(...UNITS), { nil: undefined }),
    helper: fc.boolean(),
    admin: mostly(false, fc.constant(true)),
    adminCount: fc.option(fc.boolean(), { nil: undefined }),
  })
  .map(({ rights, on, inherits, permissions, unit, helper, admin, adminCount }) => ({
    connector: { rights, delegation: { on } },
    domain: {
      passwordPolicy: { minimumAge: '0' },
      organizationalUnits: {
        Staff: { inheritance: inherits[0], permissions: permissions[0] },
        'Staff/Sales': { inheritance: inherits[1] },
        Warehouse: { inheritance: inherits[2] },
      },
      permissions: permissions[1],
      groups: {
        Helpdesk: { members: { users: helper ? ['MSOL_161f84601d39'] : [] } },
        'Domain Admins': { members: { users: admin ? ['MyUser'] : [] } },
      },
    },
    users: {
      MyUser: {
        activeDirectory: {
          permissions: permissions[2],
          ...(unit === undefined ? {} : { organizationalUnit: unit }),
          ...(inherits[3] === true ? {} : { inheritance: false }),
          ...(adminCount === undefined ? {} : { adminCount }),
        },
      },
    },
  }));

const rightsIn = (simulation: Simulation): DelegatedRights => {
  const { view } = simulation;
  return connectorRights(view, controllerInUse(view), accountIn(simulation));
};

describe('access rights', () => {
  it('whoever lacks the right changes nothing, and the cause is named', () => {
    let refusals = 0;
    let successes = 0;
    fc.assert(
      fc.property(worlds, (world) => {
        const simulation = createSimulation(world);
        const may = rightsIn(simulation).resetPassword;
        const before = accountIn(simulation);
        const { outcome, refusal } = simulation.reset({ user: 'MyUser', newPassword: STRONG });
        expect(outcome).toBe(may ? 'succeeded' : 'refused');
        if (may) successes++;
        if (may) return;
        refusals++;
        expect(accountIn(simulation)).toBe(before);
        expect(refusal).toHaveProperty('right', 'Reset Password');
        const logs = renderRecords(simulation.facts, simulation.ids).map(({ log }) => log);
        expect(logs).not.toContain('dc-security');
      }),
    );
    expect(Math.min(refusals, successes)).toBeGreaterThan(5);
  });

  it('rights granted are in effect from the moment they have arrived, and not before', () => {
    fc.assert(
      fc.property(rightNames, fc.integer({ min: 1, max: 300 }), (right, minutes) => {
        const simulation = createSimulation({
          connector: { rights: { [right]: false } },
          domain: { permissionDelay: `${minutes} min` },
        });
        simulation.apply(domainAction({ action: 'grant-right', right }));
        simulation.advance(minutes * MINUTE - 1);
        expect(rightsIn(simulation)[right]).toBe(false);
        simulation.advance(1);
        expect(rightsIn(simulation)[right]).toBe(true);
        simulation.apply(domainAction({ action: 'revoke-right', right }));
        simulation.advance(minutes * MINUTE - 1);
        expect(rightsIn(simulation)[right]).toBe(true);
        simulation.advance(1);
        expect(rightsIn(simulation)[right]).toBe(false);
      }),
    );
  });

  it('protected accounts are protected after SDProp, and stay so whatever is mended', () => {
    const meddling = fc.array(
      fc.constantFrom<DomainAction>(
        { action: 'enable-inheritance', user: 'MyUser' },
        { action: 'clear-admin-count', user: 'MyUser' },
        { action: 'grant-right', right: 'resetPassword' },
        { action: 'grant-right', right: 'resetPassword', on: 'Staff' },
        { action: 'move', user: 'MyUser', unit: 'Warehouse' },
        { action: 'disable-inheritance', user: 'MyUser' },
      ),
    );
    fc.assert(
      fc.property(worlds, meddling, (world, actions) => {
        const simulation = createSimulation(world);
        simulation.apply(domainAction({ action: 'add-to-group', user: 'MyUser', group: 'Domain Admins' }));
        for (const doing of actions) {
          simulation.apply(domainAction(doing));
          simulation.advance(7 * MINUTE);
        }
        simulation.advance(HOUR);
        expect(rightsIn(simulation).resetPassword).toBe(false);
      }),
    );
  });
});
