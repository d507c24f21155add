import { existsSync, readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { SimulatorError, type Problem } from '../kernel/error.js';
import { parseScenario, type ScenarioFile } from '../scenario/parse-scenario.js';
import { throwProblems } from '../scenario/read-yaml.js';
import { glob, isGlob } from './glob.js';
import { readText, shown } from './read-text.js';
import { sharedReader } from './shared-worlds.js';
import { didYouMean } from '../world/schema-problem.js';

const SCENARIO = /\.ya?ml$/i;
/** A world that scenarios share is no scenario. */
const SHARED = /\.world\.ya?ml$/i;

/**
 * Reads one scenario file.
 *
 * @throws SimulatorError if there is none, it is not text, or it is not a scenario
 */
export function readScenario(path: string): ScenarioFile {
  return parseScenario(readText(path), shown(path), sharedReader(path));
}

/**
 * Reads scenario files.
 *
 * @throws SimulatorError with what is wrong with any of them
 */
export function readScenarios(paths: readonly string[]): readonly ScenarioFile[] {
  const problems: Problem[] = [];
  const files = paths.flatMap((path) => {
    try {
      return [readScenario(path)];
    } catch (error) {
      if (!(error instanceof SimulatorError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  throwProblems(problems);
  return files;
}

/**
 * The one scenario that a word on a command line stands for: a file, or the name of a shipped scenario where the folder
 * of those is given.
 *
 * @throws SimulatorError `no-such-scenario`
 */
export function findScenario(word: string, shippedFolder?: string): string {
  return existsSync(word) ? word : shipped(word, shippedFolder);
}

/**
 * The scenario files that the words on a command line stand for: a file, a folder with all below it, a pattern, or
 * the name of a shipped scenario. A shared world is only taken if it is named.
 *
 * @throws SimulatorError `no-such-scenario`, `no-scenarios`, `bad-link`
 */
export function findScenarios(words: readonly string[], shippedFolder?: string): readonly string[] {
  const found = words.flatMap((word) => {
    if (isGlob(word) && !existsSync(word)) return matching(word);
    const path = findScenario(word, shippedFolder);
    return statSync(path).isDirectory() ? inFolder(path) : [path];
  });
  return [...new Set(found.map((path) => resolve(path)))];
}

/** Every scenario below a folder, in the order of their paths. */
export function inFolder(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => SCENARIO.test(name) && !SHARED.test(name))
    .filter((entry) => !relative(folder, entry.parentPath).includes('node_modules'))
    .filter((entry) => isFileWithin(folder, entry))
    .map(pathOf)
    .toSorted(byCodeUnits);
  if (files.length > 0) return files;
  throw new SimulatorError({
    code: 'no-scenarios',
    message: 'there is no scenario in this folder',
    hint: 'scenario files end in .yaml or .yml',
    file: shown(folder),
  });
}

function matching(pattern: string): readonly string[] {
  const files = glob(pattern)
    .filter((path) => SCENARIO.test(path) && !SHARED.test(path) && statSync(path).isFile())
    .toSorted(byCodeUnits);
  if (files.length > 0) return files;
  throw new SimulatorError({
    code: 'no-scenarios',
    message: 'no scenario matches this pattern',
    hint: '* stays within a folder, ** goes through all below; scenario files end in .yaml or .yml',
    file: pattern,
  });
}

function pathOf({ parentPath, name }: Dirent): string {
  return join(parentPath, name);
}

/** A link may lead to another file below the folder, and nowhere else. */
function isFileWithin(folder: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  const path = pathOf(entry);
  const bad = (message: string): SimulatorError =>
    new SimulatorError({
      code: 'bad-link',
      message,
      hint: 'remove the link, or name the file that it leads to',
      file: shown(path),
    });
  let target: string;
  try {
    target = realpathSync(path);
  } catch {
    throw bad('the link leads nowhere');
  }
  if (!target.startsWith(realpathSync(folder) + sep)) throw bad('the link leads out of the folder');
  return statSync(target).isFile();
}

function shipped(word: string, folder: string | undefined): string {
  if (folder === undefined) {
    throw new SimulatorError({
      code: 'no-such-scenario',
      message: 'there is no such file',
      hint: `name a scenario file, a folder or a pattern; paths count from ${process.cwd()}`,
      file: word,
    });
  }
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

/** Not `localeCompare`: the order must not depend on the machine. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
