import { FAILURE_MODES } from '../failure-modes/catalogue.js';
import type { FailureMode } from '../failure-modes/failure-mode.js';
import { isMapping } from './merge-worlds.js';
import type { Step } from './schema.js';
import { stepOf } from './session-step.js';

/** The arrangement of a failure mode in the terms of a scenario file. */
export interface ArrangedScenario {
  readonly mode: FailureMode;
  readonly given: unknown;
  /** What happens before the person comes. */
  readonly preparation: readonly Step[];
  /** The person meets the fault: resets, and signs in where it shows only then. */
  readonly attempts: readonly Step[];
}

/** Whom the arrangements of the catalogue are about. */
const PERSON = 'MyUser';

/** The world, the preparation and the attempt in which a failure mode shows, its person by another name if wanted. */
export function arranged(failure: string, person = PERSON): ArrangedScenario {
  const mode = FAILURE_MODES.find(({ id }) => id === failure);
  if (mode === undefined) throw new RangeError(`the schema lets no failure through such as ${failure}`);
  const { world, actions = [], before = [], after, request, signIn, meanwhile } = mode.arrange();
  const preparation = [...actions, ...before].map((administrator) => ({ administrator }) as Step);
  if (after !== undefined) preparation.push({ wait: after });
  const attempt: Step = {
    ...stepOf(request),
    ...(meanwhile === undefined
      ? {}
      : { meanwhile: [{ while: meanwhile.at, administrator: meanwhile.action }] }),
  };
  const attempts: Step[] = [attempt];
  if (signIn !== undefined) attempts.push({ signIn: signIn as NonNullable<Step['signIn']> });
  const named = <T>(value: T): T => (person === PERSON ? value : (renamed(value, person) as T));
  return { mode, given: named(world), preparation: named(preparation), attempts: named(attempts) };
}

function renamed(value: unknown, person: string): unknown {
  if (typeof value === 'string') return value.replaceAll(/myuser/gi, () => person);
  if (Array.isArray(value)) return value.map((item) => renamed(item, person));
  if (!isMapping(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key === PERSON ? person : key, renamed(inner, person)]),
  );
}
