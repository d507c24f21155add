import { describe, expect, it } from 'vitest';
import { createSimulation, renderRecords, type WorldInput } from '../../../src/index.js';

type Switch = NonNullable<NonNullable<WorldInput['switches']>['unlockWithoutLock']>;

describe('what an unlock by its owner leaves at the domain controller', () => {
  it.each<readonly [string, string | undefined, Switch | undefined, readonly number[]]>([
    ['not locked', undefined, undefined, []],
    ['not locked', undefined, 'no record', []],
    ['not locked', undefined, '4767', [4767]],
    ['locked', '5 minutes ago', undefined, [4767]],
    ['locked', '5 minutes ago', '4767', [4767]],
    // The lock has run out, and lockoutTime still stands in the account.
    ['locked once', '2 days ago', 'no record', [4767]],
  ])('%s, since %s, with unlockWithoutLock %s: %j', (_, lockedOut, unlockWithoutLock, logged) => {
    const simulation = createSimulation({
      switches: { unlockWithoutLock },
      domain: { passwordPolicy: { lockout: { threshold: 5, duration: '30 min' } } },
      users: { MyUser: { activeDirectory: { lockedOut } } },
    });
    simulation.run({ verb: 'unlock', user: 'MyUser' });
    const ids = renderRecords(simulation.facts, simulation.ids)
      .filter(({ log }) => log === 'dc-security')
      .map(({ record }) => ('id' in record ? record.id : undefined));
    expect(ids).toEqual(logged);
  });
});
