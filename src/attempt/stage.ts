import type { Decision, Refused } from '../kernel/decision.js';
import type { Duration } from '../kernel/duration.js';
import type { Emitted, FactBody } from '../kernel/fact.js';
import type { PartyFact, Scheduled } from '../world/action.js';
import type { State, View } from '../world/state.js';
import type { Attempt, Refusal } from './attempt.js';
import type { AttemptEvent } from './routes.js';

/** The usual time a stage takes, and the share of it by which it varies. */
export interface Pace {
  readonly usual: Duration;
  /** From 0, always the same, to 1, anything up to twice as long. */
  readonly varies: number;
}

/** One step of a session at one party. Its time passes first; then it decides, acts, and says what happened. */
export interface Stage {
  readonly pace: Pace;
  /** How long this person takes, where their behaviour says so; otherwise the pace. */
  takes?(attempt: Readonly<Attempt>): Duration | undefined;
  /** A pure question to the party whose step this is. */
  decide(view: View, attempt: Readonly<Attempt>): Decision<Refusal>;
  /** What the party really does, allowed or refused; nothing else writes the state. */
  effect?(state: State, attempt: Attempt, decision: Decision<Refusal>): void;
  facts?(view: View, attempt: Readonly<Attempt>, decision: Decision<Refusal>): readonly Emitted<PartyFact>[];
  /** How long it asks again and again while the answer is no: whenever something has been done to the world. */
  readonly patience?: Duration;
  /** How long the stage goes on after deciding, before the next begins; by default not at all. */
  lasts?(attempt: Readonly<Attempt>, decision: Decision<Refusal>): Duration;
  /** What this sets in motion for later, whatever becomes of the session. */
  later?(view: View, attempt: Readonly<Attempt>): readonly Scheduled[];
  /** What it means that the session runs out here, before the person has done their part. */
  readonly expiry?: {
    effect: (state: State, attempt: Attempt) => void;
    facts: (view: View, attempt: Readonly<Attempt>) => readonly Emitted<PartyFact>[];
  };
  /** What to tell the machine; by default `allowed` or `refused`. */
  event?(view: View, attempt: Readonly<Attempt>, decision: Decision<Refusal>): AttemptEvent;
}

/** A fact at a host, for the journal. */
export function at<B extends FactBody>(host: string, body: B, after?: Duration): Emitted<B> {
  return after === undefined ? { host, body } : { host, body, after };
}

/** Narrows a decision to its refusal. */
export function refusalIn<R extends Refused>(decision: Decision<R>): R | undefined {
  return decision.allowed ? undefined : decision.refusal;
}

/** Keeps a refusal for those who have to answer it. */
export function note(attempt: Attempt, decision: Decision<Refusal>): void {
  if (decision.allowed) return;
  attempt.refusal = decision.refusal;
  attempt.alsoFails = decision.alsoFails;
}
