import { SimulatorError, type Problem } from '../kernel/error.js';
import { markComplete } from '../world/parse-world.js';
import { isPasswordKey } from '../world/password-keys.js';
import { problemsOf, type SchemaProblem } from '../world/schema-problem.js';
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
    const [first, ...others] = problems.map((found): Problem => {
      const { path, message, hint, key } = restOfPassword(found, value) ?? found;
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

/** A comma in an unquoted password makes a key of its rest, which must not be shown. */
function restOfPassword(problem: SchemaProblem, value: unknown): SchemaProblem | undefined {
  const { path, key } = problem;
  if (key === undefined) return undefined;
  const around = path
    .slice(0, -1)
    .reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)[step], value);
  if (typeof around !== 'object' || around === null || (around as Record<string, unknown>)[key] !== null)
    return undefined;
  const passwordKey = Object.keys(around).find(isPasswordKey);
  if (passwordKey === undefined) return undefined;
  const message = 'a password with a comma in it needs quotes around it';
  return { path: [...path.slice(0, -1), passwordKey], key: passwordKey, message };
}

function pathText(path: readonly (string | number)[]): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step + 1}]` : index === 0 ? step : `.${step}`))
    .join('');
}

function idOf(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/\.ya?ml$/i, '');
}
