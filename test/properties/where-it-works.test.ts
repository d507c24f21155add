import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createSimulation,
  passwordStanding,
  renderRecords,
  whereItWorks,
  type WorldInput,
} from '../../src/index.js';
import { domainAction } from '../../src/simulation/actions/domain-administrator.js';

const PASSWORDS = ['Before-Horse-9', 'After-Horse-77', 'Third-Horse-8!', 'Wrong-Horse-11'] as const;
const [BEFORE] = PASSWORDS;
const password = fc.constantFrom(...PASSWORDS);

const worlds: fc.Arbitrary<WorldInput> = fc.record(
  {
    tenant: fc.record({
      signInMethod: fc.constantFrom(
        'password hash sync' as const,
        'pass-through' as const,
        'federated' as const,
      ),
      temporaryPasswords: fc.boolean(),
    }),
    connector: fc.record({ passwordHashSync: fc.boolean() }),
    domain: fc.record({
      controllers: fc.constantFrom(
        { DC01: {} },
        { DC01: {}, DC02: {} },
        { DC01: { online: false }, DC02: {} },
        { DC01: { online: false } },
        { DC01: {}, DC02: { readOnly: true } },
      ),
      replication: fc.constantFrom({}, { firstPartner: '5 min' }),
      passwordPolicy: fc.constant({ minimumAge: '0', lockout: { threshold: 3 } }),
    }),
    users: fc.record({
      MyUser: fc.record({
        activeDirectory: fc.record({
          password: fc.constant(BEFORE),
          passwordLastSet: fc.constantFrom('30 days ago', '43 days ago', 'must change'),
          disabled: fc.boolean(),
          smartcardRequired: fc.boolean(),
        }),
        cloudOnly: fc.constantFrom(false, false, false, true),
      }),
    }),
  },
  { noNullPrototype: true },
);

const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('reset' as const), password }),
    fc.record({ do: fc.constant('set' as const), password }),
    fc.record({ do: fc.constant('must change' as const) }),
    fc.record({ do: fc.constant('sign in' as const), password, to: fc.constantFrom('computer', 'cloud') }),
    fc.record({ do: fc.constant('wait' as const), time: fc.constantFrom('1 min', '2 min', '31 min') }),
  ),
  { maxLength: 8 },
);

type Simulation = ReturnType<typeof createSimulation>;

/** One history; the same twice over, so that one can be asked and the other tried. */
function after(
  world: WorldInput,
  history: readonly (typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never)[],
): Simulation {
  const simulation = createSimulation(world);
  const cloudOnly = world.users?.['MyUser']?.cloudOnly === true;
  // Where no domain controller runs nobody sets anything.
  const runs = simulation.view.domain.controllers.some(({ online }) => online);
  for (const step of history) {
    if (step.do === 'wait') simulation.advance(step.time);
    else if (step.do === 'reset') simulation.reset({ user: 'MyUser', newPassword: step.password });
    else if (step.do === 'sign in' && !(cloudOnly && step.to === 'computer'))
      simulation.signIn({ user: 'MyUser', password: step.password, to: step.to });
    else if (step.do === 'set' && runs && !cloudOnly)
      simulation.apply(domainAction({ action: 'set-password', user: 'MyUser', newPassword: step.password }));
    else if (step.do === 'must change' && runs && !cloudOnly)
      simulation.apply(domainAction({ action: 'require-password-change', user: 'MyUser' }));
  }
  return simulation;
}

describe('which password works where', () => {
  it('is what signing in would have shown, and asking changes nothing', () => {
    fc.assert(
      fc.property(worlds, steps, password, (world, history, asked) => {
        const simulation = after(world, history);
        const before = [structuredClone(simulation.view.tenant.users), simulation.facts.length];
        const { activeDirectory, entra } = whereItWorks(
          simulation.view,
          { user: 'MyUser', password: asked },
          simulation.now,
        );
        passwordStanding(simulation.view, 'MyUser', simulation.now);
        expect([simulation.view.tenant.users, simulation.facts.length]).toEqual(before);
        const inCloud = after(world, history).signIn({ user: 'MyUser', password: asked, to: 'cloud' });
        expect(entra).toBe(inCloud.outcome);
        if (activeDirectory === 'no account') return;
        const atDesk = after(world, history).signIn({ user: 'MyUser', password: asked });
        expect(activeDirectory).toBe(atDesk.outcome);
      }),
    );
  });

  it('settles: where hashes are synchronised both sides hold one password in the end', () => {
    fc.assert(
      fc.property(worlds, steps, (world, history) => {
        const simulation = after(world, history);
        simulation.advance('10 min');
        const { same, activeDirectory } = passwordStanding(simulation.view, 'MyUser', simulation.now);
        // A temporary password stays behind where the feature is off.
        const temporary = activeDirectory?.mustChange === true && world.tenant?.temporaryPasswords !== true;
        if (world.connector?.passwordHashSync === false || temporary || same === undefined) return;
        if (simulation.view.domain.accounts.get('myuser')?.options.smartcardRequired === true) return;
        expect(same).toBe(true);
      }),
    );
  });

  it('no sign-in leaves a password in any record, and each has exactly one row unless a federation server refuses', () => {
    fc.assert(
      fc.property(worlds, steps, (world, history) => {
        const simulation = after(world, history);
        const entries = renderRecords(simulation.facts, simulation.ids);
        const text = JSON.stringify([simulation.facts, entries]);
        for (const one of PASSWORDS) expect(text).not.toContain(one);
        const rows = entries.filter(({ log }) => log === 'entra-sign-in').length;
        const tries = history.filter((step) => step.do === 'sign in' && step.to === 'cloud').length;
        if (world.tenant?.signInMethod === 'federated') expect(rows).toBeLessThanOrEqual(tries);
        else expect(rows).toBe(tries);
      }),
    );
  });
});
