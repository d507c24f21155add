import { signInVerdictOf, verdictOf, type Verdict } from '../failure-modes/verdict.js';
import { SimulatorError } from '../kernel/error.js';
import { parseInstant, parseMoment, type Instant } from '../kernel/instant.js';
import { parseDuration, sayDuration, SECOND } from '../kernel/duration.js';
import type { Fact } from '../kernel/fact.js';
import type { Ids } from '../kernel/ids.js';
import type { Entry } from '../records/entry.js';
import { LogWriter } from '../records/log-writer.js';
import { tenantChange } from '../simulation/actions/tenant-change.js';
import { ADMINISTRATOR_ACTIONS } from '../simulation/actions/administrator.js';
import { domainAction, sayDomainAction } from '../simulation/actions/domain-administrator.js';
import { createSimulation, type Simulation } from '../simulation/simulation.js';
import type { Action, PartyFact } from '../world/action.js';
import { checkExpectations, type Failure } from './expectations.js';
import type { ScenarioFile } from './parse-scenario.js';
import { STEP_KINDS, type Step } from './schema.js';

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
  readonly seed: string;
  readonly start: Instant;
  readonly scenes: readonly Scene[];
  /** How many expectations there were. */
  readonly checks: number;
  /** Every expectation that was not met, those about the whole story included. */
  readonly failures: readonly Failure[];
}

/** One step that has been taken, and the facts that it left. */
interface Taken {
  readonly index: number;
  readonly step: Step;
  readonly title: string;
  readonly verdict?: Verdict | undefined;
  readonly from: Instant;
  readonly to: Instant;
  readonly facts: readonly Fact<PartyFact>[];
}

/** A scenario on its way: its steps are taken as they are asked for. */
export interface Performance {
  readonly seed: string;
  readonly start: Instant;
  readonly ids: Ids;
  readonly steps: Iterable<Taken>;
}

/**
 * Takes a scenario's steps one after the other; nothing is rendered and nothing is expected of them.
 *
 * @throws SimulatorError if it cannot be played, with the position of the step, when the step is asked for
 */
export function performScenario(
  file: ScenarioFile,
  options: { readonly seed?: string | undefined } = {},
): Performance {
  const { scenario, id } = file;
  const seed = options.seed ?? scenario.seed ?? id;
  const start = parseInstant(scenario.at);
  const simulation = createSimulation(scenario.given, { seed, start: scenario.at });
  return { seed, start, ids: simulation.ids, steps: takeSteps(file, simulation, start) };
}

function* takeSteps(file: ScenarioFile, simulation: Simulation, start: Instant): Generator<Taken> {
  let told = 0;
  for (const [index, step] of file.scenario.when.entries()) {
    const from = simulation.now;
    const done = positioned(file, index, () => perform(step, simulation, start));
    const facts = simulation.facts.slice(told);
    told += facts.length;
    yield { index, step, ...done, from, to: simulation.now, facts };
  }
}

/**
 * Plays a scenario from beginning to end, renders its records and looks at its expectations.
 *
 * @throws SimulatorError if it cannot be played, with the position of the step
 */
export function playScenario(file: ScenarioFile, options: { readonly seed?: string } = {}): Story {
  const { seed, start, ids, steps } = performScenario(file, options);
  const writer = new LogWriter(ids);
  const scenes: Scene[] = [];
  let checks = 0;
  for (const { index, step, title, verdict, from, to, facts } of steps) {
    const entries = facts.flatMap((fact) => writer.write(fact));
    const checked = checkExpectations(step.then, { entries, verdict }, ['when', index, 'then']);
    checks += checked.checks;
    scenes.push({ number: index + 1, title, from, to, entries, verdict, failures: checked.failures });
  }
  const whole = {
    entries: scenes.flatMap(({ entries }) => entries),
    verdict: scenes.findLast(({ verdict }) => verdict !== undefined)?.verdict,
  };
  const atEnd = checkExpectations(file.scenario.then, whole, ['then']);
  const failures = [...scenes.flatMap((scene) => scene.failures), ...atEnd.failures];
  return { file, seed, start, scenes, checks: checks + atEnd.checks, failures };
}

/** How long an administrator looks at what an action does before doing the next thing. */
const ADMINISTRATOR_WATCHES = 15 * SECOND;

function doingOf(administrator: NonNullable<Step['administrator']>): {
  readonly says: string;
  readonly action: Action;
} {
  if (typeof administrator === 'string') return ADMINISTRATOR_ACTIONS[administrator];
  return { says: sayDomainAction(administrator), action: domainAction(administrator) };
}

function perform(
  step: Step,
  simulation: Simulation,
  start: Instant,
): { readonly title: string; readonly verdict?: Verdict | undefined } {
  if (step.reset !== undefined) {
    const attempt = simulation.reset(step.reset);
    return {
      title: `${step.reset.user} resets a forgotten password`,
      verdict: verdictOf(attempt, simulation.now),
    };
  }
  if (step.signIn !== undefined) {
    const result = simulation.signIn(step.signIn);
    return {
      title: `${step.signIn.user} signs in to a computer of the domain`,
      verdict: signInVerdictOf(result, simulation.now),
    };
  }
  if (step.administrator !== undefined) {
    const { says, action } = doingOf(step.administrator);
    simulation.apply(action);
    simulation.advance(ADMINISTRATOR_WATCHES);
    return { title: `An administrator ${says}` };
  }
  if (step.tenant !== undefined) {
    const { says, action } = tenantChange(step.tenant);
    simulation.apply(action);
    simulation.advance(ADMINISTRATOR_WATCHES);
    return { title: `An administrator ${says}` };
  }
  if (step.wait !== undefined) {
    const until =
      typeof step.wait === 'string'
        ? simulation.now + parseDuration(step.wait)
        : parseMoment(step.wait.until, start);
    const duration = until - simulation.now;
    if (duration < 0) {
      throw new SimulatorError({
        code: 'past-moment',
        message: 'the moment to wait until is past already',
        hint: 'moments such as "in 2 hours" count from the start of the story',
      });
    }
    simulation.advanceTo(until);
    return { title: `${sayDuration(duration)} later` };
  }
  throw new RangeError('the schema lets no step through that does nothing');
}

/** Adds the step's position to whatever is wrong with it. */
function positioned<T>(file: ScenarioFile, index: number, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error;
    const [first, ...others] = error.problems.map((problem) => {
      const kind = STEP_KINDS.find((one) => file.scenario.when[index]?.[one] !== undefined) ?? 'reset';
      const path = problem.code === 'unknown-user' ? ['when', index, kind, 'user'] : ['when', index];
      return file.source.framed(problem, file.source.position(path));
    });
    throw new SimulatorError(first ?? error.problems[0], ...others);
  }
}
