import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FAILURE_MODES_FOLDER } from '../../docs/generate/failure-modes.js';
import { PAGES } from '../../docs/generate/pages.js';

describe.each(Object.entries(PAGES))('%s', (path, page) => {
  it('is what the sources say today; if not, run "npm run docs"', () => {
    expect(readFileSync(path, 'utf8')).toBe(page());
  });
});

it('has no page left of a failure mode that is no more', () => {
  for (const file of readdirSync(FAILURE_MODES_FOLDER)) {
    expect(Object.keys(PAGES)).toContain(join(FAILURE_MODES_FOLDER, file));
  }
});
