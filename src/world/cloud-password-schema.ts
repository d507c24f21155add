import * as z from 'zod/mini';
import { RULES_FOR_SYNCHRONISED } from '../tenant/cloud-password-rules.js';
import { CLOUD_WRITE_CHECKS } from '../tenant/cloud-write.js';
import { described } from './described.js';

/** What sources dispute about passwords in the cloud. */
export const cloudPasswordSwitches = {
  cloudRulesForSynchronised: described(
    "Which of the cloud's rules a synchronised user's password meets before it is written back: the banned passwords alone (jpazureid/blog, password-writeback-overview.md), every rule, as other pages read, or nothing, if 'does not apply to synchronised accounts' (concept-password-ban-bad-combined-policy.md) is taken at its word.",
    z._default(z.enum(RULES_FOR_SYNCHRONISED), 'banned passwords'),
  ),
  cloudWriteChecks: described(
    'What the cloud looks at once the domain has accepted a password. A character outside ASCII "may" fail there (concept-sspr-policy.md); whether a short password does is not known.',
    z._default(z.enum(CLOUD_WRITE_CHECKS), 'characters'),
  ),
};
