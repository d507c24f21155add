import { audits, SUBCATEGORIES } from '../domain/audit-policy.js';
import type { Decision } from '../kernel/decision.js';
import type { State } from '../world/state.js';
import type { Attempt, Refusal, Unseen } from './attempt.js';
import { controllerOf } from './connector-access.js';
import { note } from './stage.js';

/** Keeps a refusal of the password policy, and whether anybody will find it in the domain controller's log. */
export function noteAndAudit(state: State, attempt: Attempt, decision: Decision<Refusal>): void {
  note(attempt, decision);
  attempt.unseen = decision.allowed ? [] : unaudited(state, attempt);
}

function unaudited(state: State, attempt: Attempt): readonly Unseen[] {
  const subcategory = 'userAccountManagement';
  const { auditPolicy } = state.domain;
  if (audits(auditPolicy, subcategory, false)) return [];
  const { host } = controllerOf(state, attempt);
  const audited = auditPolicy.outcomes[subcategory];
  return [{ rule: 'refusal-not-audited', host, subcategory: SUBCATEGORIES[subcategory].name, audited }];
}
