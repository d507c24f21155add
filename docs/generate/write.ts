import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAILURE_MODES_FOLDER } from './failure-modes.js';
import { PAGES } from './pages.js';

mkdirSync(FAILURE_MODES_FOLDER, { recursive: true });
for (const file of readdirSync(FAILURE_MODES_FOLDER)) {
  const path = join(FAILURE_MODES_FOLDER, file);
  if (PAGES[path] === undefined) rmSync(path);
}
for (const [path, page] of Object.entries(PAGES)) writeFileSync(path, page());
process.stdout.write(`${Object.keys(PAGES).length} pages written\n`);
