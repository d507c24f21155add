import { ALLOWED } from '../kernel/decision.js';
import { MILLISECOND, SECOND } from '../kernel/duration.js';
import { SimulatorBug } from '../kernel/error.js';
import { NOT_LOCKED } from '../tenant/smart-lockout.js';
import { SUBMISSION_SHOWN } from '../tenant/refusal-presentation.js';
import { decideResetPermission } from '../tenant/password-resetters.js';
import type { AdministratorRole } from '../tenant/administrator-roles.js';
import type { CloudPrincipal, OperationReported } from '../tenant/facts.js';
import type { AdministratorScreen } from '../tenant/administrator-screens.js';
import type { State, View } from '../world/state.js';
import { candidateOf, type Attempt } from './attempt.js';
import type { AdministratorReset } from './errand.js';
import { leavingAt } from './leaving.js';
import { at, note, type Stage } from './stage.js';

import { cloudTakes, identifying, isKeptInCloud, screeningPassword } from './tenant-stages.js';
import { cloudUserOf, ENTRA_HOST, mutableCloudUserOf, principalOf, result, screen } from './tenant-facts.js';

type AttemptView = Readonly<Attempt>;

function errandOf({ errand }: AttemptView): AdministratorReset {
  if (errand.verb !== 'administratorReset') throw new SimulatorBug("no administrator's reset");
  return errand;
}

/** Pages that only ever write to the cloud (MicrosoftDocs/entra-docs: concept-sspr-writeback.md). */
const CLOUD_ALONE: ReadonlySet<AdministratorReset['entryPoint']> = new Set<AdministratorReset['entryPoint']>([
  'Microsoft 365 admin center',
  'PowerShell',
]);

/** Whether the password goes to the domain; an administrator's own never does, by whichever page. */
function isWrittenBack(view: View, attempt: AttemptView): boolean {
  const { entryPoint, administrator } = errandOf(attempt);
  const { userPrincipalName, sourceAnchor } = cloudUserOf(view, attempt);
  return (
    sourceAnchor !== undefined &&
    !CLOUD_ALONE.has(entryPoint) &&
    administrator.toLowerCase() !== userPrincipalName.toLowerCase()
  );
}

function rolesOf(view: View, attempt: AttemptView): readonly AdministratorRole[] {
  const { administrator, isKnown } = errandOf(attempt);
  if (!isKnown) return ['Global Administrator'];
  return [...(view.tenant.users.get(administrator.toLowerCase())?.roles ?? [])];
}

/** Somebody who is signed in finds the user whose password it is. */
export const findingUser: Stage = {
  ...identifying,
  pace: { usual: 20 * SECOND, varies: 0.5 },
  facts: () => [],
};

/** Whether the administrator's roles suffice for this user. A page that does not offer it leaves no row. */
export const checkingPermission: Stage = {
  pace: { usual: 300 * MILLISECOND, varies: 0.5 },
  decide: (view, attempt) =>
    decideResetPermission(errandOf(attempt).administrator, rolesOf(view, attempt), [
      ...cloudUserOf(view, attempt).roles,
    ]),
  effect: (_state, attempt, decision) => note(attempt, decision),
  facts: (view, attempt, decision) =>
    decision.allowed ? [] : [administratorScreen(view, attempt, 'administratorMayNotReset')],
};

/** Like anybody's new password, and then to where it is written. */
export const screeningForAdministrator: Stage = {
  ...screeningPassword,
  event: (view, attempt, decision) => {
    if (!decision.allowed) return 'refused';
    return isWrittenBack(view, attempt) ? 'allowed' : 'allowedInCloud';
  },
};

function administratorOf(view: View, attempt: AttemptView): CloudPrincipal {
  const { administrator } = errandOf(attempt);
  const known = view.tenant.users.get(administrator.toLowerCase());
  if (known === undefined) return view.tenant.administrator;
  const { objectId, userPrincipalName, displayName } = known;
  return { objectId, userPrincipalName, displayName };
}

/** The administrator at the page, who reads it. */
function administratorScreen(
  view: View,
  attempt: AttemptView,
  name: AdministratorScreen,
): ReturnType<typeof screen> {
  return screen(view, attempt, name, errandOf(attempt).administrator);
}

function detailsOf(view: View, attempt: AttemptView): Pick<OperationReported, 'by' | 'agent'> {
  return {
    by: administratorOf(view, attempt),
    agent: isWrittenBack(view, attempt) ? 'connect' : 'none',
  };
}

/** The cloud's copy; the row of the password service stands for it where the reset went through that service. */
export const writingForAdministrator: Stage = {
  pace: { usual: 400 * MILLISECOND, varies: 0.5 },
  decide: (view, attempt) => (isWrittenBack(view, attempt) ? cloudTakes(view, attempt) : ALLOWED),
  effect: (state: State, attempt, decision) => {
    note(attempt, decision);
    if (!decision.allowed) return;
    const user = mutableCloudUserOf(state, attempt);
    const writtenBack = isWrittenBack(state, attempt);
    // An administrator's reset releases a smart lockout, as a reset by the person does (howto-password-smart-lockout.md).
    user.smartLockout = NOT_LOCKED;
    if (!writtenBack && user.sourceAnchor !== undefined) {
      const by = errandOf(attempt).entryPoint;
      user.writtenInCloudAlone = { hash: candidateOf(attempt).ntHash, by };
      const shortfall = { rule: 'never-written-back', by, account: user.userPrincipalName } as const;
      attempt.shortfalls = [...attempt.shortfalls, shortfall];
    }
    if (writtenBack && !isKeptInCloud(state, attempt)) return;
    user.passwordHash = candidateOf(attempt).ntHash;
    user.mustChangePassword = errandOf(attempt).forcesChange;
    user.passwordSet = attempt.now;
    user.refreshTokensValidFrom = attempt.now;
  },
  facts: (view, attempt, decision) => {
    const writtenBack = isWrittenBack(view, attempt);
    const details = detailsOf(view, attempt);
    if (!decision.allowed) {
      return [
        result(view, attempt, 'failure', 'administratorResetFailed', details),
        { ...administratorScreen(view, attempt, 'administratorResetFailed'), after: 150 * MILLISECOND },
      ];
    }
    const written = at(ENTRA_HOST, {
      kind: 'cloud-password-written',
      user: principalOf(view, attempt),
      as: 'reset',
      by: CLOUD_ALONE.has(errandOf(attempt).entryPoint) ? details.by : undefined,
    } as const);
    return [
      ...(writtenBack && !isKeptInCloud(view, attempt) ? [] : [written]),
      { ...result(view, attempt, 'success', 'completedReset', details), after: 150 * MILLISECOND },
      { ...administratorScreen(view, attempt, 'passwordResetByAdministrator'), after: 300 * MILLISECOND },
    ];
  },
  lasts: () => 300 * MILLISECOND,
};

/** Tells the administrator that the password is not reset; the row's reason is in no public record. */
export const showingRefusedAdministratorReset: Stage = {
  pace: { usual: 200 * MILLISECOND, varies: 0.5 },
  decide: () => ALLOWED,
  facts: (view, attempt) => {
    const page = isAboutPolicy(attempt) ? 'administratorPolicy' : 'administratorResetFailed';
    return [
      result(view, attempt, 'failure', 'administratorResetFailed', detailsOf(view, attempt)),
      { ...administratorScreen(view, attempt, page), after: 150 * MILLISECOND },
    ];
  },
  lasts: () => 150 * MILLISECOND,
  event: (_view, attempt) =>
    isAboutPassword(attempt) &&
    (attempt.submission < attempt.person.passwords.length ||
      leavingAt(attempt, 'another password') !== undefined)
      ? 'retry'
      : 'refused',
};

/** Another password may do where the domain or the cloud refused this one. */
function isAboutPassword({ answer }: AttemptView): boolean {
  return answer !== undefined && answer !== 'wrong old password' && SUBMISSION_SHOWN[answer].mayRetry;
}

function isAboutPolicy({ answer }: AttemptView): boolean {
  return answer === 'policy violation';
}
