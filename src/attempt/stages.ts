import * as administrator from './administrator-stages.js';
import * as change from './change-stages.js';
import * as connector from './connector-stages.js';
import * as domain from './domain-stages.js';
import { hampered } from './hampered.js';
import { requiringChange } from './forced-change-stage.js';
import { provingOldPassword } from './old-password-stage.js';
import type { AttemptState } from './routes.js';
import { answered, served } from './serving.js';
import type { Stage } from './stage.js';
import * as tenant from './tenant-stages.js';
import * as unlock from './unlock-stages.js';
import type { Verb } from './verb.js';
import * as gates from './verification-stages.js';
import { checkingWriteback } from './writeback-check-stage.js';

/** Whether the domain has the new password by then. */
const BEFORE = { written: false };
const AFTER = { written: true };

type Stages = Readonly<Partial<Record<AttemptState, Stage>>>;

/** What is the same whatever somebody came for: the way on-premises and back. */
const WRITEBACK: Stages = {
  relaying: connector.relaying,
  receiving: served(connector.receiving, BEFORE),
  locatingUser: served(hampered(connector.locatingUser, 'locating'), BEFORE),
  checkingReadiness: served(hampered(connector.checkingReadiness, 'ready'), BEFORE),
  bindingToDomain: served(hampered(connector.bindingToDomain, 'binding'), BEFORE),
  lookingUpConnectorAccount: served(hampered(connector.lookingUpConnectorAccount, 'looking up'), BEFORE),
  checkingRights: served(domain.checkingRights, BEFORE),
  answeringRefusal: answered(connector.answeringRefusal, BEFORE),
};

/** What every password goes through at the domain controller. */
const NEW_PASSWORD: Stages = {
  checkingPasswordPolicy: served(domain.checkingPasswordPolicy, BEFORE),
  settingPassword: served(domain.settingPassword, BEFORE),
  answeringSuccess: answered(connector.answeringSuccess, AFTER),
};

const GATES: Stages = {
  identifying: tenant.identifying,
  provingIdentity: gates.provingIdentity,
  answeringChallenge: gates.answeringChallenge,
  provingIdentityAgain: gates.provingIdentityAgain,
  answeringSecondChallenge: gates.answeringSecondChallenge,
};

/** The stage of each state that a verb passes. */
const STAGES: Readonly<Record<Verb, Stages>> = {
  reset: {
    ...WRITEBACK,
    ...NEW_PASSWORD,
    ...GATES,
    checkingEligibility: tenant.checkingEligibility,
    choosingPassword: tenant.choosingPassword,
    screeningPassword: tenant.screeningPassword,
    unlockingAccount: served(domain.unlockingAccount, AFTER),
    writingCloudPassword: tenant.writingCloudPassword,
    showingRefusal: tenant.showingRefusal,
  },
  change: {
    ...WRITEBACK,
    ...NEW_PASSWORD,
    identifying: change.openingChange,
    choosingPassword: change.choosingUnlogged,
    screeningPassword: change.screeningChange,
    checkingWriteback: change.checkingChangeWriteback,
    provingOldPassword: served(provingOldPassword, BEFORE),
    writingCloudPassword: change.writingChangedPassword,
    showingRefusal: change.showingRefusedChange,
  },
  administratorReset: {
    ...WRITEBACK,
    ...NEW_PASSWORD,
    identifying: administrator.findingUser,
    checkingEligibility: administrator.checkingPermission,
    choosingPassword: change.choosingUnlogged,
    screeningPassword: administrator.screeningForAdministrator,
    checkingWriteback,
    requiringChange: served(requiringChange, AFTER),
    writingCloudPassword: administrator.writingForAdministrator,
    showingRefusal: administrator.showingRefusedAdministratorReset,
  },
  unlock: {
    ...WRITEBACK,
    ...GATES,
    checkingEligibility: unlock.offeringUnlock,
    unlockingAccount: served(unlock.unlockingOnly, BEFORE),
    answeringSuccess: answered(connector.answeringSuccess, BEFORE),
    confirmingUnlock: unlock.confirmingUnlock,
    showingRefusal: unlock.showingFailedUnlock,
  },
};

/** What is decided, done and logged at a state of a verb's way; undefined at its ends. */
export function stageOf(verb: Verb, state: AttemptState): Stage | undefined {
  return STAGES[verb][state];
}
