import { ACCESS_RIGHTS } from './access-rights.js';
import { CLOUD_PASSWORDS } from './cloud-passwords.js';
import { CONNECTOR_ACCOUNT } from './connector-account.js';
import { DOMAIN_CONTROLLERS } from './domain-controllers.js';
import { DOMAIN_POLICY } from './domain-policy.js';
import type { Catalogue, FailureMode, Symptom } from './failure-mode.js';
import { PASSWORD_FILTERS } from './password-filters.js';
import { ELIGIBILITY } from './eligibility.js';
import { TENANT_CONFIGURATION } from './tenant-configuration.js';
import { SERVER_FAULTS } from './server-faults.js';
import { ONBOARDING, WRITEBACK_CLIENT } from './writeback-client.js';
import { UNSEEN } from './unseen.js';
import { ADMINISTRATOR_RESETS } from './administrator-resets.js';
import { CHANGES } from './changes.js';
import { UNLOCKS } from './unlocks.js';
import { VERIFICATION } from './verification.js';

const CATALOGUE: Catalogue = {
  ...TENANT_CONFIGURATION,
  ...ELIGIBILITY,
  ...VERIFICATION,
  ...CLOUD_PASSWORDS,
  ...ACCESS_RIGHTS,
  ...CONNECTOR_ACCOUNT,
  ...WRITEBACK_CLIENT,
  ...ONBOARDING,
  ...SERVER_FAULTS,
  ...DOMAIN_CONTROLLERS,
  ...DOMAIN_POLICY,
  ...PASSWORD_FILTERS,
  ...UNSEEN,
  ...CHANGES,
  ...ADMINISTRATOR_RESETS,
  ...UNLOCKS,
};

/** Every root cause that the simulator can name. */
export const FAILURE_MODES: readonly FailureMode[] = Object.values(CATALOGUE);

/** The root cause behind what a party noticed. */
export function failureModeOf(symptom: Symptom): FailureMode {
  return CATALOGUE[symptom.rule];
}
