import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PAGES } from '../../docs/generate/pages.js';

describe.each(Object.entries(PAGES))('%s', (path, page) => {
  it('is what the sources say today; if not, run "npm run docs"', () => {
    expect(readFileSync(path, 'utf8')).toBe(page());
  });
});
