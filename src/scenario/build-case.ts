import type { Problem } from '../kernel/error.js';
import { DEFAULT_START } from '../simulation/simulation-options.js';
import type { World } from '../world/schema.js';
import { arranged } from './arranged.js';
import { checkLinks, composeWorld } from './compose.js';
import type { FinalExpectations } from './expectation-schema.js';
import { isMapping } from './merge-worlds.js';
import { throwProblems, type ReadDocument } from './read-yaml.js';
import type { Step, WrittenScenario } from './schema.js';
import type { Layer } from './shared-worlds.js';
import type { Path, SourceText } from './source-text.js';

/** One story of a scenario file: the file's own, or a variation of it. */
export interface ScenarioCase {
  /** The case's name; none for the file's own story. */
  readonly name: string | undefined;
  /** When it begins. */
  readonly at: string;
  readonly seed: string;
  readonly world: World;
  readonly steps: readonly PlacedStep[];
  /** What is expected at the end, and where that stands. */
  readonly expected: readonly ExpectedAtEnd[];
}

interface ExpectedAtEnd {
  readonly then: FinalExpectations;
  readonly path: Path;
}

/** A step, and where it stands. */
export interface PlacedStep {
  readonly step: Step;
  readonly path: Path;
  /** Counted from 1 as the author counts; none for what a failure mode brings with it. */
  readonly number: number | undefined;
}

/** What all cases of a file build upon. */
export interface Ground {
  readonly read: ReadDocument<WrittenScenario>;
  readonly shared: { readonly layers: readonly Layer[]; readonly at: string | undefined };
  /** The seed of a file that names none. */
  readonly seed: string;
}

/**
 * Puts together one story: shared worlds, a failure's arrangement, the file, and what a case varies.
 *
 * @param index the case's place in the table; none for the file's own story
 * @throws SimulatorError with every problem, each with its position
 */
export function buildCase({ read, shared, seed }: Ground, index?: number): ScenarioCase {
  const { source, value, data } = read;
  const casePath: Path = index === undefined ? [] : ['cases', index];
  const varied = index === undefined ? undefined : data.cases?.[index];
  const layers = [...shared.layers, layerOf(source, ['given'], value)];
  if (varied?.given !== undefined) layers.push(layerOf(source, [...casePath, 'given'], value));
  const ownSteps = stepsOf(varied?.when ?? data.when, varied?.when === undefined ? [] : casePath);
  const story = {
    name: varied?.name,
    at: varied?.at ?? data.at ?? shared.at ?? DEFAULT_START,
    seed: varied?.seed ?? data.seed ?? seed,
    expected: expectedAtEnd(data.then, varied?.then, casePath),
  };
  const failure = varied?.given?.failure ?? data.given.failure;
  if (failure === undefined) {
    const [only, ...more] = layers;
    const alone = only !== undefined && more.length === 0;
    const world = alone ? checkLinks(data.given, only) : composeWorld(layers);
    return checked(source, { ...story, world, steps: ownSteps });
  }
  const { given, preparation, attempts } = arranged(failure, personIn(layers));
  const path: Path = [...(varied?.given?.failure === undefined ? [] : casePath), 'given', 'failure'];
  const steps = [
    ...preparation.map((step): PlacedStep => ({ step, path, number: undefined })),
    ...(ownSteps.length > 0
      ? ownSteps
      : attempts.map((step, place): PlacedStep => ({ step, path, number: place + 1 }))),
  ];
  const world = composeWorld([{ source: undefined, path: [], given }, ...layers]);
  return checked(source, { ...story, world, steps });
}

/** What is given at a place, as it is written, but for the name of a failure. */
function layerOf(source: SourceText, path: Path, value: unknown): Layer {
  const written = path.reduce<unknown>(
    (inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step],
    value,
  );
  if (!isMapping(written)) return { source, path, given: undefined };
  const { failure: _, ...given } = written;
  return { source, path, given };
}

function stepsOf(steps: readonly Step[] | undefined, at: Path): PlacedStep[] {
  return (steps ?? []).map((step, place) => ({ step, path: [...at, 'when', place], number: place + 1 }));
}

/** What the file expects counts for every case that does not expect something else under the same key. */
function expectedAtEnd(
  then: FinalExpectations | undefined,
  varied: FinalExpectations | undefined,
  casePath: Path,
): ExpectedAtEnd[] {
  const own = Object.entries(then ?? {}).filter(([key]) => !Object.hasOwn(varied ?? {}, key));
  return [
    { then: Object.fromEntries(own), path: ['then'] },
    ...(varied === undefined ? [] : [{ then: varied, path: [...casePath, 'then'] }]),
  ];
}

/** The one user who is given: whom a failure's arrangement is then about. */
function personIn(layers: readonly Layer[]): string | undefined {
  const names = layers.flatMap(({ given }) => {
    const users = isMapping(given) ? given['users'] : undefined;
    return isMapping(users) ? Object.keys(users) : [];
  });
  const [only, ...others] = new Set(names);
  return others.length === 0 ? only : undefined;
}

/** An expectation about a step needs a step. */
function checked(source: SourceText, built: ScenarioCase): ScenarioCase {
  const count = built.steps.filter(({ number }) => number !== undefined).length;
  const problems = built.expected.flatMap(({ then, path }) =>
    Object.keys(then.steps ?? {})
      .filter((number) => Number(number) > count)
      .map((number): Problem => {
        const message = `there is no step ${number}`;
        const hint = count === 1 ? 'the story has one step' : `the story has ${count} steps`;
        const position = source.position([...path, 'steps', number], true);
        return source.framed({ code: 'no-such-step', message, hint }, position);
      }),
  );
  throwProblems(problems);
  return built;
}
