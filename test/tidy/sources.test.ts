import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { failedEvent } from '../../src/connector/application-events.js';
import { OPERATIONS } from '../../src/connector/facts.js';
import { WRITEBACK_FAILURES, type WritebackFailure } from '../../src/connector/failures.js';
import { FAILURE_MODES } from '../../src/failure-modes/catalogue.js';
import type { Confidence, Sourced } from '../../src/kernel/sourced.js';
import { SCREEN_NAMES, screenIn, TEXT_PROFILES } from '../../src/tenant/screens.js';

/** Notes that the project was built from. Its readers do not have them, so nothing may cite them. */
const INTERNAL =
  /(?<![\w-])(outcomes|cloud|connector|domain-controller)\.md\b|\b(cloud|connector|domain-controller) reference\b|\breference §?[A-Z]?\d/i;

const CONFIDENCES: readonly Confidence[] = ['article', 'sample', 'doc', 'report', 'inferred'];

const files = ['src', 'docs', 'scenarios']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  .filter((path) => /\.(ts|tsx|md|yaml)$/.test(path))
  .concat('README.md', 'CHANGELOG.md', 'CONTRIBUTING.md');

it.each(files)('%s cites nothing that its readers do not have', (path) => {
  const lines = readFileSync(path, 'utf8').split('\n');
  expect(lines.filter((line) => INTERNAL.test(line))).toEqual([]);
});

it.each(['outcomes.md, row 2', 'see cloud.md', 'connector reference 2.4', 'reference 3.13', 'reference C4'])(
  'would notice "%s"',
  (mention) => expect(mention).toMatch(INTERNAL),
);

const modules = ['tenant', 'connector', 'domain'].flatMap((party) =>
  readdirSync(join('src', party), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `../../src/${party}/${file}`),
);

/** All that the parties' folders export; what their functions hand out is asked for by name. */
const tables: readonly unknown[] = [
  ...(await Promise.all(modules.map((path) => import(path)))),
  (Object.keys(WRITEBACK_FAILURES) as WritebackFailure[]).flatMap((failure) =>
    OPERATIONS.map((operation) => failedEvent(failure, operation)),
  ),
  TEXT_PROFILES.flatMap((profile) => SCREEN_NAMES.map((name) => screenIn(profile, name))),
];

function stringsIn(value: unknown): readonly Sourced[] {
  if (typeof value !== 'object' || value === null) return [];
  return 'confidence' in value ? [value as Sourced] : Object.values(value).flatMap(stringsIn);
}

const strings = [...new Set(tables.flatMap(stringsIn))];

it('looks at every string table', () => expect(strings.length).toBeGreaterThan(70));

it.each(strings)('"$text" names its source and how far it can be trusted', ({ confidence, source }) => {
  expect(source.trim()).not.toBe('');
  expect(CONFIDENCES).toContain(confidence);
  expect(confidence === 'article').toBe(/^the founding article\b/.test(source));
});

it.each(FAILURE_MODES)('$id names its sources', ({ sources }) => {
  expect(sources.length).toBeGreaterThan(0);
  for (const source of sources) expect(source.trim()).not.toBe('');
});
