import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSimulation, type WorldInput } from '../../../src/index.js';
import { HOUR, MINUTE, SECOND } from '../../../src/kernel/duration.js';
import {
  afterRightPassword,
  afterWrongPassword,
  lockedUntil,
  NOT_LOCKED,
  SIGN_IN_LOCATIONS,
  type SmartLockout,
  type SmartLockoutPolicy,
} from '../../../src/tenant/smart-lockout.js';

const POLICY: SmartLockoutPolicy = { threshold: 3, duration: MINUTE, growth: 2, longest: HOUR };

/** One wrong password a second, each another. */
function wrong(times: number, from: SmartLockout = NOT_LOCKED, at = 0): SmartLockout {
  let lockout = from;
  for (let nth = 0; nth < times; nth++) {
    lockout = afterWrongPassword(lockout, 'familiar', `${at}/${nth}`, at + nth * SECOND, POLICY);
  }
  return lockout;
}

describe('smart lockout', () => {
  it('locks with the last wrong password that is allowed, for a minute', () => {
    expect(lockedUntil(wrong(2), 'familiar', 2 * SECOND)).toBeUndefined();
    const locked = wrong(3);
    expect(lockedUntil(locked, 'familiar', 2 * SECOND)).toBe(2 * SECOND + MINUTE);
    expect(lockedUntil(locked, 'familiar', 2 * SECOND + MINUTE - 1)).toBeDefined();
    expect(lockedUntil(locked, 'familiar', 2 * SECOND + MINUTE)).toBeUndefined();
  });

  it('locks again with the first wrong password afterwards, for longer, and never for longer than the longest', () => {
    let lockout = wrong(3);
    const lengths: number[] = [];
    for (let lock = 0; lock < 8; lock++) {
      const ended = lockout.familiar.until ?? 0;
      lockout = afterWrongPassword(lockout, 'familiar', `again ${lock}`, ended, POLICY);
      lengths.push((lockout.familiar.until ?? 0) - ended);
    }
    expect(lengths.map((length) => length / MINUTE)).toEqual([2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('does not count the last three wrong passwords again, but where it does not see them', () => {
    let lockout: SmartLockout = NOT_LOCKED;
    for (let nth = 0; nth < 10; nth++) lockout = afterWrongPassword(lockout, 'familiar', 'same', nth, POLICY);
    expect(lockout.familiar.wrong).toBe(1);
    for (let nth = 0; nth < 3; nth++)
      lockout = afterWrongPassword(lockout, 'familiar', undefined, nth, POLICY);
    expect(lockout.familiar.until).toBeDefined();
    const four = { ...POLICY, threshold: 100 };
    const hashes = ['a', 'b', 'c', 'd', 'a'];
    const counted = hashes.reduce(
      (so, hash, at) => afterWrongPassword(so, 'familiar', hash, at, four),
      NOT_LOCKED,
    );
    expect(counted.familiar.wrong).toBe(5);
  });

  it('counts familiar and unfamiliar places apart, and forgets with a right password', () => {
    const locked = wrong(3);
    expect(lockedUntil(locked, 'unfamiliar', 3 * SECOND)).toBeUndefined();
    expect(afterRightPassword(locked, 'unfamiliar')).toEqual(locked);
    expect(afterRightPassword(locked, 'familiar')).toEqual(NOT_LOCKED);
  });

  it('never locks before the threshold, whatever comes in whatever order, nor one place for the other', () => {
    const tries = fc.array(
      fc.record({
        from: fc.constantFrom(...SIGN_IN_LOCATIONS),
        hash: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { nil: undefined }),
        wait: fc.nat({ max: 3 * MINUTE }),
        right: fc.boolean(),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(tries, (all) => {
        let lockout: SmartLockout = NOT_LOCKED;
        let at = 0;
        const since = { familiar: 0, unfamiliar: 0 };
        for (const { from, hash, wait, right } of all) {
          at += wait;
          if (lockedUntil(lockout, from, at) !== undefined) continue;
          const other = from === 'familiar' ? 'unfamiliar' : 'familiar';
          const before = lockout[other];
          lockout = right
            ? afterRightPassword(lockout, from)
            : afterWrongPassword(lockout, from, hash, at, POLICY);
          since[from] = right ? 0 : since[from] + 1;
          expect(lockout[other]).toBe(before);
          if (since[from] < POLICY.threshold) expect(lockedUntil(lockout, from, at)).toBeUndefined();
        }
      }),
    );
  });
});

const FIGURES: readonly (readonly [string, WorldInput['tenant'], number, number])[] = [
  ['of the public cloud', {}, 10, MINUTE],
  ['of the US Government cloud', { cloud: 'US Government' }, 3, MINUTE],
  ['of their own', { smartLockout: { threshold: 5, duration: '2 min' } }, 5, 2 * MINUTE],
  [
    'of their own, without the licence for it',
    { licences: ['O365_BUSINESS_PREMIUM'], smartLockout: { threshold: 5, duration: '2 min' } },
    10,
    MINUTE,
  ],
  ['of their own, in 21Vianet', { cloud: '21Vianet', smartLockout: { threshold: 5 } }, 10, MINUTE],
];

it.each(FIGURES)('figures %s', (_, tenant = {}, threshold, duration) => {
  expect(createSimulation({ tenant }).view.tenant.smartLockout).toMatchObject({ threshold, duration });
});
