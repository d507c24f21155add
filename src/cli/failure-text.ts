import type { Failure } from '../scenario/expectations.js';
import type { Story } from '../scenario/play.js';
import type { Colours } from './colours.js';

/** An expectation that was not met: where it stands, what was expected, what was there instead. */
export function failureText({ file, seed }: Story, { path, expected, found }: Failure, c: Colours): string {
  const { source } = file;
  const position = source.position(path);
  return [
    `  ${source.file}:${position.line}:${position.column}`,
    indent(source.frame(position), 4),
    `    ${c.green('expected')}  ${indent(expected, 14).trimStart()}`,
    `    ${c.red('found')}     ${indent(found, 14).trimStart()}`,
    c.dim(`    the whole story: writeback play ${source.file} --seed ${seed}`),
  ].join('\n');
}

function indent(text: string, by: number): string {
  return text
    .split('\n')
    .map((line) => ' '.repeat(by) + line)
    .join('\n');
}
