import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSimulation } from '../../src/index.js';
import { isLockedOut } from '../../src/domain/lockout.js';
import { domainAction } from '../../src/simulation/actions/domain-administrator.js';
import { accountIn } from '../account-in.js';

const RIGHT = 'Right-Horse-9';
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant('wrong' as const) },
    fc.constantFrom('right', 'unlock', 'reset', 'set' as const),
    fc.record({ wait: fc.constantFrom('1 min', '10 min', '31 min') }),
  ),
  { minLength: 1, maxLength: 25 },
);

it('an unlocked account never refuses for lockout, a locked one always does, and only locks lock', () => {
  let locked = 0;
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4 }),
      fc.constantFrom('until unlocked', '30 min'),
      fc.boolean(),
      steps,
      (threshold, duration, writeLockoutTime, timeline) => {
        const simulation = createSimulation({
          connector: { rights: { writeLockoutTime } },
          domain: { passwordPolicy: { minimumAge: '0', history: 0, lockout: { threshold, duration } } },
          users: { MyUser: { activeDirectory: { password: RIGHT } } },
        });
        const { lockout } = simulation.view.domain.controllers[0].replica.passwordPolicy;
        const isLocked = (): boolean => isLockedOut(accountIn(simulation), lockout, simulation.now);
        for (const step of timeline) {
          const before = isLocked();
          if (typeof step === 'object') {
            simulation.advance(step.wait);
          } else if (step === 'wrong' || step === 'right') {
            const password = step === 'right' ? RIGHT : 'Wrong-Horse-1';
            const { outcome } = simulation.signIn({ user: 'MyUser', password });
            if (outcome === 'locked-out') locked++;
            expect(outcome === 'locked-out').toBe(before);
            if (step === 'right' && !before) expect(accountIn(simulation).badPasswordCount).toBe(0);
          } else if (step === 'unlock') {
            simulation.apply(domainAction({ action: 'unlock', user: 'MyUser' }));
            expect(isLocked()).toBe(false);
          } else if (step === 'set') {
            simulation.apply(domainAction({ action: 'set-password', user: 'MyUser', newPassword: RIGHT }));
            expect(isLocked()).toBe(before);
          } else {
            const attempt = simulation.reset({ user: 'MyUser', newPassword: RIGHT });
            expect(attempt.outcome).toBe('succeeded');
            if (writeLockoutTime) expect(isLocked()).toBe(false);
            else expect(attempt.shortfalls.length > 0).toBe(isLocked());
          }
          if (threshold === 0) expect(isLocked()).toBe(false);
        }
      },
    ),
  );
  expect(locked).toBeGreaterThan(5);
});
