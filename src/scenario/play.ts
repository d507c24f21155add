import type { Verdict } from '../failure-modes/verdict.js';
import type { Instant } from '../kernel/instant.js';
import type { Entry } from '../records/entry.js';
import { LogWriter } from '../records/log-writer.js';
import type { ScenarioCase } from './build-case.js';
import type { Expectations } from './expectation-schema.js';
import { checkExpectations, type Failure, type Seen } from './expectations.js';
import type { ScenarioFile } from './parse-scenario.js';
import { performScenario, type PlayOptions } from './perform-scenario.js';
import type { Path } from './source-text.js';

/** One step of a story, and all that it caused. */
export interface Scene {
  /** Counted from 1. */
  readonly number: number;
  /** What was done, in words. */
  readonly title: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly entries: readonly Entry[];
  /** For a step in which somebody tries something. */
  readonly verdict: Verdict | undefined;
  readonly failures: readonly Failure[];
}

/** A scenario that has been played. */
export interface Story {
  readonly file: ScenarioFile;
  /** Which of the file's stories it is. */
  readonly case: ScenarioCase;
  readonly seed: string;
  readonly start: Instant;
  readonly scenes: readonly Scene[];
  /** How many expectations there were. */
  readonly checks: number;
  /** Every expectation that was not met, those about the whole story included. */
  readonly failures: readonly Failure[];
}

/** Plays all the stories of a file: its own, or one for each of its cases. @throws SimulatorError as `playScenario` */
export function playCases(file: ScenarioFile, options: Omit<PlayOptions, 'case'> = {}): readonly Story[] {
  return file.cases.map((_, index) => playScenario(file, { ...options, case: index }));
}

/**
 * Plays a scenario from beginning to end, renders its records and looks at its expectations.
 *
 * @throws SimulatorError if it cannot be played, with the position of each step at fault
 */
export function playScenario(file: ScenarioFile, options: PlayOptions = {}): Story {
  const { story, seed, start, ids, steps, whereItWorks } = performScenario(file, options);
  const writer = new LogWriter(ids, { chatter: options.chatter ?? false });
  const scenes: Scene[] = [];
  let checks = 0;
  const check = (
    then: Expectations | undefined,
    seen: Omit<Seen, 'whereItWorks'>,
    path: Path,
  ): readonly Failure[] => {
    const checked = checkExpectations(then, { ...seen, whereItWorks }, path);
    checks += checked.checks;
    return checked.failures;
  };
  for (const { placed, title, verdict, from, to, facts } of steps) {
    const entries = [...facts.flatMap((fact) => writer.write(fact)), ...writer.until(to)];
    const scene = { number: scenes.length + 1, title, from, to, entries, verdict };
    const failures = [...check(placed.step.then, scene, [...placed.path, 'then'])];
    const number = String(placed.number);
    for (const { then, path } of story.expected) {
      failures.push(...check(then.steps?.[number], scene, [...path, 'steps', number]));
    }
    scenes.push({ ...scene, failures });
  }
  const whole = {
    from: start,
    entries: scenes.flatMap(({ entries }) => entries),
    verdict: scenes.findLast(({ verdict }) => verdict !== undefined)?.verdict,
  };
  const atEnd = story.expected.flatMap(({ then, path }) => check(then, whole, path));
  const failures = [...scenes.flatMap((scene) => scene.failures), ...atEnd];
  return { file, case: story, seed, start, scenes, checks, failures };
}
