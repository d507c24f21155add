import { SimulatorError } from '../../src/kernel/error.js';
import { compare } from './compare.js';
import { readOperations } from './read-operations.js';

const AGREE = 0;
const DIFFER = 1;
const BAD_INPUT = 2;

function main(files: readonly string[]): number {
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) {
    process.stderr.write('usage: npm run conformance -- <file.jsonl or file.jsonl.gz>\n');
    return BAD_INPUT;
  }
  const verdicts = readOperations(file).map(compare);
  const differing = verdicts.filter((verdict) => verdict.is === 'differ');
  const explained = verdicts.filter(({ is }) => is === 'explained').length;
  const agree = verdicts.length - explained - differing.length;
  for (const { id, parts } of differing) process.stdout.write(`${id}: ${parts.join('; ')}\n`);
  process.stdout.write(`agree ${agree}, explained ${explained}, differ ${differing.length}\n`);
  return differing.length === 0 ? AGREE : DIFFER;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SimulatorError)) throw error;
  process.stderr.write(
    `${error.problems.map(({ file, message }) => `${file ?? ''}: ${message}`).join('\n')}\n`,
  );
  process.exitCode = BAD_INPUT;
}
