import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSimulation, verdictOf, type WorldInput } from '../../src/index.js';

type Tenant = NonNullable<WorldInput['tenant']>;
type Entra = NonNullable<NonNullable<NonNullable<WorldInput['users']>[string]>['entra']>;

interface Fault {
  readonly cause: string;
  readonly tenant?: Tenant;
  readonly sspr?: NonNullable<Tenant['sspr']>;
  readonly entra?: Entra;
  readonly connector?: NonNullable<WorldInput['connector']>;
  readonly after?: string;
}

/** In the order in which Entra ID asks. Faults of one setting exclude each other and share a row. */
const ORDER: readonly (readonly Fault[])[] = [
  [{ cause: 'sspr-disabled', sspr: { enabledFor: 'none' } }],
  [{ cause: 'sspr-policy-missing', sspr: { policyDefined: false } }],
  [
    { cause: 'licence-missing', tenant: { licences: ['STANDARDPACK'] } },
    { cause: 'writeback-not-licensed', tenant: { licences: ['O365_BUSINESS_PREMIUM'] } },
  ],
  [{ cause: 'outside-sspr-scope', sspr: { enabledFor: { group: 'SSPR-Users' } } }],
  [
    { cause: 'too-few-methods', entra: { methods: [] } },
    { cause: 'phone-number-unusable', entra: { methods: [], mobilePhone: '+14251234567' } },
    { cause: 'methods-not-allowed', entra: { methods: ['security questions'] } },
  ],
  [
    { cause: 'writeback-not-enabled', connector: { writeback: 'never' } },
    { cause: 'writeback-not-registered', connector: { writeback: 'not in effect' } },
    { cause: 'writeback-switched-off', connector: { writeback: 'off' } },
  ],
  [{ cause: 'writeback-setting-off', tenant: { writebackSetting: false } }],
  [{ cause: 'writeback-known-down', connector: { service: 'stopped' }, after: '11 minutes' }],
];

const RANK = [
  'administrator-reset-off',
  'sspr-disabled',
  'sspr-policy-missing',
  'licence-missing',
  'outside-sspr-scope',
  'phone-number-unusable',
  'administrator-too-few-methods',
  'methods-not-allowed',
  'too-few-methods',
  'writeback-not-licensed',
  'writeback-not-enabled',
  'writeback-not-registered',
  'writeback-switched-off',
  'writeback-setting-off',
  'writeback-known-down',
];

const combinations: fc.Arbitrary<readonly Fault[]> = fc
  .tuple(...ORDER.map((row) => fc.option(fc.constantFrom(...row), { nil: undefined })))
  .map((faults) => faults.filter((fault) => fault !== undefined))
  // "None" and a selected group are one setting.
  .filter((faults) => faults.filter(({ sspr }) => sspr?.enabledFor !== undefined).length < 2);

function attemptWith(faults: readonly Fault[], more: Entra = {}) {
  const world: WorldInput = {
    tenant: Object.assign({}, ...faults.map(({ tenant }) => tenant), {
      sspr: Object.assign({}, ...faults.map(({ sspr }) => sspr)) as object,
    }) as Tenant,
    connector: Object.assign({}, ...faults.map(({ connector }) => connector)) as object,
    users: { MyUser: { entra: Object.assign({}, ...faults.map(({ entra }) => entra), more) as Entra } },
  };
  const simulation = createSimulation(world);
  simulation.advance('11 minutes');
  const attempt = simulation.reset({ user: 'MyUser', newPassword: 'W=*B2!qmv_$PkbV4dJr' });
  return verdictOf(attempt, simulation.now);
}

const byRank = (a: string, b: string): number => RANK.indexOf(a) - RANK.indexOf(b);

describe('whatever is wrong at once', () => {
  it('the earliest rule is the cause, and the later ones are told in their order', () => {
    fc.assert(
      fc.property(combinations, (faults) => {
        const { cause, alsoFails } = attemptWith(faults);
        const [first, ...others] = faults.map((fault) => fault.cause).toSorted(byRank);
        expect(cause).toBe(first ?? null);
        // A service that never listened, or does no more, has no heartbeat either.
        expect(alsoFails.filter((also) => also !== 'writeback-known-down')).toEqual(
          others.filter((also) => also !== 'writeback-known-down'),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('an administrator is never stopped by the switches for the others', () => {
    fc.assert(
      fc.property(combinations, fc.boolean(), (faults, may) => {
        const withOwnSwitch: Fault = { cause: 'own', tenant: { administratorsMayReset: may } };
        const { cause, alsoFails } = attemptWith([...faults, withOwnSwitch], {
          roles: ['Global Administrator'],
        });
        const all = [cause ?? 'none', ...alsoFails];
        expect(all).not.toContain('sspr-disabled');
        expect(all).not.toContain('outside-sspr-scope');
        expect(cause === 'administrator-reset-off').toBe(!may);
        expect(all.toSorted(byRank)).toEqual(all);
      }),
      { numRuns: 200 },
    );
  });

  it('nobody is let in with fewer things to prove than are required', () => {
    const methods = ['mobile app notification', 'mobile app code', 'mobile SMS', 'email'] as const;
    fc.assert(
      fc.property(
        fc.subarray([...methods]),
        fc.constantFrom(1 as const, 2 as const),
        (registered, methodsRequired) => {
          const { cause } = attemptWith([{ cause: 'gates', sspr: { methodsRequired } }], {
            methods: registered,
          });
          // With one gate the page of old knows no notifications.
          const counting = registered.filter(
            (method) => methodsRequired === 2 || method !== 'mobile app notification',
          );
          const things = new Set(counting.map((method) => method.split(' ').slice(0, 2).join(' '))).size;
          expect(cause === null).toBe(things >= methodsRequired);
        },
      ),
    );
  });
});
