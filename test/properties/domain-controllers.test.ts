import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSimulation } from '../../src/index.js';
import { accountIn } from '../account-in.js';

const often = fc.oneof(
  { weight: 2, arbitrary: fc.constant(true) },
  { weight: 1, arbitrary: fc.constant(false) },
);
/** The others are often read-only and the first is often off, so that each way to have none comes up many times. */
const controllers = fc.array(fc.record({ readOnly: often, online: fc.boolean() }), { maxLength: 3 });
const names = ['DC01', 'DC02', 'DC03', 'DC04'];

it('a password goes to the first domain controller that runs and is writable, and nowhere else', () => {
  const outcomes = new Set<string>();
  fc.assert(
    fc.property(
      often.map((off) => !off),
      controllers,
      fc.option(fc.subarray(names, { minLength: 1 }), { nil: undefined }),
      often,
      (firstOnline, others, preferred, qualified) => {
        const all = [{ readOnly: false, online: firstOnline }, ...others];
        const simulation = createSimulation({
          connector: {
            server: 'SYNC01',
            preferredControllers: (preferred ?? []).map((name) => (qualified ? `${name}.Test.local` : name)),
          },
          domain: { controllers: Object.fromEntries(all.map((one, index) => [names[index], one])) },
        });
        const before = accountIn(simulation);
        const { outcome, refusal } = simulation.reset({ user: 'MyUser', newPassword: 'W=*B2!qmv_$PkbV4dJr' });
        const asked =
          preferred === undefined ? all : qualified ? preferred.map((name) => all[names.indexOf(name)]) : [];
        const expected = asked.findIndex((one) => one !== undefined && one.online && !one.readOnly);
        const name = preferred === undefined ? names[expected] : preferred[expected];
        const told = simulation.facts.find(({ body }) => body.kind === 'password-reset-attempted');
        outcomes.add(refusal?.rule ?? outcome);
        expect(told?.host).toBe(name === undefined ? undefined : `${name}.Test.local`);
        if (name === undefined) {
          expect(accountIn(simulation)).toBe(before);
          expect(outcome).toBe('refused');
        }
      },
    ),
  );
  expect(outcomes).toEqual(
    new Set([
      'succeeded',
      'domain-controllers-down',
      'only-read-only-controllers',
      'preferred-controller-by-netbios-name',
    ]),
  );
});
