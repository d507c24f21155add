import type { AttemptState } from './routes.js';
import * as connector from './connector-stages.js';
import * as domain from './domain-stages.js';
import * as gates from './verification-stages.js';
import type { Stage } from './stage.js';
import * as tenant from './tenant-stages.js';

/** The stage of each state that a self-service reset passes. The other verbs bring theirs when they are built. */
export const STAGES: Readonly<Partial<Record<AttemptState, Stage>>> = {
  identifying: tenant.identifying,
  checkingEligibility: tenant.checkingEligibility,
  provingIdentity: gates.provingIdentity,
  answeringChallenge: gates.answeringChallenge,
  provingIdentityAgain: gates.provingIdentityAgain,
  answeringSecondChallenge: gates.answeringSecondChallenge,
  choosingPassword: tenant.choosingPassword,
  screeningPassword: tenant.screeningPassword,
  relaying: connector.relaying,
  receiving: connector.receiving,
  locatingUser: connector.locatingUser,
  checkingReadiness: connector.checkingReadiness,
  bindingToDomain: connector.bindingToDomain,
  lookingUpConnectorAccount: connector.lookingUpConnectorAccount,
  checkingRights: domain.checkingRights,
  checkingPasswordPolicy: domain.checkingPasswordPolicy,
  settingPassword: domain.settingPassword,
  unlockingAccount: domain.unlockingAccount,
  answeringSuccess: connector.answeringSuccess,
  answeringRefusal: connector.answeringRefusal,
  writingCloudPassword: tenant.writingCloudPassword,
  showingRefusal: tenant.showingRefusal,
};
