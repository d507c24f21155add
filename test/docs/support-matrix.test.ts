import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { STRING_PARTIES, stringsOf } from '../../src/cli/known-strings.js';
import type { Sourced } from '../../src/kernel/sourced.js';
import { writeback } from '../cli/run-command.js';

function stringsIn(value: unknown): readonly Sourced[] {
  if (typeof value !== 'object' || value === null) return [];
  return 'confidence' in value ? [value as Sourced] : Object.values(value).flatMap(stringsIn);
}

it.each(['tenant', 'connector', 'domain'])('counts every string of src/%s', async (folder) => {
  const counted = new Set(STRING_PARTIES.flatMap(stringsOf).map(({ text, source }) => `${text}\n${source}`));
  // What is never said is a table of its own.
  const files = readdirSync(join('src', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && basename(file) !== 'never-logged.ts')
    .map((file) => `../../src/${folder}/${file}`);
  const modules: unknown[] = await Promise.all(files.map((path) => import(path)));
  for (const [index, exported] of modules.entries()) {
    const lost = stringsIn(exported).filter(({ text, source }) => !counted.has(`${text}\n${source}`));
    expect(lost, files[index]).toEqual([]);
  }
});

it('is what the command prints', () => {
  const run = writeback(['list', '--matrix']);
  expect([run.code, run.err]).toEqual([0, '']);
  expect(run.out).toBe(readFileSync('docs/support-matrix.md', 'utf8'));
});

it('has one format', () => {
  const run = writeback(['list', '--matrix', '--format', 'json']);
  expect([run.code, run.out]).toEqual([2, '']);
  expect(run.err).toContain('--matrix has one format');
});
