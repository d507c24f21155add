import { isListening } from '../connector/client.js';
import type { ConnectorRefusal } from '../connector/decisions.js';
import type { Decision } from '../kernel/decision.js';
import { MINUTE, type Duration } from '../kernel/duration.js';
import { SimulatorBug } from '../kernel/error.js';
import type { View } from '../world/state.js';
import type { Attempt, Refusal } from './attempt.js';
import { note, refusalIn, type Stage } from './stage.js';

type AttemptView = Readonly<Attempt>;

/** How long an undelivered message lives: "several minutes" (concept-sspr-writeback.md); the number is inferred. */
export const RELAY_TIMEOUT: Duration = 2 * MINUTE;

/**
 * A step that the sync server takes for the cloud: only the client that received the message takes it. Where that one
 * is gone, nobody does, and the cloud waits in vain.
 */
export function served(stage: Stage, { written }: { readonly written: boolean }): Stage {
  const isGone = (view: View, attempt: AttemptView): boolean =>
    view.connector.client.life !== receivedBy(attempt).life;
  return unheard(stage, (view, attempt) =>
    isGone(view, attempt) ? { rule: 'service-died', written } : undefined,
  );
}

/** The answer goes back over the relay that the question came from; where that is gone, the cloud never hears it. */
export function answered(stage: Stage, { written }: { readonly written: boolean }): Stage {
  const lost: Stage = {
    ...stage,
    effect: (state, attempt, decision) => {
      stage.effect?.(state, attempt, decision);
      if (isListening(state.connector.client)) return;
      attempt.alsoFails = attempt.refusal === undefined ? [] : [attempt.refusal, ...attempt.alsoFails];
      attempt.refusal = { rule: 'answer-lost', written };
      attempt.answer = 'no answer';
    },
    lasts: (attempt, decision) =>
      wasLost(attempt) ? remaining(attempt) : (stage.lasts?.(attempt, decision) ?? 0),
    event: (view, attempt, decision) =>
      wasLost(attempt) ? 'unheard' : (stage.event?.(view, attempt, decision) ?? 'allowed'),
  };
  return served(lost, { written });
}

function wasLost({ refusal }: AttemptView): boolean {
  return refusal?.rule === 'answer-lost';
}

/** The stage, unless nobody is there to take it; then the session waits until the message would have been answered. */
function unheard(
  stage: Stage,
  why: (view: View, attempt: AttemptView) => ConnectorRefusal | undefined,
): Stage {
  const isUnheard = (decision: Decision<Refusal>): boolean => refusalIn(decision)?.rule === 'service-died';
  return {
    ...stage,
    decide: (view, attempt) => {
      const refusal = why(view, attempt);
      return refusal === undefined ? stage.decide(view, attempt) : { allowed: false, refusal, alsoFails: [] };
    },
    effect: (state, attempt, decision) => {
      if (!isUnheard(decision)) {
        stage.effect?.(state, attempt, decision);
        return;
      }
      note(attempt, decision);
      attempt.answer = 'no answer';
    },
    facts: (view, attempt, decision) =>
      isUnheard(decision) ? [] : (stage.facts?.(view, attempt, decision) ?? []),
    lasts: (attempt, decision) =>
      isUnheard(decision) ? remaining(attempt) : (stage.lasts?.(attempt, decision) ?? 0),
    event: (view, attempt, decision) =>
      isUnheard(decision)
        ? 'unheard'
        : (stage.event?.(view, attempt, decision) ?? (decision.allowed ? 'allowed' : 'refused')),
  };
}

/** How much longer the cloud waits for an answer. */
function remaining(attempt: AttemptView): Duration {
  return Math.max(0, receivedBy(attempt).at + RELAY_TIMEOUT - attempt.now);
}

function receivedBy({ received }: AttemptView): NonNullable<Attempt['received']> {
  if (received === undefined) throw new SimulatorBug('a message is worked on that nobody received');
  return received;
}
