import type { Instant } from '../kernel/instant.js';
import type { AttemptHandle, Outcome } from '../simulation/attempt-handle.js';
import type { SignInOutcome, SignInResult } from '../simulation/sign-in.js';
import { failureModeOf } from './catalogue.js';
import type { FailureMode, PartyAtFault, Symptom } from './failure-mode.js';

/** What no party can see: how the attempt ended, and the true cause. */
export interface Verdict {
  /** The session, for what is a session. */
  readonly session: number | null;
  readonly outcome: Outcome | SignInOutcome;
  /** The failure mode's id; null where nothing is wrong. */
  readonly cause: string | null;
  readonly title: string | null;
  readonly party: PartyAtFault | null;
  readonly explanation: string | null;
  readonly figures: readonly string[];
  /** Other failure modes that would have refused the same password. */
  readonly alsoFails: readonly string[];
  /** What keeps what happened out of a log; it is nobody's cause, and in everybody's way. */
  readonly unseen: readonly UnseenVerdict[];
  readonly fix: readonly string[];
  readonly warning: string | null;
  readonly sources: readonly string[];
}

/** Why a log does not show what happened. */
export type UnseenVerdict = Pick<FailureMode, 'id' | 'title' | 'cause' | 'fix'> & {
  readonly figures: readonly string[];
};

/** Names the true cause of an attempt that has settled. */
export function verdictOf(attempt: AttemptHandle, now: Instant): Verdict {
  const [first, ...others] = [attempt.refusal, ...attempt.alsoFails, ...attempt.shortfalls].filter(
    (symptom) => symptom !== undefined,
  );
  const unseen = attempt.unseen.map((symptom): UnseenVerdict => {
    const mode = failureModeOf(symptom);
    const { id, title, cause, fix } = mode;
    return { id, title, cause, figures: mode.figures(symptom, now), fix };
  });
  return { session: attempt.session, outcome: attempt.outcome, unseen, ...explained(first, others, now) };
}

/** Names the true cause of a refused sign-in, where an earlier writeback left it behind. */
export function signInVerdictOf({ outcome, leftBehind }: SignInResult, now: Instant): Verdict {
  return { session: null, outcome, unseen: [], ...explained(leftBehind, [], now) };
}

function explained(
  symptom: Symptom | undefined,
  others: readonly Symptom[],
  now: Instant,
): Omit<Verdict, 'session' | 'outcome' | 'unseen'> {
  const mode: FailureMode | undefined = symptom && failureModeOf(symptom);
  const mend = symptom && mode?.mend?.(symptom);
  return {
    cause: mode?.id ?? null,
    title: mode?.title ?? null,
    party: mode?.party ?? null,
    explanation: mode?.cause ?? null,
    figures: mode === undefined || symptom === undefined ? [] : mode.figures(symptom, now),
    alsoFails: others.map((also) => failureModeOf(also).id),
    fix: mend?.fix ?? mode?.fix ?? [],
    warning: mend?.warning ?? mode?.warning ?? null,
    sources: mode?.sources ?? [],
  };
}
