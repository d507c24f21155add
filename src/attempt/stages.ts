import type { AttemptState } from './routes.js';
import * as connector from './connector-stages.js';
import * as domain from './domain-stages.js';
import * as gates from './verification-stages.js';
import { hampered } from './hampered.js';
import { answered, served } from './serving.js';
import type { Stage } from './stage.js';
import * as tenant from './tenant-stages.js';

/** Whether the domain has the new password by then. */
const BEFORE = { written: false };
const AFTER = { written: true };

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
  locatingUser: served(hampered(connector.locatingUser, 'locating'), BEFORE),
  checkingReadiness: served(hampered(connector.checkingReadiness, 'ready'), BEFORE),
  bindingToDomain: served(hampered(connector.bindingToDomain, 'binding'), BEFORE),
  lookingUpConnectorAccount: served(hampered(connector.lookingUpConnectorAccount, 'looking up'), BEFORE),
  checkingRights: served(domain.checkingRights, BEFORE),
  checkingPasswordPolicy: served(domain.checkingPasswordPolicy, BEFORE),
  settingPassword: served(domain.settingPassword, BEFORE),
  unlockingAccount: served(domain.unlockingAccount, AFTER),
  answeringSuccess: answered(connector.answeringSuccess, AFTER),
  answeringRefusal: answered(connector.answeringRefusal, BEFORE),
  writingCloudPassword: tenant.writingCloudPassword,
  showingRefusal: tenant.showingRefusal,
};
