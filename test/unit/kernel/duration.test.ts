import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DAY,
  HOUR,
  MILLISECOND,
  MINUTE,
  parseDuration,
  sayDuration,
  SECOND,
} from '../../../src/kernel/duration.js';
import { SimulatorError } from '../../../src/kernel/error.js';

describe('parseDuration', () => {
  it.each([
    ['6 hours', 6 * HOUR],
    ['1 day', DAY],
    ['1 day 12 h', DAY + 12 * HOUR],
    ['1 day, 2 hours and 3 min', DAY + 2 * HOUR + 3 * MINUTE],
    ['90min', 90 * MINUTE],
    ['0.5 s', SECOND / 2],
    ['3 ticks', 3],
    ['0', 0],
    ['P1D', DAY],
    ['PT6H', 6 * HOUR],
    ['P1DT90M', DAY + 90 * MINUTE],
    ['PT0.0000001S', 1],
  ])('reads %j', (text, ticks) => {
    expect(parseDuration(text)).toBe(ticks);
  });

  it.each([
    '',
    'soon',
    '-1 day',
    '6',
    '6 parsecs',
    'P',
    'PT',
    'P1H',
    '1 day ago',
    '1e9 days',
    '99999 days',
    'constructor',
    '1 __proto__',
  ])('refuses %j with a hint', (text) => {
    expect(() => parseDuration(text)).toThrow(SimulatorError);
    try {
      parseDuration(text);
    } catch (error) {
      expect((error as SimulatorError).hint).toBeTruthy();
    }
  });

  it('reads back whatever it says, to the unit that it said', () => {
    fc.assert(
      fc.property(fc.integer({ min: MILLISECOND, max: 900 * DAY }), (ticks) => {
        const back = parseDuration(sayDuration(ticks));
        expect(back).toBeLessThanOrEqual(ticks);
        expect(back).toBeGreaterThan(ticks * 0.9);
      }),
    );
  });
});
