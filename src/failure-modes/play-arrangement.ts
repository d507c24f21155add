import { ADMINISTRATOR_ACTIONS } from '../simulation/actions/administrator.js';
import { domainAction } from '../simulation/actions/domain-administrator.js';
import { createSimulation, type Simulation, type SimulationOptions } from '../simulation/simulation.js';
import type { Arrangement, MendingStep } from './failure-mode.js';
import type { AttemptHandle } from '../simulation/attempt-handle.js';
import { signInVerdictOf, verdictOf, type Verdict } from './verdict.js';

/** An arrangement that has been played: what it led to, and the simulation as it stands then. */
export interface Played {
  readonly simulation: Simulation;
  readonly attempt: AttemptHandle;
  /** The true cause of how the attempt ended, or of the sign-in that shows the fault. */
  readonly verdict: Verdict;
}

/** Builds the world of a fault, does what administrators do before, and waits until the person comes. */
export function prepare(arrangement: Arrangement, options: SimulationOptions = {}): Simulation {
  const { world, actions = [], before = [], after = '0' } = arrangement;
  const simulation = createSimulation(world, options);
  for (const name of actions) simulation.apply(ADMINISTRATOR_ACTIONS[name].action);
  for (const doing of before) simulation.apply(domainAction(doing));
  simulation.advance(after);
  return simulation;
}

/** Plays a fault to its end. */
export function playArrangement(arrangement: Arrangement, options: SimulationOptions = {}): Played {
  const simulation = prepare(arrangement, options);
  const attempt = meet(simulation, arrangement);
  return { simulation, attempt, verdict: verdictAfter(simulation, arrangement, attempt) };
}

/** The person meets the fault. */
export function meet(simulation: Simulation, { request, meanwhile }: Arrangement): AttemptHandle {
  if (meanwhile === undefined) return simulation.run(request);
  const attempt = simulation.start(request);
  simulation.advanceUntil(() => attempt.settled || attempt.state === meanwhile.at);
  simulation.apply(ADMINISTRATOR_ACTIONS[meanwhile.action].action);
  simulation.advanceUntil(() => attempt.settled);
  return attempt;
}

/** The true cause of what has become of it; where only a sign-in shows it, of that. */
export function verdictAfter(
  simulation: Simulation,
  { signIn }: Arrangement,
  attempt: AttemptHandle,
): Verdict {
  return signIn === undefined
    ? verdictOf(attempt, simulation.now)
    : signInVerdictOf(simulation.signIn(signIn), simulation.now);
}

/** Mends a fault while the world runs. */
export function mend(simulation: Simulation, steps: readonly MendingStep[]): void {
  for (const step of steps) {
    if (typeof step === 'string') simulation.apply(ADMINISTRATOR_ACTIONS[step].action);
    else if ('wait' in step) simulation.advance(step.wait);
    else simulation.apply(domainAction(step));
  }
}
