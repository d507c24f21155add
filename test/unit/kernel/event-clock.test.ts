import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EventClock } from '../../../src/kernel/event-clock.js';

it('gives back earliest first, and what is due at once in the order it came', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (times) => {
      const clock = new EventClock<number>();
      for (const [index, at] of times.entries()) clock.schedule(at, index);
      const expected = times
        .map((at, index) => ({ at, index }))
        .toSorted((a, b) => a.at - b.at || a.index - b.index);
      const taken = times.map(() => clock.take()?.what);
      expect(taken).toEqual(expected.map(({ index }) => index));
      expect(clock.take()).toBeUndefined();
      expect(clock.size).toBe(0);
    }),
  );
});

it('keeps the order while things are scheduled in between', () => {
  const clock = new EventClock<string>();
  clock.schedule(5, 'late');
  clock.schedule(1, 'early');
  expect(clock.take()?.what).toBe('early');
  clock.schedule(3, 'middle');
  expect(clock.nextAt).toBe(3);
  expect(clock.take()?.what).toBe('middle');
  expect(clock.take()?.what).toBe('late');
});
