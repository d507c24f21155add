import { signInVerdictOf, verdictOf, type Verdict } from '../failure-modes/verdict.js';
import { SimulatorError, type Problem } from '../kernel/error.js';
import type { Fact } from '../kernel/fact.js';
import type { Ids } from '../kernel/ids.js';
import { parseInstant, parseMoment, type Instant } from '../kernel/instant.js';
import { parseDuration, sayDuration, SECOND } from '../kernel/duration.js';
import { tenantChange } from '../simulation/actions/tenant-change.js';
import { ADMINISTRATOR_ACTIONS } from '../simulation/actions/administrator.js';
import { domainAction, sayDomainAction } from '../simulation/actions/domain-administrator.js';
import { createSimulation, type Simulation } from '../simulation/simulation.js';
import { whereItWorks } from '../simulation/password-standing.js';
import type { SignInRequest } from '../simulation/sign-in.js';
import type { Action, PartyFact } from '../world/action.js';
import type { PlacedStep, ScenarioCase } from './build-case.js';
import type { ScenarioFile } from './parse-scenario.js';
import { throwProblems } from './read-yaml.js';
import type { Step } from './schema.js';
import { sessionOf } from './session-step.js';
import type { Path } from './source-text.js';

/** One step that has been taken, and the facts that it left. */
interface Taken {
  readonly placed: PlacedStep;
  readonly title: string;
  readonly verdict?: Verdict | undefined;
  readonly from: Instant;
  readonly to: Instant;
  readonly facts: readonly Fact<PartyFact>[];
}

/** A scenario on its way: its steps are taken as they are asked for. */
export interface Performance {
  /** Which of the file's stories it is. */
  readonly story: ScenarioCase;
  readonly seed: string;
  readonly start: Instant;
  readonly ids: Ids;
  readonly steps: Iterable<Taken>;
  /** On which side a password works after the steps that have been taken. */
  readonly whereItWorks: (
    question: Pick<SignInRequest, 'user' | 'password'>,
  ) => ReturnType<typeof whereItWorks>;
  readonly tenantId: string;
  /** What the clock of each domain controller is ahead of UTC, in minutes, by host name in lower case. */
  readonly utcOffsets: ReadonlyMap<string, number>;
}

export interface PlayOptions {
  /** @defaultValue the file's own */
  readonly seed?: string | undefined;
  /** When it begins. @defaultValue the file's own */
  readonly at?: string | undefined;
  /**
   * Which of the file's cases, counted from 0.
   * @defaultValue 0, the first, which is the file's own story where it has no cases
   */
  readonly case?: number | undefined;
  /** Whether heartbeats and the like are shown. @defaultValue false */
  readonly chatter?: boolean | undefined;
}

/**
 * Takes a scenario's steps one after the other; nothing is rendered and nothing is expected of them.
 *
 * @throws SimulatorError if it cannot be played: when the last step has been asked for, with the position of each that
 * cannot be taken
 */
export function performScenario(file: ScenarioFile, options: PlayOptions = {}): Performance {
  const story = file.cases[options.case ?? 0];
  if (story === undefined) {
    const message = `there is no case ${String(options.case)}`;
    throw new SimulatorError({ code: 'no-such-case', message, hint: `there are ${file.cases.length}` });
  }
  const seed = options.seed ?? story.seed;
  const at = options.at ?? story.at;
  const start = parseInstant(at);
  const simulation = createSimulation(story.world, { seed, start: at });
  return {
    story,
    seed,
    start,
    ids: simulation.ids,
    steps: takeSteps(file, story, simulation, start),
    whereItWorks: (question) => whereItWorks(simulation.view, question, simulation.now),
    tenantId: simulation.view.tenant.tenantId,
    utcOffsets: new Map(
      simulation.view.domain.controllers.map((one) => [one.host.toLowerCase(), one.utcOffsetMinutes]),
    ),
  };
}

function* takeSteps(
  file: ScenarioFile,
  { steps }: ScenarioCase,
  simulation: Simulation,
  start: Instant,
): Generator<Taken> {
  let told = 0;
  const problems: Problem[] = [];
  for (const placed of steps) {
    const { step } = placed;
    const done = positioned(file, placed, () => {
      waitUntil(step.at, simulation, start);
      const from = simulation.now;
      scheduleMeanwhile(step.meanwhile, simulation);
      return { from, ...perform(step, simulation, start) };
    });
    if ('problems' in done) {
      // What else is wrong is told with it.
      problems.push(...done.problems);
      continue;
    }
    const facts = simulation.facts.slice(told);
    told += facts.length;
    yield { placed, ...done, to: simulation.now, facts };
  }
  throwProblems(problems);
}

function waitUntil(moment: string | undefined, simulation: Simulation, start: Instant): void {
  if (moment === undefined) return;
  const until = parseMoment(moment, start);
  if (until < simulation.now) throw past('the moment at which the step begins is past already');
  simulation.advanceTo(until);
}

function past(message: string): SimulatorError {
  const hint = 'moments such as "in 2 hours" count from the start of the story';
  return new SimulatorError({ code: 'past-moment', message, hint });
}

/** Lets administrators act in the midst of what follows. */
function scheduleMeanwhile(meanwhile: Step['meanwhile'], simulation: Simulation): void {
  const later = (meanwhile ?? []).flatMap((doing) =>
    doing.after === undefined
      ? []
      : [{ at: simulation.now + parseDuration(doing.after), action: actionOf(doing) }],
  );
  if (later.length > 0) simulation.apply({ apply: () => ({ facts: [], later }) });
}

function actionOf({ administrator, tenant }: NonNullable<Step['meanwhile']>[number]): Action {
  return (tenant === undefined ? doingOf(administrator) : tenantChange(tenant)).action;
}

/** How long somebody takes to type the same again. */
const BETWEEN_SIGN_INS = 5 * SECOND;

/** How long an administrator looks at what an action does before doing the next thing. */
const ADMINISTRATOR_WATCHES = 15 * SECOND;

function doingOf(administrator: Step['administrator']): { readonly says: string; readonly action: Action } {
  if (administrator === undefined) throw new RangeError('the schema lets nothing through that does nothing');
  if (typeof administrator === 'string') return ADMINISTRATOR_ACTIONS[administrator];
  return { says: sayDomainAction(administrator), action: domainAction(administrator) };
}

function perform(
  step: Step,
  simulation: Simulation,
  start: Instant,
): { readonly title: string; readonly verdict?: Verdict | undefined } {
  const session = sessionOf(step);
  if (session !== undefined) {
    const attempt = simulation.start(session.request);
    for (const doing of step.meanwhile ?? []) {
      if (doing.while === undefined) continue;
      simulation.advanceUntil(() => attempt.settled || attempt.state === doing.while);
      simulation.apply(actionOf(doing));
    }
    simulation.advanceUntil(() => attempt.settled);
    return { title: session.title, verdict: verdictOf(attempt, simulation.now) };
  }
  if (step.signIn !== undefined) {
    const { times, ...signIn } = step.signIn;
    let result = simulation.signIn(signIn);
    for (let time = 1; time < times; time++) {
      simulation.advance(BETWEEN_SIGN_INS);
      result = simulation.signIn(signIn);
    }
    return {
      title: saySignIn(step.signIn),
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
    return { title: says };
  }
  if (step.wait !== undefined) {
    const until = untilOf(step.wait, simulation.now, start);
    const duration = until - simulation.now;
    if (duration < 0) throw past('the moment to wait until is past already');
    simulation.advanceTo(until);
    return { title: `${sayDuration(duration)} later` };
  }
  throw new RangeError('the schema lets no step through that does nothing');
}

function untilOf(wait: NonNullable<Step['wait']>, now: Instant, start: Instant): Instant {
  if (typeof wait === 'string') return now + parseDuration(wait);
  return 'for' in wait ? now + parseDuration(wait.for) : parseMoment(wait.until, start);
}

/** Does something, or says what is wrong with the step and where it stands. */
function positioned<T>(
  { source }: ScenarioFile,
  { step, path }: PlacedStep,
  act: () => T,
): T | { readonly problems: readonly Problem[] } {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error;
    const problems = error.problems.map((problem) => {
      const [, named] = /"([^"]+)"/.exec(problem.message) ?? [];
      const place = named === undefined ? undefined : pathTo(named, step);
      return source.framed(problem, source.position([...path, ...(place ?? [])]));
    });
    return { problems };
  }
}

/** Where a text stands in a step: what is wrong with it is mostly a name that leads nowhere. */
function pathTo(text: string, value: unknown): Path | undefined {
  if (value === text) return [];
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const below = key === 'then' ? undefined : pathTo(text, inner);
    if (below !== undefined) return [Array.isArray(value) ? Number(key) : key, ...below];
  }
  return undefined;
}

function saySignIn({ user, to, at, times }: NonNullable<Step['signIn']>): string {
  const place = to === 'cloud' ? 'the cloud' : 'a computer of the domain';
  const often = times === 1 ? '' : `, ${times} times`;
  return `${user} signs in to ${place}${at === undefined ? '' : `, which asks ${at}`}${often}`;
}
