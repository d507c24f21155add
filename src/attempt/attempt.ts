import type { Candidate } from '../kernel/candidate.js';
import type { Instant } from '../kernel/instant.js';
import type { ConnectorRefusal } from '../connector/decisions.js';
import type { EngineError, WritebackFailure } from '../connector/failures.js';
import type { PolicyRefusal } from '../domain/password-rules.js';
import type { EligibilityRefusal } from '../tenant/eligibility.js';
import type { OnPremisesAnswer } from '../tenant/refusal-presentation.js';
import type { Verb } from './verb.js';

/** Why an attempt failed: the rule of the party that said no, with its figures. */
export type Refusal = EligibilityRefusal | ConnectorRefusal | PolicyRefusal;

/** What a success leaves undone, because the connector account may not do it. */
export type Shortfall =
  | { readonly rule: 'still-locked-out'; readonly account: string }
  | { readonly rule: 'password-expired-at-once'; readonly account: string };

/** The person at the keyboard: their behaviour is input. */
export interface Person {
  /** What they type as user ID. */
  readonly userId: string;
  readonly ipAddress: string;
  /** The passwords that they try, in turn; after the last refusal they give up. */
  readonly passwords: readonly Candidate[];
}

/** One session with all its submissions, as the stages see it. */
export interface Attempt {
  /** Counted from 1. */
  readonly session: number;
  /** The row in which its facts stand: the user, and which of the user's sessions it is. */
  readonly stream: string;
  readonly verb: Verb;
  readonly person: Person;
  /** The moment of the stage that is deciding. */
  now: Instant;
  /** Key of the person's user in the tenant, once identified. */
  user: string;
  /** Key of the account in the domain, once located. */
  account: string;
  /** How many passwords have been submitted. */
  submission: number;
  /** What the connector told the cloud about the present submission. */
  answer: OnPremisesAnswer | undefined;
  /** Whether the present submission unlocked the account. */
  unlocked: boolean;
  refusal: Refusal | undefined;
  alsoFails: readonly Refusal[];
  shortfalls: readonly Shortfall[];
}

/** The password now under way. */
export function candidateOf(attempt: Readonly<Attempt>): Candidate {
  const candidate = attempt.person.passwords[attempt.submission - 1];
  if (candidate === undefined) throw new RangeError('no password has been submitted yet');
  return candidate;
}

/** How the connector words a refusal: its own event, and the engine's error behind it. */
export interface ConnectorAnswer {
  readonly failure: WritebackFailure;
  readonly error: EngineError;
}
