import { SimulatorError, type Problem } from '../kernel/error.js';
import { markComplete } from '../world/parse-world.js';
import { problemsOf } from '../world/schema-problem.js';
import { scenarioSchema, type Scenario } from './schema.js';
import { SourceText } from './source-text.js';

/** A scenario that has been read: its data, and the text to point into when something is wrong with it. */
export interface ScenarioFile {
  /** The file's name without folder and ending. */
  readonly id: string;
  readonly scenario: Scenario;
  readonly source: SourceText;
}

/**
 * Reads a scenario file's text.
 *
 * @param file its path, for messages
 * @throws SimulatorError with every problem found, each with its position
 */
export function parseScenario(text: string, file: string): ScenarioFile {
  const source = new SourceText(file, text);
  const value = source.value();
  if (value === null || value === undefined) {
    throw new SimulatorError({
      code: 'empty-file',
      message: 'the file is empty',
      hint: 'a scenario has at least "version: 1", a "name", and steps under "when"',
      file,
    });
  }
  const result = scenarioSchema.safeParse(value);
  if (!result.success) {
    const problems = result.error.issues.flatMap((issue) => problemsOf(issue, value, scenarioSchema));
    const [first, ...others] = problems.map(({ path, message, hint, key }): Problem => {
      const where = key === undefined && path.length > 0 ? `${pathText(path)}: ` : '';
      const problem: Problem = {
        code: 'bad-scenario',
        message: `${where}${message}`,
        ...(hint === undefined ? {} : { hint }),
      };
      return source.framed(problem, source.position(path, key !== undefined));
    });
    if (first !== undefined) throw new SimulatorError(first, ...others.slice(0, 19));
  }
  const scenario = result.data as Scenario;
  markComplete(scenario.given);
  return { id: idOf(file), scenario, source };
}

function pathText(path: readonly (string | number)[]): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step + 1}]` : index === 0 ? step : `.${step}`))
    .join('');
}

function idOf(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/\.ya?ml$/i, '');
}
