import { ALLOWED } from '../kernel/decision.js';
import { MILLISECOND, SECOND } from '../kernel/duration.js';
import { SimulatorBug } from '../kernel/error.js';
import type { AuditReason } from '../tenant/audit-reasons.js';
import { decideEligibility, type EligibilityRefusal } from '../tenant/eligibility.js';
import type { CloudPrincipal, FlowProgressed, ResetReported, ScreenShown } from '../tenant/facts.js';
import { usableMethods, type Method } from '../tenant/methods.js';
import { ELIGIBILITY_SHOWN, SUBMISSION_SHOWN } from '../tenant/refusal-presentation.js';
import type { ScreenName } from '../tenant/screens.js';
import type { CloudUser } from '../tenant/state.js';
import type { DeepReadonly, View } from '../world/state.js';
import { candidateOf, type Attempt } from './attempt.js';
import { at, note, refusalIn, type Stage } from './stage.js';

/** The tenant's records come from no machine of the customer's. */
export const ENTRA_HOST = 'Microsoft Entra ID';

type AttemptView = Readonly<Attempt>;

/** The user to whom the session belongs. */
export function cloudUserOf(view: View, attempt: AttemptView): DeepReadonly<CloudUser> {
  const user = view.tenant.users.get(attempt.user);
  if (user === undefined) throw new SimulatorBug('a session goes on without a user');
  return user;
}

function principalOf(view: View, attempt: AttemptView): CloudPrincipal {
  const { objectId, userPrincipalName, displayName } = cloudUserOf(view, attempt);
  return { objectId, userPrincipalName, displayName };
}

function flow(
  view: View,
  attempt: AttemptView,
  went: FlowProgressed['result'],
  reason: AuditReason,
  method?: Method,
): ReturnType<typeof at<FlowProgressed>> {
  const { ipAddress } = attempt.person;
  const body = {
    kind: 'flow-progressed',
    user: principalOf(view, attempt),
    ipAddress,
    result: went,
    reason,
  } as const;
  return at(ENTRA_HOST, method === undefined ? body : { ...body, method });
}

function result(
  view: View,
  attempt: AttemptView,
  outcome: ResetReported['result'],
  reason: AuditReason,
): ReturnType<typeof at<ResetReported>> {
  const { ipAddress } = attempt.person;
  return at(ENTRA_HOST, {
    kind: 'reset-reported',
    user: principalOf(view, attempt),
    ipAddress,
    result: outcome,
    reason,
  });
}

function screen(view: View, attempt: AttemptView, name: ScreenName): ReturnType<typeof at<ScreenShown>> {
  return at(ENTRA_HOST, {
    kind: 'screen-shown',
    user: cloudUserOf(view, attempt).userPrincipalName,
    screen: name,
    profile: view.tenant.textProfile,
  });
}

/** Who are you? The user ID, and a captcha that nobody logs. */
export const identifying: Stage = {
  pace: { usual: 15 * SECOND, varies: 0.5 },
  decide: () => ALLOWED,
  effect: (state, attempt) => {
    attempt.user = attempt.person.userId.toLowerCase();
    if (!state.tenant.users.has(attempt.user)) throw new SimulatorBug('a session began for an unknown user');
  },
  facts: (view, attempt) => [flow(view, attempt, 'success', 'submittedUserId')],
};

export const checkingEligibility: Stage = {
  pace: { usual: 300 * MILLISECOND, varies: 0.5 },
  decide: (view, attempt) =>
    decideEligibility({
      at: attempt.now,
      user: cloudUserOf(view, attempt),
      tenant: view.tenant,
      enabledOnServer: view.connector.writebackEnabled,
      serviceRunning: view.connector.service.running,
    }),
  effect: (_state, attempt, decision) => note(attempt, decision),
  facts: (view, attempt, decision) => {
    const refusal = refusalIn(decision);
    if (refusal === undefined) return [flow(view, attempt, 'success', 'presentedWithOptions')];
    const shown = ELIGIBILITY_SHOWN[refusal.rule as EligibilityRefusal['rule']];
    return [flow(view, attempt, 'failure', shown.flowReason), screen(view, attempt, shown.screen)];
  },
};

function provingStage(gate: 0 | 1): Stage {
  return {
    pace: { usual: 25 * SECOND, varies: 0.5 },
    decide: () => ALLOWED,
    facts: (view, attempt) => {
      const method = offered(view, attempt)[gate];
      const steps = [
        flow(view, attempt, 'success', 'startedOption', method),
        { ...flow(view, attempt, 'success', 'completedOption', method), after: 12 * SECOND },
      ];
      if (gate + 1 < view.tenant.sspr.methodsRequired) return steps;
      return [
        ...steps,
        {
          ...flow(view, attempt, 'success', 'completedAllVerification'),
          after: 12 * SECOND + 200 * MILLISECOND,
        },
      ];
    },
    lasts: () => 12 * SECOND + 200 * MILLISECOND,
    event: (view) => (gate + 1 < view.tenant.sspr.methodsRequired ? 'anotherGate' : 'allowed'),
  };
}

function offered(view: View, attempt: AttemptView): readonly Method[] {
  return usableMethods(view.tenant.sspr.methods, cloudUserOf(view, attempt).methods);
}

export const provingIdentity = provingStage(0);
export const provingIdentityAgain = provingStage(1);

export const choosingPassword: Stage = {
  pace: { usual: 30 * SECOND, varies: 0.5 },
  decide: () => ALLOWED,
  effect: (_state, attempt) => {
    attempt.submission++;
    attempt.answer = undefined;
    attempt.refusal = undefined;
    attempt.alsoFails = [];
    attempt.shortfalls = [];
  },
  facts: (view, attempt) => [flow(view, attempt, 'success', 'submittedNewPassword')],
};

/** Where the cloud's banned-password lists will be asked; a password that passes goes where it is managed. */
export const screeningPassword: Stage = {
  pace: { usual: 60 * MILLISECOND, varies: 0.5 },
  decide: () => ALLOWED,
  event: (view, attempt) =>
    cloudUserOf(view, attempt).sourceAnchor === undefined ? 'allowedInCloud' : 'allowed',
};

/** Without password hash synchronisation a synchronised user's password stays on-premises alone. */
function isKeptInCloud(view: View, attempt: AttemptView): boolean {
  return cloudUserOf(view, attempt).sourceAnchor === undefined || view.connector.passwordHashSync;
}

/** Only after the domain said yes does the directory in the cloud take the password too. */
export const writingCloudPassword: Stage = {
  pace: { usual: 400 * MILLISECOND, varies: 0.5 },
  decide: () => ALLOWED,
  effect: (state, attempt) => {
    const user = state.tenant.users.get(attempt.user);
    if (user === undefined || !isKeptInCloud(state, attempt)) return;
    user.passwordHash = candidateOf(attempt).ntHash;
    user.refreshTokensValidFrom = attempt.now;
  },
  facts: (view, attempt) => {
    const user = principalOf(view, attempt);
    const written = at(ENTRA_HOST, { kind: 'cloud-password-written', user, by: undefined } as const);
    return [
      ...(isKeptInCloud(view, attempt) ? [written] : []),
      { ...result(view, attempt, 'success', 'completedReset'), after: 150 * MILLISECOND },
      { ...flow(view, attempt, 'success', 'successfullyReset'), after: 160 * MILLISECOND },
      { ...screen(view, attempt, 'passwordReset'), after: 300 * MILLISECOND },
    ];
  },
  lasts: () => 300 * MILLISECOND,
};

/** Tells the person what became of the password, and the audit log why. */
export const showingRefusal: Stage = {
  pace: { usual: 200 * MILLISECOND, varies: 0.5 },
  decide: () => ALLOWED,
  facts: (view, attempt) => {
    const shown = SUBMISSION_SHOWN[answerOf(attempt)];
    return [
      result(view, attempt, 'failure', shown.resultReason),
      { ...flow(view, attempt, 'failure', shown.flowReason), after: 10 * MILLISECOND },
      { ...screen(view, attempt, shown.screen), after: 150 * MILLISECOND },
    ];
  },
  lasts: () => 150 * MILLISECOND,
  event: (_view, attempt) =>
    SUBMISSION_SHOWN[answerOf(attempt)].mayRetry && attempt.submission < attempt.person.passwords.length
      ? 'retry'
      : 'refused',
};

function answerOf({ answer }: AttemptView): NonNullable<Attempt['answer']> {
  if (answer === undefined) throw new SimulatorBug('a refusal is shown that nobody answered');
  return answer;
}
