import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseScenario, playScenario } from '../../src/index.js';

const files = readdirSync('scenarios', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => join('scenarios', file));

describe.each(files)('%s', (path) => {
  const file = parseScenario(readFileSync(path, 'utf8'), path);

  it('meets all its expectations, of which it has some', () => {
    const story = playScenario(file);
    expect(story.failures).toEqual([]);
    expect(story.checks).toBeGreaterThan(0);
  });

  it('does so whatever the seed', () => {
    expect(playScenario(file, { seed: 'another seed' }).failures).toEqual([]);
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
