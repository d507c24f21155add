import type * as z from 'zod/mini';
import { SimulatorError, type Problem } from '../kernel/error.js';
import { isPasswordKey } from '../world/password-keys.js';
import { problemsOf, type SchemaProblem } from '../world/schema-problem.js';
import { SourceText, type Path } from './source-text.js';

/** A file that has been read and checked against a schema. */
export interface ReadDocument<T> {
  readonly source: SourceText;
  /** As written. */
  readonly value: Readonly<Record<string, unknown>>;
  /** With every default filled in. */
  readonly data: T;
}

/**
 * Reads a YAML text as a schema has it.
 *
 * @throws SimulatorError with every problem found, each with its position
 */
export function readDocument<S extends z.core.$ZodType>(
  text: string,
  file: string,
  schema: S & { safeParse(value: unknown): z.core.util.SafeParseResult<z.core.output<S>> },
): ReadDocument<z.core.output<S>> {
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
  const result = schema.safeParse(value);
  if (!result.success) {
    const problems = result.error.issues.flatMap((issue) => problemsOf(issue, value, schema));
    throwProblems(problems.map((found) => positioned(found, value, source)).toSorted(byPlace));
  }
  return { source, value: value as Record<string, unknown>, data: result.data as z.core.output<S> };
}

function byPlace({ position: a }: Problem, { position: b }: Problem): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}

/** Throws what is wrong, if anything is, the same thing once; the first twenty. */
export function throwProblems(problems: readonly Problem[]): void {
  const key = ({ message, position }: Problem): string =>
    `${message}\n${position?.file}:${position?.line}:${position?.column}`;
  const [first, ...others] = new Map(problems.map((problem) => [key(problem), problem])).values();
  if (first !== undefined) throw new SimulatorError(first, ...others.slice(0, 19));
}

function positioned(found: SchemaProblem, value: unknown, source: SourceText): Problem {
  const problem = restOfPassword(found, value) ?? found;
  const { path, key } = problem;
  return source.framed(inWords(problem), source.position(path, key !== undefined));
}

/** What is wrong, after the place where it stands. */
export function inWords({ path, message, hint, key }: SchemaProblem): Problem {
  const where = key === undefined && path.length > 0 ? `${pathText(path)}: ` : '';
  return { code: 'bad-scenario', message: `${where}${message}`, ...(hint === undefined ? {} : { hint }) };
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

function pathText(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step + 1}]` : index === 0 ? step : `.${step}`))
    .join('');
}
