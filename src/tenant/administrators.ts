import { DAY, HOUR, type Duration } from '../kernel/duration.js';
import type { Instant } from '../kernel/instant.js';
import type { Method } from './methods.js';
import type { CloudUser, TenantState } from './state.js';

/** A change of `allowedToUseSSPR` takes up to this long (concept-sspr-policy.md); the model takes all of it. */
export const ALLOWED_TO_USE_SSPR_DELAY: Duration = HOUR;

/** How long one method is enough for administrators of a trial (concept-sspr-policy.md). */
const TRIAL_GRACE: Duration = 30 * DAY;

/** Whether the administrator policy covers the user, instead of the tenant's own. */
export function isAdministrator(user: Readonly<Pick<CloudUser, 'roles'>>): boolean {
  return user.roles.size > 0;
}

/**
 * Email, authenticator app and phone, never security questions; fixed, and independent of the Authentication methods
 * policy (MicrosoftDocs/entra-docs: docs/identity/authentication/concept-sspr-policy.md).
 */
export const ADMINISTRATOR_METHODS: ReadonlySet<Method> = new Set<Method>([
  'mobile app notification',
  'mobile app code',
  'email',
  'mobile SMS',
  'mobile voice call',
  'office voice call',
]);

type Gated = Readonly<Pick<TenantState, 'trialSince' | 'customDomain' | 'synchronises'>>;

/**
 * How many methods an administrator needs. The page's two lists overlap for a trial's first 30 days in a tenant that
 * synchronises: the exception is taken to win.
 */
export function gatesForAdministrators(tenant: Gated, at: Instant): 1 | 2 {
  if (tenant.trialSince !== undefined && at - tenant.trialSince < TRIAL_GRACE) return 1;
  return tenant.trialSince !== undefined || tenant.customDomain || tenant.synchronises ? 2 : 1;
}
