import type { Instant } from '../kernel/instant.js';
import { ADMINISTRATOR_METHODS, gatesForAdministrators, isAdministrator } from './administrators.js';
import { contactFor, isWellFormed, METHODS, type Method } from './methods.js';
import type { CloudUser, TenantState } from './state.js';

/** What stands between a user and a verification method. */
export type MethodStanding =
  | 'usable'
  | 'not registered'
  /** Fewer security questions are answered than are asked. */
  | 'too few questions'
  /** The datum is there, in a form that Entra ID cannot use. */
  | 'malformed'
  | 'not for administrators'
  /** Calls are left out of free and trial tenants (MicrosoftDocs/azure-docs: concept-sspr-howitworks.md, 2019). */
  | 'no calls in a trial'
  | 'not allowed';

export interface MethodsRequest {
  readonly at: Instant;
  readonly user: Readonly<Pick<CloudUser, 'methods' | 'contact' | 'roles' | 'securityQuestions'>>;
  readonly tenant: Readonly<
    Pick<TenantState, 'sspr' | 'authenticationMethods' | 'trialSince' | 'customDomain' | 'synchronises'>
  >;
}

/** How one method stands for one user. */
export function standingOf(method: Method, request: MethodsRequest): MethodStanding {
  const { user, tenant } = request;
  const datum = contactFor(method, user.contact);
  if (datum === undefined ? !user.methods.has(method) : false) return 'not registered';
  if (datum !== undefined && !isWellFormed(method, datum)) return 'malformed';
  const administrator = isAdministrator(user);
  if (administrator && !ADMINISTRATOR_METHODS.has(method)) return 'not for administrators';
  if (tenant.trialSince !== undefined && method.endsWith('voice call')) return 'no calls in a trial';
  if (method === 'security questions' && user.securityQuestions < tenant.sspr.questions.toReset) {
    return 'too few questions';
  }
  return administrator || isAllowed(method, tenant) ? 'usable' : 'not allowed';
}

/**
 * Whether the tenant lets its users have a method. Until the migration is complete the old page counts; from its
 * beginning the Authentication methods policy does (microsoftgraph/microsoft-graph-docs-contrib:
 * api-reference/v1.0/resources/authenticationmethodspolicy.md). Security questions stay on the old page.
 */
export function isAllowed(
  method: Method,
  { sspr, authenticationMethods }: Pick<MethodsRequest['tenant'], 'sspr' | 'authenticationMethods'>,
): boolean {
  const { migration, methods } = authenticationMethods;
  if (method === 'security questions') return sspr.methods.has(method);
  const legacy =
    migration !== 'complete' && sspr.methods.has(method) && !isTooWeakAlone(method, sspr.methodsRequired);
  return legacy || (migration !== 'not begun' && methods.has(method));
}

/**
 * On the page of old the app's notification is only there where two methods are required; where one is, the app has
 * its code (MicrosoftDocs/entra-docs: docs/identity/authentication/concept-sspr-howitworks.md).
 */
function isTooWeakAlone(method: Method, required: number): boolean {
  return method === 'mobile app notification' && required === 1;
}

/** What may be offered, in the portal's order. */
export function usableMethods(request: MethodsRequest): readonly Method[] {
  return METHODS.filter((method) => standingOf(method, request) === 'usable');
}

/** How many methods a reset requires of this user. */
export function methodsRequired({ at, user, tenant }: MethodsRequest): 1 | 2 {
  return isAdministrator(user) ? gatesForAdministrators(tenant, at) : tenant.sspr.methodsRequired;
}
