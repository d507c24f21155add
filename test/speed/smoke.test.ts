import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { createSimulation, renderRecords } from '../../src/index.js';

/** How long a task takes next to plain arithmetic of a known amount: what a slower machine leaves as it is. */
function relativeTime(task: () => void): number {
  const ratios = Array.from({ length: 9 }, () => {
    const taken = time(task);
    return taken / time(arithmetic);
  });
  return ratios.toSorted((a, b) => a - b)[4] ?? Infinity;
}

function time(task: () => void): number {
  const begin = process.hrtime.bigint();
  task();
  return Number(process.hrtime.bigint() - begin);
}

let sink = 0;
/** About a millisecond's worth. */
function arithmetic(): void {
  for (let index = 0; index < 1_000_000; index++) sink = Math.imul(sink ^ index, 0x9e3779b1);
}

/** Measured when written, on the machine of that day; ten times as slow is a fault, twice is a busy machine. */
const TENFOLD = 10;

it('runs sessions as fast as it did, within a factor of ten', () => {
  const simulation = createSimulation({ domain: { passwordPolicy: { minimumAge: '0' } } });
  const sessions = (): void => {
    for (let count = 0; count < 100; count++)
      simulation.reset({ user: 'MyUser', newPassword: `Correct-Horse-${count}` });
  };
  sessions();
  expect(relativeTime(sessions)).toBeLessThan(SESSIONS_100 * TENFOLD);
});

it('renders records as fast as it did, within a factor of ten', () => {
  const simulation = createSimulation();
  for (let count = 0; count < 20; count++) simulation.reset({ user: 'MyUser', newPassword: 'short' });
  const render = (): void => void renderRecords(simulation.facts, simulation.ids);
  render();
  expect(relativeTime(render)).toBeLessThan(RECORDS_20 * TENFOLD);
});

it('starts the command in a few times what Node itself needs', () => {
  const ratios = Array.from({ length: 5 }, () => {
    const own = time(() =>
      execFileSync(process.execPath, ['dist/cli/main.cjs', 'play', 'founding-ticket'], { stdio: 'ignore' }),
    );
    return own / time(() => execFileSync(process.execPath, ['-e', '0'], { stdio: 'ignore' }));
  });
  expect(ratios.toSorted((a, b) => a - b)[2]).toBeLessThan(4);
});

const SESSIONS_100 = 2.5;
const RECORDS_20 = 1.1;
