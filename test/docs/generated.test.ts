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

describe('the format of scenario files', () => {
  const page = readFileSync('docs/scenario-format.md', 'utf8');

  it('names every value and action, wherever it stands', () => {
    expect(page).not.toMatch(/one of a list|(or mapping ){3}/);
    for (const action of ['stop-adsync', 'enable-inheritance']) expect(page).toContain(`\n| \`${action}\` |`);
    expect(page).toContain('`ENTERPRISEPREMIUM`');
  });

  it('links to headings that it has', () => {
    const titles = [...page.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => title.toLowerCase());
    const anchors = new Set(titles.map((title) => title.replaceAll(/[^\w\s-]/g, '').replaceAll(' ', '-')));
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((anchor) => anchor === undefined || !anchors.has(anchor))).toEqual([]);
  });
});
