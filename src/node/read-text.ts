import { readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { SimulatorError } from '../kernel/error.js';

/** No ticket is longer; a larger file is something else. */
const MIB = 1024 * 1024;
const LARGEST_FILE = MIB;

/**
 * The text of a file.
 *
 * @throws SimulatorError `unreadable-file` if there is none, or it is not UTF-8 text of a reasonable size
 */
export function readText(path: string, largest = LARGEST_FILE): string {
  const file = shown(path);
  const fail = (message: string, hint: string): SimulatorError =>
    new SimulatorError({ code: 'unreadable-file', message, hint, file });
  let size: number;
  try {
    const stats = statSync(path);
    if (stats.isDirectory())
      throw fail('this is a folder', 'name a scenario file in it, or use "writeback test" for all of them');
    if (!stats.isFile()) throw fail('this is not a file', 'name a scenario file');
    ({ size } = stats);
  } catch (error) {
    if (error instanceof SimulatorError) throw error;
    throw fail(reasonOf(error), 'check the path and its permissions');
  }
  if (size > largest) {
    throw fail(
      `the file has ${Math.ceil(size / MIB)} MiB; ${largest === LARGEST_FILE ? 'a scenario has at most one' : `at most ${largest / MIB} are read`}`,
      'is it the right file?',
    );
  }
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw fail(reasonOf(error), 'check the path and its permissions');
  }
  return decode(bytes, fail);
}

function decode(bytes: Buffer, fail: (message: string, hint: string) => SimulatorError): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw fail('the file is UTF-16', 'save it as UTF-8');
  }
  if (bytes.includes(0)) throw fail('the file is binary', 'a scenario is a YAML text in UTF-8');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw fail('the file is not UTF-8 text', 'save it as UTF-8');
  }
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EACCES':
    case 'EPERM':
      return 'the file may not be read';
    case 'ELOOP':
      return 'the path is a loop of links';
    default:
      return `the file cannot be read (${code ?? String(error)})`;
  }
}

/** Paths in messages are short where they can be. */
export function shown(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere !== '' && !fromHere.startsWith('..') ? fromHere : path;
}
