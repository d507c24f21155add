import { factorOf, type Factor, type Method } from './methods.js';

/** Why the page of password reset does not take a choice of methods. */
export type MethodPolicyObjection = 'the app alone' | 'the app with one other method';

/**
 * The Authenticator app may not be the only method where one is required, nor be paired with only one other where two
 * are (MicrosoftDocs/entra-docs: docs/identity/authentication/concept-sspr-howitworks.md). It binds the page of old,
 * not the Authentication methods policy.
 */
export function objectionTo(methods: Iterable<Method>, required: 1 | 2): MethodPolicyObjection | undefined {
  const factors = new Set<Factor>([...methods].map(factorOf));
  if (!factors.has('app')) return undefined;
  if (required === 1) return factors.size === 1 ? 'the app alone' : undefined;
  return factors.size < 3 ? 'the app with one other method' : undefined;
}
