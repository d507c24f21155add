import type { Instant } from '../kernel/instant.js';
import { isAdministrator } from './administrators.js';
import { entitles } from './licences.js';
import { isAllowed, methodsRequired, usableMethods } from './method-standing.js';
import { countFactors, type Method } from './methods.js';
import { isInScope } from './scope.js';
import type { ScreenName } from './screens.js';
import type { CloudUser, TenantState } from './state.js';

interface Registering {
  readonly at: Instant;
  readonly user: Readonly<CloudUser>;
  readonly tenant: Readonly<TenantState>;
}

/** Whether password reset is there for the user at all, whatever they have registered. */
function isEnabledFor({ user, tenant }: Registering): boolean {
  return isAdministrator(user) || isInScope(tenant.sspr.scope, user, tenant.nestedGroups);
}

/**
 * What the registration page shows instead of methods to register, where it does
 * (MicrosoftDocs/entra-docs: docs/identity/authentication/troubleshoot-sspr.md).
 */
export function registrationRefused(request: Registering): ScreenName | undefined {
  const { user, tenant } = request;
  const licences = tenant.licenceEnforcement === 'user' ? user.licences : tenant.licences;
  const licensed = entitles(licences, 'reset a forgotten password in the cloud');
  if (!isEnabledFor(request) || !licensed) return 'registrationNotEnabled';
  return isAdministrator(user) && !tenant.administratorsMayReset ? 'nothingToRegister' : undefined;
}

/**
 * What whoever signs in is asked first: to register what is missing, or to confirm what has not been confirmed for long
 * (MicrosoftDocs/entra-docs: docs/identity/authentication/concept-sspr-howitworks.md). Both can be put off.
 */
export function registrationPrompt(request: Registering): ScreenName | undefined {
  const { at, user, tenant } = request;
  const { required, reconfirmAfter } = tenant.sspr.registration;
  if (!required || registrationRefused(request) !== undefined) return undefined;
  if (!isRegistered(request)) return 'registrationPrompt';
  const old = user.confirmed === undefined || reconfirmAfter === undefined ? 0 : at - user.confirmed;
  return reconfirmAfter !== undefined && old >= reconfirmAfter ? 'confirmationPrompt' : undefined;
}

/** Which of these the page offers to register. */
export function registrable(methods: readonly Method[], { tenant }: Registering): readonly Method[] {
  return methods.filter((method) => isAllowed(method, tenant));
}

/** Whether enough is registered for a reset. */
export function isRegistered(request: Registering): boolean {
  return countFactors(usableMethods(request)) >= methodsRequired(request);
}
