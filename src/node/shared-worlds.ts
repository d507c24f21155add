import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, resolve, sep } from 'node:path';
import { SimulatorError } from '../kernel/error.js';
import { parseSharedWorld, type SharedReader } from '../scenario/shared-worlds.js';
import { readText, shown } from './read-text.js';

/** Reads the worlds that a scenario extends: only files in the scenario's folder or below, wherever links lead. */
export function sharedReader(scenario: string): SharedReader {
  const folder = dirname(resolve(scenario));
  return (path, from) => {
    if (isAbsolute(path)) throw escape(path);
    const target = resolve(dirname(resolve(from)), path);
    // Before the file is looked for: a path that leads out must not even tell whether something is there.
    if (!within(folder, target)) throw escape(path);
    const text = readText(target);
    if (!within(realpathSync(folder), realpathSync(target))) throw escape(path);
    return { file: shown(target), text };
  };
}

function within(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function escape(path: string): SimulatorError {
  return new SimulatorError({
    code: 'escape',
    message: `"${path}" leads out of the scenario's folder`,
    hint: 'keep the shared world beside the scenarios that extend it, or in a folder below',
  });
}

/**
 * Reads a shared world, and those that it extends.
 *
 * @throws SimulatorError with all that is wrong with them
 */
export function readSharedWorld(path: string): void {
  parseSharedWorld(readText(path), shown(path), sharedReader(path));
}
