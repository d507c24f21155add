import { SimulatorError } from '../kernel/error.js';
import { readDocument } from './read-yaml.js';
import { sharedWorldSchema } from './schema.js';
import type { Path, SourceText } from './source-text.js';

/** Something given in a file: the world of the scenario, of a case of it, or one that it shares. */
export interface Layer {
  /** None for the arrangement of a failure mode. */
  readonly source: SourceText | undefined;
  readonly path: Path;
  readonly given: unknown;
}

/** How to get the text of a shared world: by the path that a file names, and the file that names it. */
export type SharedReader = (path: string, from: string) => { readonly file: string; readonly text: string };

/** More than a chain of worlds that anybody understands. */
const MOST_WORLDS = 16;

interface Shared {
  /** The most general first. */
  readonly layers: readonly Layer[];
  readonly at: string | undefined;
}

/**
 * The worlds that a file extends.
 *
 * @throws SimulatorError at the place of "extends": there is none, it leads out of the folder, or back to itself
 */
export function sharedWorlds(source: SourceText, named: string | undefined, read?: SharedReader): Shared {
  const layers: Layer[] = [];
  const seen = [source.file];
  let from = source;
  let next = named;
  let at: string | undefined;
  while (next !== undefined) {
    const { file, text } = readAt(from, next, read);
    if (seen.includes(file)) throw complaint(from, `"${next}" leads back to itself`, seen.join(' extends '));
    if (seen.length > MOST_WORLDS)
      throw complaint(from, 'too many worlds extend each other', `at most ${MOST_WORLDS}`);
    seen.push(file);
    const { source: own, value, data } = readDocument(text, file, sharedWorldSchema);
    layers.unshift({ source: own, path: ['given'], given: value['given'] });
    at ??= data.at;
    from = own;
    next = data.extends;
  }
  return { layers, at };
}

/** Checks a shared world as a file of its own. @throws SimulatorError as `sharedWorlds` */
export function parseSharedWorld(text: string, file: string, read: SharedReader): void {
  const { source, data } = readDocument(text, file, sharedWorldSchema);
  sharedWorlds(source, data.extends, read);
}

function readAt(from: SourceText, path: string, read: SharedReader | undefined): ReturnType<SharedReader> {
  if (read === undefined) {
    throw complaint(from, 'a shared world cannot be read here', 'write what is given into the file itself');
  }
  try {
    return read(path, from.file);
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error;
    throw complaint(from, error.problems[0].message, error.problems[0].hint);
  }
}

function complaint(from: SourceText, message: string, hint: string | undefined): SimulatorError {
  const problem = { code: 'bad-extends', message: `extends: ${message}`, ...(hint && { hint }) };
  return new SimulatorError(from.framed(problem, from.position(['extends'])));
}
