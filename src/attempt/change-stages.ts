import { ALLOWED, type Decision } from '../kernel/decision.js';
import { MILLISECOND, SECOND } from '../kernel/duration.js';
import { SimulatorBug } from '../kernel/error.js';
import { CHANGE_NOT_SENT, CHANGE_SHOWN, type ChangeShown } from '../tenant/change-presentation.js';
import type { OperationReported } from '../tenant/facts.js';
import { isInScope } from '../tenant/scope.js';
import type { State, View } from '../world/state.js';
import { candidateOf, type Attempt, type Refusal } from './attempt.js';
import { oldPasswordOf } from './errand.js';
import { leavingAt } from './leaving.js';
import { at, note, refusalIn, type Stage } from './stage.js';
import {
  choosingPassword,
  cloudTakes,
  identifying,
  isKeptInCloud,
  screeningPassword,
} from './tenant-stages.js';
import {
  cloudUserOf,
  ENTRA_HOST,
  mutableCloudUserOf,
  principalOf,
  result,
  RUNS_OUT,
  screen,
} from './tenant-facts.js';
import { checkingWriteback } from './writeback-check-stage.js';

type AttemptView = Readonly<Attempt>;

/** Only the flow of a reset leaves rows of its progress: a session of another verb runs out without one. */
export const RUNS_OUT_UNLOGGED: NonNullable<Stage['expiry']> = {
  ...RUNS_OUT,
  facts: (view, attempt) => [screen(view, attempt, 'sessionExpired')],
};

/** The person is signed in already: that a sign-in went before is not part of the session. */
export const openingChange: Stage = {
  ...identifying,
  pace: { usual: 5 * SECOND, varies: 0.5 },
  facts: () => [],
};

/** Old password and new one, typed on one page. */
export const choosingUnlogged: Stage = { ...choosingPassword, facts: () => [], expiry: RUNS_OUT_UNLOGGED };

/** Where the password is kept in the cloud alone the cloud checks the old one; otherwise the domain does. */
function isWrongInCloud(view: View, attempt: AttemptView): boolean {
  const { sourceAnchor, passwordHash } = cloudUserOf(view, attempt);
  const typed = oldPasswordOf(attempt.errand, attempt.submission);
  return sourceAnchor === undefined && typed !== undefined && typed.ntHash !== passwordHash;
}

export const screeningChange: Stage = {
  ...screeningPassword,
  decide: (view, attempt): Decision<Refusal> =>
    isWrongInCloud(view, attempt)
      ? { allowed: false, refusal: { rule: 'wrong-old-password-in-cloud' }, alsoFails: [] }
      : screeningPassword.decide(view, attempt),
  effect: (state, attempt, decision) => {
    note(attempt, decision);
    if (refusalIn(decision)?.rule === 'wrong-old-password-in-cloud') attempt.answer = 'wrong old password';
    else screeningPassword.effect?.(state, attempt, decision);
  },
  event: (view, attempt, decision) =>
    decision.allowed ? (screeningPassword.event?.(view, attempt, decision) ?? 'allowed') : 'refused',
};

/**
 * A synchronised user outside the selected group can reset nothing, and on the change page reads that the policy
 * refuses (blog.rmilne.ca, 2023-02-27; MicrosoftDocs/azure-docs, issue 112603). With "None" people have still been
 * seen to change (issue 32939).
 */
export const checkingChangeWriteback: Stage = {
  ...checkingWriteback,
  decide: (view, attempt): Decision<Refusal> => {
    const { sspr, nestedGroups } = view.tenant;
    const user = cloudUserOf(view, attempt);
    const isOutside =
      sspr.scope.to === 'selected' && user.roles.size === 0 && !isInScope(sspr.scope, user, nestedGroups);
    if (!isOutside) return checkingWriteback.decide(view, attempt);
    const refusal = { rule: 'outside-sspr-scope', group: sspr.scope.group } as const;
    return { allowed: false, refusal, alsoFails: [] };
  },
};

/** What a row of a change says besides: the app, where it was My Sign-ins. */
function detailsOf({ errand }: AttemptView): Partial<Pick<OperationReported, 'app'>> {
  return errand.verb === 'change' && errand.entryPoint === 'My Sign-ins' ? { app: 'mySignIns' } : {};
}

/**
 * With password hash synchronisation the cloud changes its copy only if it knows the old password as the domain did: a
 * temporary one that was set on-premises takes two minutes to arrive.
 */
export const writingChangedPassword: Stage = {
  pace: { usual: 400 * MILLISECOND, varies: 0.5 },
  decide: (view, attempt): Decision<Refusal> => {
    const { sourceAnchor, passwordHash } = cloudUserOf(view, attempt);
    const typed = oldPasswordOf(attempt.errand, attempt.submission);
    const isUnknown =
      sourceAnchor !== undefined &&
      isKeptInCloud(view, attempt) &&
      typed !== undefined &&
      typed.ntHash !== passwordHash &&
      // Synchronisation may have been quicker, and have brought the new one already (inferred).
      candidateOf(attempt).ntHash !== passwordHash;
    return isUnknown
      ? { allowed: false, refusal: { rule: 'old-password-not-yet-synchronised' }, alsoFails: [] }
      : cloudTakes(view, attempt);
  },
  effect: (state: State, attempt, decision) => {
    note(attempt, decision);
    if (!decision.allowed || !isKeptInCloud(state, attempt)) return;
    const user = mutableCloudUserOf(state, attempt);
    user.passwordHash = candidateOf(attempt).ntHash;
    user.mustChangePassword = false;
    user.passwordSet = attempt.now;
    user.refreshTokensValidFrom = attempt.now;
  },
  facts: (view, attempt, decision) => {
    const details = detailsOf(attempt);
    if (!decision.allowed) {
      const page =
        decision.refusal.rule === 'old-password-not-yet-synchronised'
          ? 'changeServersCatchUp'
          : 'acceptedOnPremisesOnly';
      return [
        result(view, attempt, 'failure', 'changeSucceededOnPremisesOnly', details),
        { ...screen(view, attempt, page), after: 150 * MILLISECOND },
      ];
    }
    const user = principalOf(view, attempt);
    const written = at(ENTRA_HOST, {
      kind: 'cloud-password-written',
      user,
      as: 'change',
      by: undefined,
    } as const);
    return [
      ...(isKeptInCloud(view, attempt) ? [written] : []),
      { ...result(view, attempt, 'success', 'changed', details), after: 150 * MILLISECOND },
      { ...screen(view, attempt, 'passwordChanged'), after: 300 * MILLISECOND },
    ];
  },
  lasts: () => 300 * MILLISECOND,
};

function shownOf({ answer, refusal }: AttemptView): ChangeShown {
  if (answer !== undefined) return CHANGE_SHOWN[answer];
  const rule = refusal?.rule;
  if (rule === undefined || !(rule in CHANGE_NOT_SENT)) {
    throw new SimulatorBug('a change is refused, and nobody said why');
  }
  return CHANGE_NOT_SENT[rule as keyof typeof CHANGE_NOT_SENT];
}

/** Tells the person that the password is not changed. There is one row, and none of the flow of a reset. */
export const showingRefusedChange: Stage = {
  pace: { usual: 200 * MILLISECOND, varies: 0.5 },
  decide: () => ALLOWED,
  facts: (view, attempt) => {
    const { screen: page, reason } = shownOf(attempt);
    return [
      result(view, attempt, 'failure', reason, detailsOf(attempt)),
      { ...screen(view, attempt, page), after: 150 * MILLISECOND },
    ];
  },
  lasts: () => 150 * MILLISECOND,
  event: (_view, attempt) =>
    shownOf(attempt).mayRetry &&
    (attempt.submission < attempt.person.passwords.length ||
      leavingAt(attempt, 'another password') !== undefined)
      ? 'retry'
      : 'refused',
};
