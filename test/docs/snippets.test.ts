import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync, symlinkSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeback } from '../cli/run-command.js';

const pages = [
  'README.md',
  ...readdirSync('docs')
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];

interface Block {
  readonly page: string;
  readonly language: string;
  readonly text: string;
}

const blocks: readonly Block[] = pages.flatMap((page) =>
  [...readFileSync(page, 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', text = '']) => ({ page, language, text }),
  ),
);

/** A folder in which the package is installed, as a reader of the page would have it. */
function project(): string {
  const folder = mkdtempSync(join(tmpdir(), 'writeback-docs-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(resolve('.'), join(folder, 'node_modules', 'writeback-simulator'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  return folder;
}

describe.each(
  blocks
    .filter(({ language }) => language === 'js')
    .map((block) => [`${block.page}: ${block.text.split('\n')[0]}`, block] as const),
)('%s', (_name, { text }) => {
  it('runs, and prints what its comments say', () => {
    const folder = project();
    writeFileSync(join(folder, 'snippet.mjs'), text);
    const printed = execFileSync(process.execPath, ['snippet.mjs'], { cwd: folder, encoding: 'utf8' })
      .trim()
      .split('\n');
    const promised = [...text.matchAll(/console\.log\(.*\);? \/\/ (.*)$/gm)].map(([, said = '']) => said);
    expect(promised.length).toBeGreaterThan(0);
    expect(printed).toEqual(promised);
  });
});

const scenarios = blocks.filter(({ language, text }) => language === 'yaml' && text.startsWith('version:'));

describe.each(
  scenarios.map((block) => [`${block.page}: ${/name: (.*)/.exec(block.text)?.[1]}`, block] as const),
)('%s', (_name, { text }) => {
  it('is a scenario that passes', () => {
    const folder = project();
    writeFileSync(join(folder, 'scenario.yaml'), text);
    const { code, out, err } = writeback(['test', 'scenario.yaml'], { cwd: folder });
    expect(err + out).toContain('1 passed, 0 failed');
    expect(code).toBe(0);
  });
});

it('shows real output: each piece of the demo in README stands in what the command prints', () => {
  const { out } = writeback(['play', 'founding-ticket']);
  const pieces = blocks
    .filter(({ language, page }) => language === 'text' && page === 'README.md')
    .flatMap(({ text }) => text.split(/^ *…\n/m));
  expect(pieces.length).toBeGreaterThan(2);
  for (const piece of pieces) expect(out).toContain(piece);
});

it('finds snippets to run', () => {
  expect(blocks.filter(({ language }) => language === 'js').length).toBeGreaterThan(0);
  expect(scenarios.length).toBeGreaterThan(0);
});
