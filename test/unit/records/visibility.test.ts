import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSimulation, renderRecords } from '../../../src/index.js';
import { MINUTE } from '../../../src/kernel/duration.js';
import { visibleAt, visibleBy } from '../../../src/records/visibility.js';

function story(seed: string) {
  const simulation = createSimulation({}, { seed });
  simulation.reset({ user: 'MyUser', newPassword: ['short', 'W=*B2!qmv_$PkbV4dJr'] });
  simulation.signIn({ user: 'MyUser', password: 'wrong', to: 'cloud' });
  simulation.advance('3 min');
  return renderRecords(simulation.facts, simulation.ids);
}

it("the tenant's rows are found five minutes to an hour later, the others at once", () => {
  for (const entry of story('visibility')) {
    const after = visibleAt(entry) - entry.at;
    if (entry.log === 'entra-audit' || entry.log === 'entra-sign-in') {
      expect(after).toBeGreaterThanOrEqual(5 * MINUTE);
      expect(after).toBeLessThanOrEqual(60 * MINUTE);
    } else expect(after).toBe(0);
  }
});

it('most of them within ten minutes, and not all', () => {
  const latencies = Array.from({ length: 60 }, (_, index) => story(`seed ${index}`)).flatMap((entries) =>
    entries.filter(({ log }) => log === 'entra-audit').map((entry) => visibleAt(entry) - entry.at),
  );
  const late = latencies.filter((latency) => latency > 10 * MINUTE).length / latencies.length;
  expect(late).toBeGreaterThan(0.01);
  expect(late).toBeLessThan(0.12);
});

it('what is visible never becomes invisible', () => {
  const entries = story('monotone');
  const end = Math.max(...entries.map(visibleAt));
  fc.assert(
    fc.property(fc.integer({ min: entries[0]?.at ?? 0, max: end }), fc.nat(), (instant, more) => {
      const then = new Set(visibleBy(entries, instant + more));
      for (const entry of visibleBy(entries, instant)) expect(then.has(entry)).toBe(true);
    }),
  );
  expect(visibleBy(entries, end)).toEqual(entries);
});
