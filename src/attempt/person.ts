import type { Candidate } from '../kernel/candidate.js';
import type { Duration } from '../kernel/duration.js';
import type { Method } from '../tenant/methods.js';
import type { Answer } from '../tenant/verification.js';
import type { AttemptEvent } from './routes.js';

/** One try at a gate. */
export interface ProofTry {
  /** Which option they take; the first that is offered, if left out or not offered. */
  readonly method?: Method | undefined;
  readonly answer: Answer;
  /** How long after the challenge they answer; some seconds, if left out. */
  readonly after?: Duration | undefined;
}

/** Where somebody can turn away. */
export const LEAVING_POINTS = [
  'user ID',
  'verification options',
  /** After the tries that are listed; without any, once the first option has been started. */
  'verification',
  'second method',
  'new password',
  /** After the last password was refused. */
  'another password',
  /** Of a page that ends the session; what they do there changes nothing about how it ended. */
  'error page',
] as const;
export type LeavingPoint = (typeof LEAVING_POINTS)[number];

export const WAYS_OF_LEAVING = ['abandons', 'cancels', 'contacts an administrator'] as const;
export type WayOfLeaving = (typeof WAYS_OF_LEAVING)[number];

export interface Leaving {
  readonly at: LeavingPoint;
  /** Just goes away, presses Cancel, or follows the link "Contact your administrator". */
  readonly how: WayOfLeaving;
}

const EVENTS = {
  abandons: 'abandoned',
  cancels: 'cancelled',
  'contacts an administrator': 'contactedAdministrator',
} as const satisfies Record<WayOfLeaving, AttemptEvent>;

export function eventOf({ how }: Leaving): AttemptEvent {
  return EVENTS[how];
}

/** The person at the keyboard: their behaviour is input. */
export interface Person {
  /** What they type as user ID. */
  readonly userId: string;
  readonly ipAddress: string;
  /** Whether the browser keeps cookies, without which the pages do not work. */
  readonly cookies: boolean;
  /** What they do at the gates, in turn; then they take what is offered first and answer right. */
  readonly tries: readonly ProofTry[];
  /** The passwords that they try, in turn; after the last refusal they give up. */
  readonly passwords: readonly Candidate[];
  /** How long they think about each password; some seconds, if left out. */
  readonly thinksFor: Duration | undefined;
  /** Where they turn away; undefined for those who see it through. */
  readonly leaves: Leaving | undefined;
}
