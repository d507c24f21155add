import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { SimulatorError } from '../kernel/error.js';
import { parseScenario, type ScenarioFile } from '../scenario/parse-scenario.js';
import { didYouMean } from '../world/schema-problem.js';

/** No ticket is longer; a larger file is something else. */
const LARGEST_FILE = 1024 * 1024;
const SCENARIO = /\.ya?ml$/i;

/**
 * Reads one scenario file.
 *
 * @throws SimulatorError if there is none, it is not text, or it is not a scenario
 */
export function readScenario(path: string): ScenarioFile {
  return parseScenario(readText(path), shown(path));
}

/**
 * The one scenario that a word on a command line stands for: a file, or the name of a shipped scenario.
 *
 * @throws SimulatorError `no-such-scenario`
 */
export function findScenario(word: string, shippedFolder: string): string {
  return existsSync(word) ? word : shipped(word, shippedFolder);
}

/**
 * The scenario files that the words on a command line stand for: a file, a folder with all below it, or the name of
 * a shipped scenario.
 *
 * @throws SimulatorError `no-such-scenario`
 */
export function findScenarios(words: readonly string[], shippedFolder: string): readonly string[] {
  const found = words.flatMap((word) => {
    const path = findScenario(word, shippedFolder);
    return statSync(path).isDirectory() ? inFolder(path) : [path];
  });
  return [...new Set(found.map((path) => resolve(path)))];
}

/** Every scenario below a folder, in the order of their paths. */
export function inFolder(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => SCENARIO.test(path) && !path.includes('node_modules'))
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .toSorted(byCodeUnits);
  if (files.length > 0) return files;
  throw new SimulatorError({
    code: 'no-scenarios',
    message: 'there is no scenario in this folder',
    hint: 'scenario files end in .yaml or .yml',
    file: shown(folder),
  });
}

function shipped(word: string, folder: string): string {
  const files = inFolder(folder);
  const ids = files.map(idOf);
  const index = ids.indexOf(word.replace(SCENARIO, ''));
  const file = files[index];
  if (file !== undefined) return file;
  const looksLikePath = /[\\/]/.test(word) || SCENARIO.test(word);
  throw new SimulatorError({
    code: 'no-such-scenario',
    message: looksLikePath ? 'there is no such file' : `there is no file and no shipped scenario "${word}"`,
    hint: didYouMean(word.replace(SCENARIO, ''), ids) ?? '"writeback list" shows the shipped scenarios',
    file: word,
  });
}

/** The name by which a shipped scenario is asked for. */
export function idOf(path: string): string {
  return basename(path).replace(SCENARIO, '');
}

function readText(path: string): string {
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
  if (size > LARGEST_FILE) {
    throw fail(
      `the file has ${Math.ceil(size / LARGEST_FILE)} MiB; a scenario has at most one`,
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
function shown(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere !== '' && !fromHere.startsWith('..') ? fromHere : path;
}

/** Not `localeCompare`: the order must not depend on the machine. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
