import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NEVER_LOGGED } from '../../src/connector/never-logged.js';
import { ONBOARDING_FAULTS } from '../../src/connector/onboarding.js';
import {
  ADMINISTRATOR_ACTIONS,
  createSimulation,
  parseScenario,
  playScenario,
  renderRecords,
} from '../../src/index.js';

/** Every event that Microsoft's table of writeback events has (troubleshoot-sspr-writeback.md). */
const DOCUMENTED = [
  ...range(31001, 31019),
  31034,
  31044,
  ...range(32000, 32005),
  ...range(32007, 32011),
  ...range(32013, 32015),
  ...range(33001, 33009),
];

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const logged = new Set<number>();

function note(entries: ReturnType<typeof renderRecords>): void {
  for (const entry of entries) if (entry.log === 'connector-application') logged.add(entry.record.id);
}

for (const path of readdirSync('scenarios', { recursive: true, encoding: 'utf8' })) {
  if (!path.endsWith('.yaml') || path.endsWith('.world.yaml')) continue;
  const file = parseScenario(readFileSync(join('scenarios', path), 'utf8'), path);
  for (const index of file.cases.keys()) {
    note(playScenario(file, { case: index, chatter: true }).scenes.flatMap(({ entries }) => entries));
  }
}

// What no story tells: each fault of setting up, and switching off while the web service is out of reach.
for (const onboardingFault of ONBOARDING_FAULTS) {
  const simulation = createSimulation({ connector: { writeback: 'never', onboardingFault } });
  simulation.apply(ADMINISTRATOR_ACTIONS['enable-writeback-wizard'].action);
  simulation.advance('1 minute');
  note(renderRecords(simulation.facts, simulation.ids));
}
const offline = createSimulation({ connector: { network: { firewall: 'closed' } } });
offline.apply(ADMINISTRATOR_ACTIONS['disable-writeback-wizard'].action);
offline.advance('1 minute');
note(renderRecords(offline.facts, offline.ids));

describe.each(DOCUMENTED)('event %i', (id) => {
  it('is written by some story, or it is said why not', () => {
    expect([logged.has(id), Object.hasOwn(NEVER_LOGGED, id)]).toContain(true);
    expect(logged.has(id) && Object.hasOwn(NEVER_LOGGED, id)).toBe(false);
  });
});

it('writes no event of these sources that is not documented', () => {
  const others = [...logged].filter((id) => id >= 31000 && id < 34000 && !DOCUMENTED.includes(id));
  expect(others).toEqual([]);
});
