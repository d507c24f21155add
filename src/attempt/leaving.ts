import type { Duration } from '../kernel/duration.js';
import type { AuditReason } from '../tenant/audit-reasons.js';
import type { Method } from '../tenant/methods.js';
import type { Attempt } from './attempt.js';
import { eventOf, type Leaving, type LeavingPoint, type WayOfLeaving } from './person.js';
import type { AttemptEvent } from './routes.js';

type AttemptView = Readonly<Attempt>;

/** The person's leaving, if this is where they turn away. */
export function leavingAt({ person }: AttemptView, ...points: readonly LeavingPoint[]): Leaving | undefined {
  return person.leaves !== undefined && points.includes(person.leaves.at) ? person.leaves : undefined;
}

/** The event that the leaving is, if it is one. */
export function leavingEvent(leaving: Leaving | undefined): AttemptEvent | undefined {
  return leaving === undefined ? undefined : eventOf(leaving);
}

/** Nobody notices that a person just goes away until their session runs out (inferred). */
export function noticedAfter(attempt: AttemptView, how: WayOfLeaving): Duration {
  return how === 'abandons' ? Math.max(0, attempt.deadline - attempt.now) : 0;
}

/** What the audit log says of somebody who left: how far they had come. */
export function leavingReason(
  attempt: AttemptView,
  how: WayOfLeaving,
): { readonly reason: AuditReason; readonly method?: Method } {
  const { challenge, choosing, submission } = attempt;
  const gates = !choosing;
  if (how === 'cancels') return { reason: gates ? 'cancelledBeforePassing' : 'cancelledBeforeSubmitting' };
  if (how === 'contacts an administrator') {
    return challenge === undefined || !gates
      ? { reason: 'contactedAdministrator' }
      : forMethod(challenge.method, 'contactedAfterTrying', 'contactedAfterQuestions');
  }
  if (!gates) return { reason: submission === 0 ? 'abandonedBeforeChoosing' : 'abandonedWhileChoosing' };
  if (challenge === undefined) return { reason: 'abandonedAfterUserId' };
  return attempt.proven.includes(challenge.method)
    ? forMethod(challenge.method, 'abandonedAfterCompleting', 'abandonedAfterCompletingQuestions')
    : forMethod(challenge.method, 'abandonedAfterStarting', 'abandonedAfterStartingQuestions');
}

/** The classic report words these for five methods, and the questions in its own way. */
function forMethod(
  method: Method,
  reason: AuditReason,
  forQuestions: AuditReason,
): { readonly reason: AuditReason; readonly method?: Method } {
  if (method === 'security questions') return { reason: forQuestions };
  if (method.includes('app') || method.includes('token')) return { reason: 'leftAfterUnlistedOption' };
  return { reason, method };
}
