import { describe, expect, it } from 'vitest';
import { countWrongPassword, isLockedOut } from '../../../src/domain/lockout.js';
import { HOUR, MINUTE } from '../../../src/kernel/duration.js';
import { AT } from './some-write.js';

const lockout = { threshold: 3, duration: HOUR, observationWindow: 30 * MINUTE };

describe('wrong passwords', () => {
  const two = { lockoutTime: undefined, badPasswordCount: 2, badPasswordTime: AT };

  it('are counted together up to exactly the observation window', () => {
    const within = countWrongPassword(two, lockout, AT + 30 * MINUTE);
    expect(within).toEqual({
      badPasswordCount: 3,
      badPasswordTime: AT + 30 * MINUTE,
      lockoutTime: AT + 30 * MINUTE,
    });
    expect(countWrongPassword(two, lockout, AT + 30 * MINUTE + 1)).toStrictEqual({
      badPasswordCount: 1,
      badPasswordTime: AT + 30 * MINUTE + 1,
    });
  });

  it('are not counted where nothing ever locks', () => {
    expect(countWrongPassword(two, { ...lockout, threshold: 0 }, AT)).toStrictEqual({});
  });
});

describe('a lock', () => {
  it('holds at exactly its end, and not one tick later', () => {
    expect(isLockedOut({ lockoutTime: AT }, lockout, AT + HOUR)).toBe(true);
    expect(isLockedOut({ lockoutTime: AT }, lockout, AT + HOUR + 1)).toBe(false);
  });

  it('holds until somebody unlocks, where it has no duration', () => {
    expect(isLockedOut({ lockoutTime: AT }, { ...lockout, duration: undefined }, AT + 1e15)).toBe(true);
  });
});
