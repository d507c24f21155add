import { clockAt } from '../domain/machine-clock.js';
import { leaveAtEach, lockedOut, lookTwice, type Looks } from '../domain/ask-twice.js';
import { audits } from '../domain/audit-policy.js';
import type { AnswerName } from '../domain/directory-answers.js';
import type { DomainFact } from '../domain/facts.js';
import {
  decideOldPassword,
  proofLeaves,
  type OldPasswordProof,
  type OldPasswordRefusal,
} from '../domain/old-password.js';
import { accountAt } from '../domain/replica.js';
import { resultantPolicy } from '../domain/resultant-policy.js';
import { SIGN_IN_ANSWERS } from '../domain/sign-in.js';
import type { DomainController } from '../domain/state.js';
import { ALLOWED, type Decision } from '../kernel/decision.js';
import { MILLISECOND } from '../kernel/duration.js';
import { SimulatorBug } from '../kernel/error.js';
import type { Emitted } from '../kernel/fact.js';
import type { DeepReadonly, State, View } from '../world/state.js';
import type { Attempt, Refusal } from './attempt.js';
import { controllerOf } from './connector-access.js';
import { accountOf, operation } from './domain-stages.js';
import { oldPasswordOf, provesOldPassword } from './errand.js';
import { at, note, refusalIn, type Stage } from './stage.js';

type ControllerView = DeepReadonly<DomainController>;
type AttemptView = Readonly<Attempt>;

/** What the domain controller refuses, but the PDC emulator may know better: a lock, and a password. */
const ASKED_AGAIN: ReadonlySet<string> = new Set<OldPasswordRefusal['rule']>([
  'account-locked-out',
  'wrong-old-password',
]);

function proofAt(view: View, attempt: AttemptView, controller: ControllerView): OldPasswordProof {
  const oldPassword = oldPasswordOf(attempt.errand, attempt.submission);
  if (oldPassword === undefined) throw new SimulatorBug('a change goes down without the old password');
  const account = accountAt(view.domain, controller, attempt.account);
  if (account === undefined) throw new SimulatorBug('every domain controller has every account');
  const { policy } = resultantPolicy(controller.replica, attempt.account, view.switches);
  return { at: clockAt(view.domain, controller, attempt.now), oldPassword, account, policy };
}

/**
 * The old password as the domain controller that was bound to finds it, and the PDC emulator after it, as at a sign-in.
 * That a change over LDAP is looked at twice is inferred from Microsoft, "Account Passwords and Policies", which says so
 * of wrong passwords as such.
 */
function looksAt(
  state: State,
  attempt: AttemptView,
): Looks<DomainController, OldPasswordProof, OldPasswordRefusal>;
function looksAt(
  view: View,
  attempt: AttemptView,
): Looks<ControllerView, OldPasswordProof, OldPasswordRefusal>;
function looksAt(
  view: View,
  attempt: AttemptView,
): Looks<ControllerView, OldPasswordProof, OldPasswordRefusal> {
  const [pdcEmulator] = view.domain.controllers;
  return lookTwice(view.domain, pdcEmulator, controllerOf(view, attempt), ASKED_AGAIN, (controller) => {
    const asked = proofAt(view, attempt, controller);
    return { controller, asked, decision: decideOldPassword(asked) };
  });
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
  decide: (view, attempt) => {
    if (!provesOldPassword(attempt.errand)) return ALLOWED;
    const { first, second } = looksAt(view, attempt);
    return (second ?? first).decision;
  },
  effect: (state, attempt, decision) => {
    note(attempt, decision);
    if (!provesOldPassword(attempt.errand)) return;
    attempt.directoryAnswer = answerTo(decision);
    const left = leaveAtEach(state.domain, looksAt(state, attempt), proofLeaves, attempt.now);
    attempt.oldPasswordCounted = left.filter((one) => refusalIn(one.decision)?.rule === 'wrong-old-password');
  },
  facts: (view, attempt) =>
    attempt.oldPasswordCounted.flatMap(({ host, locked }) => {
      const checked = credentialsValidated(view, attempt, host);
      return locked ? [checked, lockRecord(view, attempt, host)] : [checked];
    }),
};

/** The old password counts like one given at a sign-in (windows-itpro-docs: event-4723.md); over LDAP, inferred. */
function credentialsValidated(view: View, attempt: AttemptView, host: string): Emitted<DomainFact> {
  return at(host, {
    kind: 'credentials-validated',
    account: accountOf(view, attempt).samAccountName,
    workstation: netbiosOf(view.connector.host),
    status: SIGN_IN_ANSWERS['wrong-password'].status,
    audited: audits(view.domain.auditPolicy, 'credentialValidation', false),
  });
}

/** The record of a lock: from the computer where the connector runs (inferred). */
function lockRecord(view: View, attempt: AttemptView, host: string): Emitted<DomainFact> {
  const { target } = operation(view, attempt, true);
  return at(host, lockedOut(view.domain, host, target, netbiosOf(view.connector.host)));
}

function netbiosOf(host: string): string {
  return (host.split('.')[0] ?? host).toUpperCase();
}
