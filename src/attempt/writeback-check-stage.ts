import { decideWriteback, type WritebackQuestion } from '../tenant/eligibility.js';
import { MILLISECOND } from '../kernel/duration.js';
import type { View } from '../world/state.js';
import type { Attempt } from './attempt.js';
import { note, type Stage } from './stage.js';
import { cloudUserOf } from './tenant-facts.js';

type AttemptView = Readonly<Attempt>;

export function writebackQuestion(view: View, attempt: AttemptView): WritebackQuestion {
  return {
    at: attempt.now,
    user: cloudUserOf(view, attempt),
    tenant: view.tenant,
    enabledOnServer: view.connector.writebackEnabled,
  };
}

/** Whether a password that is managed on-premises can get there; a reset has asked before its gates. */
export const checkingWriteback: Stage = {
  pace: { usual: 20 * MILLISECOND, varies: 0.5 },
  decide: (view, attempt) => decideWriteback(writebackQuestion(view, attempt)),
  effect: (_state, attempt, decision) => note(attempt, decision),
};
