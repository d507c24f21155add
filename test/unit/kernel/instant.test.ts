import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../src/kernel/duration.js';
import { SimulatorError } from '../../../src/kernel/error.js';
import { formatInstant, parseInstant, parseMoment, toFileTime, toIso } from '../../../src/kernel/instant.js';

describe('instants', () => {
  it('count ticks of 100 ns from 2020', () => {
    expect(parseInstant('2020-01-01')).toBe(0);
    expect(parseInstant('2020-01-01T00:00:00.0000001Z')).toBe(1);
    expect(parseInstant('2020-01-02T01:00:00+01:00')).toBe(DAY);
  });

  it('come back from ISO exactly, to the last tick', () => {
    const range = { min: -20 * 365 * DAY, max: 20 * 365 * DAY };
    fc.assert(
      fc.property(fc.integer(range), (instant) => {
        expect(parseInstant(toIso(instant))).toBe(instant);
      }),
    );
  });

  it('agree with FILETIME at its documented epochs', () => {
    expect(toFileTime(parseInstant('2020-01-01'))).toBe(132_223_104_000_000_000n);
    expect(toFileTime(parseInstant('2023-06-08T09:00:00Z'))).toBe(133_306_884_000_000_000n);
  });

  it.each([
    'yesterday',
    '2023-02-30',
    '2023-13-01',
    '2023-06-08T24:00:00Z',
    '2023-06-08T09:61:00Z',
    '1601-01-01',
    '9999-12-31',
    '',
  ])('refuse %j', (text) => {
    expect(() => parseInstant(text)).toThrow(SimulatorError);
  });

  it.each([
    ['6 hours ago', -6 * HOUR],
    ['in 2 days', 2 * DAY],
    ['now', 0],
    ['2020-01-02', DAY],
  ])('read %j from a given moment', (text, expected) => {
    expect(parseMoment(text, 0)).toBe(expected);
  });

  it('show local time as a machine with an offset writes it, wherever the tests run', () => {
    const midnight = parseInstant('2023-06-09T00:05:09Z');
    expect(formatInstant(midnight, 'M/d/yyyy h:mm:ss a')).toBe('6/9/2023 12:05:09 AM');
    expect(formatInstant(midnight, 'M/d/yyyy h:mm:ss a', -60)).toBe('6/8/2023 11:05:09 PM');
    expect(formatInstant(midnight, 'M/d/yyyy h:mm:ss a', 330)).toBe('6/9/2023 5:35:09 AM');
  });
});
