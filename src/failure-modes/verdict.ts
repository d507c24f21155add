import type { Instant } from '../kernel/instant.js';
import type { AttemptHandle, Outcome } from '../simulation/attempt-handle.js';
import { failureModeOf } from './catalogue.js';
import type { FailureMode, PartyAtFault, Symptom } from './failure-mode.js';

/** What no party can see: how the attempt ended, and the true cause. */
export interface Verdict {
  readonly session: number;
  readonly outcome: Outcome;
  /** The failure mode's id; null where nothing is wrong. */
  readonly cause: string | null;
  readonly title: string | null;
  readonly party: PartyAtFault | null;
  readonly explanation: string | null;
  readonly figures: readonly string[];
  /** Other failure modes that would have refused the same password. */
  readonly alsoFails: readonly string[];
  readonly fix: readonly string[];
  readonly warning: string | null;
  readonly sources: readonly string[];
}

/** Names the true cause of an attempt that has settled. */
export function verdictOf(attempt: AttemptHandle, now: Instant): Verdict {
  const symptom: Symptom | undefined = attempt.refusal ?? attempt.shortfalls[0];
  const mode: FailureMode | undefined = symptom && failureModeOf(symptom);
  return {
    session: attempt.session,
    outcome: attempt.outcome,
    cause: mode?.id ?? null,
    title: mode?.title ?? null,
    party: mode?.party ?? null,
    explanation: mode?.cause ?? null,
    figures: mode === undefined || symptom === undefined ? [] : mode.figures(symptom, now),
    alsoFails: [...attempt.alsoFails, ...attempt.shortfalls.slice(1)].map((also) => failureModeOf(also).id),
    fix: mode?.fix ?? [],
    warning: mode?.warning ?? null,
    sources: mode?.sources ?? [],
  };
}
