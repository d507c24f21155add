import { ALLOWED, type Decision } from '../kernel/decision.js';
import { MILLISECOND, SECOND } from '../kernel/duration.js';
import { SimulatorBug } from '../kernel/error.js';
import { decideCloudPassword, type CloudPasswordRefusal } from '../tenant/cloud-password-rules.js';
import { decideCloudWrite, type CloudWriteRefusal } from '../tenant/cloud-write.js';
import { decideEligibility, type EligibilityRefusal } from '../tenant/eligibility.js';
import { methodsRequired, usableMethods } from '../tenant/method-standing.js';
import {
  CLOUD_ANSWERS,
  ELIGIBILITY_SHOWN,
  SUBMISSION_SHOWN,
  type AnswerToReset,
} from '../tenant/refusal-presentation.js';
import { NOT_LOCKED } from '../tenant/smart-lockout.js';
import { afterArrival, afterReset } from '../tenant/throttle.js';
import type { View } from '../world/state.js';
import { helpAsked, notices } from './mail-facts.js';
import { candidateOf, type Attempt, type Refusal } from './attempt.js';
import { leavingAt, leavingEvent, noticedAfter } from './leaving.js';
import type { Leaving } from './person.js';
import { at, note, refusalIn, type Stage } from './stage.js';
import {
  blocked,
  cloudUserOf,
  ENTRA_HOST,
  flow,
  left,
  mutableCloudUserOf,
  principalOf,
  result,
  RUNS_OUT,
  screen,
} from './tenant-facts.js';

export { cloudUserOf, ENTRA_HOST } from './tenant-facts.js';

type AttemptView = Readonly<Attempt>;

/** Who are you? The user ID, and a captcha that nobody logs. */
export const identifying: Stage = {
  pace: { usual: 15 * SECOND, varies: 0.5 },
  decide: () => ALLOWED,
  effect: (state, attempt) => {
    attempt.user = attempt.person.userId.toLowerCase();
    if (!state.tenant.users.has(attempt.user)) throw new SimulatorBug('a session began for an unknown user');
  },
  facts: (view, attempt) =>
    leavingAt(attempt, 'user ID') === undefined ? [flow(view, attempt, 'success', 'submittedUserId')] : [],
  event: (_view, attempt) => leavingEvent(leavingAt(attempt, 'user ID')) ?? 'allowed',
  expiry: { ...RUNS_OUT, facts: () => [] },
};

export const checkingEligibility: Stage = {
  pace: { usual: 300 * MILLISECOND, varies: 0.5 },
  decide: (view, attempt) =>
    decideEligibility({
      at: attempt.now,
      user: cloudUserOf(view, attempt),
      tenant: view.tenant,
      enabledOnServer: view.connector.writebackEnabled,
      cookies: attempt.person.cookies,
    }),
  effect: (state, attempt, decision) => {
    note(attempt, whatIsBehind(state, decision));
    const user = mutableCloudUserOf(state, attempt);
    if (refusalIn(decision)?.rule === 'sspr-throttled') {
      user.throttle = afterArrival(user.throttle, attempt.now, state.tenant.throttling);
    }
    const request = { at: attempt.now, user, tenant: state.tenant };
    attempt.offers = usableMethods(request);
    attempt.gates = methodsRequired(request);
  },
  facts: (view, attempt, decision) => {
    const refusal = refusalIn(decision) as EligibilityRefusal | undefined;
    if (refusal === undefined) return [flow(view, attempt, 'success', 'presentedWithOptions')];
    if (refusal.rule === 'sspr-throttled') return blocked(view, attempt, refusal);
    const shown = ELIGIBILITY_SHOWN[refusal.rule];
    return [
      flow(view, attempt, 'failure', shown.flowReason),
      screen(view, attempt, shown.screen),
      ...helpAsked(view, attempt, leavingAt(attempt, 'error page')?.how),
    ];
  },
  event: (_view, _attempt, decision) => {
    if (decision.allowed) return 'allowed';
    return decision.refusal.rule === 'sspr-throttled' ? 'blocked' : 'refused';
  },
};

/** The tenant knows that a client has fallen silent, or is not there; its server knows why. */
function whatIsBehind({ connector }: View, decision: Decision<Refusal>): Decision<Refusal> {
  const behind = {
    'writeback-known-down': connector.client.trouble,
    'writeback-not-enabled': connector.onboardingTrouble,
    'writeback-switched-off': connector.onboardingTrouble,
  } as Partial<Record<Refusal['rule'], Refusal>>;
  const rule = refusalIn(decision)?.rule;
  const refusal = rule === undefined ? undefined : behind[rule];
  return refusal === undefined ? decision : { allowed: false, refusal, alsoFails: [] };
}

/** Where somebody turns away from the page for the new password. */
function leavingChoice(attempt: AttemptView): Leaving | undefined {
  const { submission, refusal, person } = attempt;
  if (submission === 0) return leavingAt(attempt, 'new password');
  return refusal !== undefined && submission >= person.passwords.length
    ? leavingAt(attempt, 'another password')
    : undefined;
}

/** The page for the new password; only the flow of a reset leaves rows of it. */
export const choosingPassword: Stage = {
  pace: { usual: 30 * SECOND, varies: 0.5 },
  decide: () => ALLOWED,
  takes: ({ person }) => person.thinksFor,
  effect: (_state, attempt) => {
    if (leavingChoice(attempt) !== undefined) return;
    attempt.submission++;
    attempt.answer = undefined;
    attempt.refusal = undefined;
    attempt.alsoFails = [];
    attempt.shortfalls = [];
  },
  facts: (view, attempt) => {
    const leaving = leavingChoice(attempt);
    return leaving === undefined
      ? [flow(view, attempt, 'success', 'submittedNewPassword')]
      : [left(view, attempt, leaving.how), ...helpAsked(view, attempt, leaving.how)];
  },
  lasts: (attempt) => {
    const leaving = leavingChoice(attempt);
    return leaving === undefined ? 0 : noticedAfter(attempt, leaving.how);
  },
  event: (_view, attempt) => leavingEvent(leavingChoice(attempt)) ?? 'allowed',
  expiry: RUNS_OUT,
};

/** The cloud's own rules and its lists of banned passwords; a password that passes goes where it is managed. */
export const screeningPassword: Stage = {
  pace: { usual: 60 * MILLISECOND, varies: 0.5 },
  decide: (view, attempt) =>
    decideCloudPassword({
      candidate: candidateOf(attempt),
      user: cloudUserOf(view, attempt),
      tenant: view.tenant,
      fuzzyScope: view.switches.bannedPasswordFuzziness,
      forSynchronised: view.switches.cloudRulesForSynchronised,
    }),
  effect: (_state, attempt, decision) => {
    note(attempt, decision);
    const refusal = refusalIn(decision) as CloudPasswordRefusal | undefined;
    if (refusal !== undefined) attempt.answer = CLOUD_ANSWERS[refusal.rule];
  },
  event: (view, attempt, decision) => {
    if (!decision.allowed) return 'refused';
    return cloudUserOf(view, attempt).sourceAnchor === undefined ? 'allowedInCloud' : 'allowed';
  },
};

/**
 * Without password hash synchronisation a synchronised user's password stays on-premises alone. With federation
 * besides, the hash is left to bring it (tutorial-enable-sspr-writeback.md).
 */
export function isKeptInCloud(view: View, attempt: AttemptView): boolean {
  const { connector, tenant } = view;
  if (cloudUserOf(view, attempt).sourceAnchor === undefined) return true;
  return connector.passwordHashSync && tenant.signInMethod !== 'federated';
}

/** Whether the cloud takes what the domain has taken; what is kept in the cloud alone has been looked at before. */
export function cloudTakes(view: View, attempt: AttemptView): Decision<CloudWriteRefusal> {
  if (cloudUserOf(view, attempt).sourceAnchor === undefined || !isKeptInCloud(view, attempt)) return ALLOWED;
  return decideCloudWrite({
    candidate: candidateOf(attempt),
    checks: view.switches.cloudWriteChecks,
    trouble: view.tenant.directoryTrouble,
  });
}

/** Only after the domain said yes does the directory in the cloud take the password too. */
export const writingCloudPassword: Stage = {
  pace: { usual: 400 * MILLISECOND, varies: 0.5 },
  decide: cloudTakes,
  effect: (state, attempt, decision) => {
    note(attempt, decision);
    const user = mutableCloudUserOf(state, attempt);
    user.throttle = afterReset(user.throttle, attempt.now, state.tenant.throttling);
    // "I forgot my password" ends a smart lockout; unlocking alone does not (howto-password-smart-lockout.md).
    user.smartLockout = NOT_LOCKED;
    if (!decision.allowed || !isKeptInCloud(state, attempt)) return;
    user.passwordHash = candidateOf(attempt).ntHash;
    user.mustChangePassword = false;
    user.passwordSet = attempt.now;
    user.refreshTokensValidFrom = attempt.now;
  },
  facts: (view, attempt, decision) => {
    if (!decision.allowed) {
      return [
        { ...result(view, attempt, 'success', 'onPremisesSuccessCloudFailure'), after: 150 * MILLISECOND },
        { ...screen(view, attempt, 'acceptedOnPremisesOnly'), after: 300 * MILLISECOND },
      ];
    }
    const user = principalOf(view, attempt);
    const written = at(ENTRA_HOST, {
      kind: 'cloud-password-written',
      user,
      as: 'reset',
      by: undefined,
    } as const);
    return [
      ...(isKeptInCloud(view, attempt) ? [written] : []),
      { ...result(view, attempt, 'success', 'completedReset'), after: 150 * MILLISECOND },
      { ...flow(view, attempt, 'success', 'successfullyReset'), after: 160 * MILLISECOND },
      { ...screen(view, attempt, 'passwordReset'), after: 300 * MILLISECOND },
      ...notices(view, attempt).map((notice) => ({ ...notice, after: 900 * MILLISECOND })),
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
    const { flowReason } = shown;
    return [
      result(view, attempt, 'failure', shown.resultReason),
      ...(flowReason === undefined
        ? []
        : [{ ...flow(view, attempt, 'failure', flowReason), after: 10 * MILLISECOND }]),
      { ...screen(view, attempt, shown.screen), after: 150 * MILLISECOND },
      ...(shown.mayRetry ? [] : helpAsked(view, attempt, leavingAt(attempt, 'error page')?.how)).map(
        (asked) => ({ ...asked, after: 10 * SECOND }),
      ),
    ];
  },
  lasts: () => 150 * MILLISECOND,
  event: (_view, attempt) =>
    SUBMISSION_SHOWN[answerOf(attempt)].mayRetry &&
    (attempt.submission < attempt.person.passwords.length ||
      leavingAt(attempt, 'another password') !== undefined)
      ? 'retry'
      : 'refused',
};

export function answerOf({ answer }: AttemptView): AnswerToReset {
  if (answer === undefined || answer === 'wrong old password')
    throw new SimulatorBug('a refusal is shown that nobody answered');
  return answer;
}
