import type { AnswerName } from '../domain/directory-answers.js';
import type { DomainFact } from '../domain/facts.js';
import { audits } from '../domain/audit-policy.js';
import { SIGN_IN_ANSWERS } from '../domain/sign-in.js';
import { localSystem } from '../domain/principal.js';
import { decideOldPassword, proofLeaves, type OldPasswordProof } from '../domain/old-password.js';
import { ALLOWED, type Decision } from '../kernel/decision.js';
import { MILLISECOND } from '../kernel/duration.js';
import { SimulatorBug } from '../kernel/error.js';
import type { Emitted } from '../kernel/fact.js';
import type { View } from '../world/state.js';
import type { Attempt, Refusal } from './attempt.js';
import { controllerOf } from './connector-access.js';
import { accountOf, operation, policyOf, timeOf, write } from './domain-stages.js';
import { oldPasswordOf, provesOldPassword } from './errand.js';
import { at, note, refusalIn, type Stage } from './stage.js';

type AttemptView = Readonly<Attempt>;

function proofOf(view: View, attempt: AttemptView): OldPasswordProof {
  const oldPassword = oldPasswordOf(attempt.errand, attempt.submission);
  if (oldPassword === undefined) throw new SimulatorBug('a change goes down without the old password');
  return {
    at: timeOf(view, attempt),
    oldPassword,
    account: accountOf(view, attempt),
    policy: policyOf(view, attempt),
  };
}

/** What the domain controller answers the modify; nothing while it goes on. */
function answerTo(decision: Decision<Refusal>): AnswerName | undefined {
  switch (refusalIn(decision)?.rule) {
    case 'wrong-old-password':
      return 'wrong old password';
    case 'account-locked-out':
      return 'change while locked out';
    default:
      return undefined;
  }
}

/** The old password of a change, which the domain checks; My Sign-ins sends none. */
export const provingOldPassword: Stage = {
  pace: { usual: 3 * MILLISECOND, varies: 0.5 },
  decide: (view, attempt) =>
    provesOldPassword(attempt.errand) ? decideOldPassword(proofOf(view, attempt)) : ALLOWED,
  effect: (state, attempt, decision) => {
    note(attempt, decision);
    if (!provesOldPassword(attempt.errand)) return;
    attempt.directoryAnswer = answerTo(decision);
    const left = proofLeaves(proofOf(state, attempt), decision);
    if (Object.keys(left).length > 0) write(state, attempt, left);
  },
  facts: (view, attempt, decision) => {
    if (refusalIn(decision)?.rule !== 'wrong-old-password') return [];
    const { lockoutTime } = accountOf(view, attempt);
    const checked = credentialsValidated(view, attempt);
    return lockoutTime === undefined ? [checked] : [checked, lockedOut(view, attempt)];
  },
};

/** The old password counts like one given at a sign-in (windows-itpro-docs: event-4723.md); over LDAP, inferred. */
function credentialsValidated(view: View, attempt: AttemptView): Emitted<DomainFact> {
  return at(controllerOf(view, attempt).host, {
    kind: 'credentials-validated',
    account: accountOf(view, attempt).samAccountName,
    workstation: netbiosOf(view.connector.host),
    status: SIGN_IN_ANSWERS['wrong-password'].status,
    audited: audits(view.domain.auditPolicy, 'credentialValidation', false),
  });
}

/** The record of a lock: by the domain controller itself, and from the computer where the connector runs (inferred). */
function lockedOut(view: View, attempt: AttemptView): Emitted<DomainFact> {
  const { host } = controllerOf(view, attempt);
  const { target, audited } = operation(view, attempt, true);
  return at(host, {
    kind: 'account-locked-out',
    subject: localSystem(host, target.domain),
    target,
    audited,
    callerComputer: netbiosOf(view.connector.host),
  });
}

function netbiosOf(host: string): string {
  return (host.split('.')[0] ?? host).toUpperCase();
}
