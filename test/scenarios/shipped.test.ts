import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { playCases } from '../../src/index.js';
import { readScenario } from '../../src/node/scenario-files.js';

const files = readdirSync('scenarios', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml') && !file.endsWith('.world.yaml'))
  .map((file) => join('scenarios', file));

/** Each of the first three once moved a record into a list that names them all, or a poll between two writes. */
const OTHER_SEEDS = ['seed 10', 'seed 16', 'seed 21', 'another seed', 'one more'];

describe.each(files)('%s', (path) => {
  const file = readScenario(path);

  it('meets all its expectations, of which it has some', () => {
    for (const story of playCases(file)) {
      expect(story.failures).toEqual([]);
      expect(story.checks).toBeGreaterThan(0);
    }
  });

  it('does so whatever the seed', () => {
    for (const seed of OTHER_SEEDS) {
      const failures = playCases(file, { seed }).flatMap((story) => story.failures);
      expect(failures, seed).toEqual([]);
    }
  });

  it('has the words of a customer, and says where it comes from', () => {
    expect(file.scenario.ticket).toBeTruthy();
    expect(file.scenario.source).toBeTruthy();
  });
});

it('has every shipped scenario under a name of its own', () => {
  const names = files.map((path) => path.split('/').at(-1));
  expect(new Set(names).size).toBe(names.length);
});
