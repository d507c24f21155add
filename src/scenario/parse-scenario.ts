import { SimulatorError, type Problem } from '../kernel/error.js';
import { buildCase, type Ground, type ScenarioCase } from './build-case.js';
import { readDocument, throwProblems } from './read-yaml.js';
import { scenarioSchema, type WrittenScenario } from './schema.js';
import { sharedWorlds, type SharedReader } from './shared-worlds.js';
import type { SourceText } from './source-text.js';

type Stories = readonly [ScenarioCase, ...ScenarioCase[]];

/** A scenario that has been read: its data, and the text to point into when something is wrong with it. */
export interface ScenarioFile {
  /** The file's name without folder and ending. */
  readonly id: string;
  /** As written, defaults filled in. */
  readonly scenario: WrittenScenario;
  readonly source: SourceText;
  /** What can be played: one story, or one for each case. */
  readonly cases: Stories;
}

/**
 * Reads a scenario file's text.
 *
 * @param file its path, for messages
 * @param readShared how to read the worlds that it extends; without it, it can extend none
 * @throws SimulatorError with every problem found, each with its position
 */
export function parseScenario(text: string, file: string, readShared?: SharedReader): ScenarioFile {
  const read = readDocument(text, file, scenarioSchema);
  const { source, data } = read;
  const id = idOf(file);
  const ground = { read, shared: sharedWorlds(source, data.extends, readShared), seed: id };
  return { id, scenario: data, source, cases: casesOf(ground) };
}

/** What is wrong with several cases is told at once. */
function casesOf(ground: Ground): Stories {
  const { cases } = ground.read.data;
  if (cases === undefined) return [buildCase(ground)];
  const problems: Problem[] = [];
  const built = cases.flatMap((_, index) => {
    try {
      return [buildCase(ground, index)];
    } catch (error) {
      if (!(error instanceof SimulatorError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  throwProblems(problems);
  return built as unknown as Stories;
}

function idOf(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/\.ya?ml$/i, '');
}
