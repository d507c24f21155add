import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withModeline } from './modelines.js';
import { PAGES } from './pages.js';

for (const [path, page] of Object.entries(PAGES)) {
  writeFileSync(path, page());
  process.stdout.write(`${path}\n`);
}

for (const file of readdirSync('scenarios', { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.yaml')) continue;
  const path = join('scenarios', file);
  const text = readFileSync(path, 'utf8');
  const marked = withModeline(text, path);
  if (marked !== text) writeFileSync(path, marked);
}
