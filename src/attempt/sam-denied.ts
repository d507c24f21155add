import { MINUTE, SECOND } from '../kernel/duration.js';
import type { Emitted } from '../kernel/fact.js';
import type { PartyFact } from '../world/action.js';
import type { State, View } from '../world/state.js';
import type { Attempt } from './attempt.js';
import { controllerOf } from './connector-access.js';
import { at } from './stage.js';

/** Over how long a domain controller sums up whom it turned away (microsoft.com: RestrictRemoteSamEventThrottlingWindow). */
const WINDOW = 15 * MINUTE;

/** The connector's look-up of its own account over the SAM protocol is turned away. */
export function countDenial(state: State, attempt: Readonly<Attempt>): void {
  const controller = controllerOf(state, attempt);
  const recent = controller.samDenials.filter((denied) => attempt.now - denied < WINDOW);
  controller.samDenials = [...recent, attempt.now];
}

/** Record 16969, which names nobody. That it comes with the call, and not with the end of the window, is inferred. */
export function samDenied(view: View, attempt: Readonly<Attempt>): readonly Emitted<PartyFact>[] {
  const { host, samDenials } = controllerOf(view, attempt);
  return [at(host, { kind: 'remote-sam-denied', calls: samDenials.length, window: WINDOW / SECOND })];
}
