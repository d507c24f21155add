/**
 * What a stage can tell the machine: nothing but how it went.
 *
 * - `allowed`: on to the next stage
 * - `allowedInCloud`: allowed, and the password is managed in Entra ID alone
 * - `anotherGate`: allowed, but a second proof of identity is required
 * - `refused`: this is where it ends, or where the answer turns back
 * - `unheard`: the sync server is gone, or its way back to the cloud is: no answer arrives
 * - `retry`: the person stays on the page and tries again: another code, another password
 * - the others: the person leaves, or the session runs out
 */
export const ATTEMPT_EVENTS = [
  'allowed',
  'allowedInCloud',
  'anotherGate',
  'refused',
  'unheard',
  'retry',
  'abandoned',
  'cancelled',
  'contactedAdministrator',
  'expired',
  'blocked',
] as const;
export type AttemptEvent = (typeof ATTEMPT_EVENTS)[number];

/** The states in which a session ends: how an attempt can turn out. */
export const ATTEMPT_ENDS = [
  'succeeded',
  'succeededOnPremisesOnly',
  'refused',
  'blocked',
  'abandoned',
  'cancelled',
  'contactedAdministrator',
  'expired',
] as const;
export type AttemptEnd = (typeof ATTEMPT_ENDS)[number];

/** The machine's states. They are listed here so that its users' types do not depend on XState; a test compares. */
export const ATTEMPT_STATES = [
  'identifying',
  'checkingEligibility',
  'provingIdentity',
  'answeringChallenge',
  'provingIdentityAgain',
  'answeringSecondChallenge',
  'choosingPassword',
  'screeningPassword',
  'checkingWriteback',
  'relaying',
  'receiving',
  'locatingUser',
  'checkingReadiness',
  'bindingToDomain',
  'lookingUpConnectorAccount',
  'checkingRights',
  'provingOldPassword',
  'checkingPasswordPolicy',
  'settingPassword',
  'requiringChange',
  'unlockingAccount',
  'answeringSuccess',
  'confirmingUnlock',
  'answeringRefusal',
  'writingCloudPassword',
  'showingRefusal',
  ...ATTEMPT_ENDS,
] as const;
export type AttemptState = (typeof ATTEMPT_STATES)[number];
