import { ALLOWED_TO_USE_SSPR_DELAY } from '../../../tenant/administrators.js';
import type { Method } from '../../../tenant/methods.js';
import type { Migration } from '../../../tenant/state.js';
import { capital, type Change } from './change.js';

/** What is changed on the pages of password reset, and in the policies that stand behind it. */
export interface ResetPolicyChanges {
  readonly enableFor: 'none' | 'all' | { readonly group: string };
  readonly requireMethods: 1 | 2;
  /** On the password reset page. */
  readonly allowMethods: readonly Method[];
  /** In the Authentication methods policy. */
  readonly allowInPolicy: readonly Method[];
  readonly migrate: Migration;
  readonly letAdministratorsReset: boolean;
}

export const RESET_POLICY_CHANGES: {
  readonly [K in keyof ResetPolicyChanges]: Change<ResetPolicyChanges[K]>;
} = {
  enableFor: {
    says: (to) => `enables password reset for ${typeof to === 'string' ? to : `the group ${to.group}`}`,
    setting: (to) => ['sspr-scope', { to: typeof to === 'string' ? capital(to) : `Selected, ${to.group}` }],
    apply: ({ tenant }, to) => {
      tenant.sspr.scope = typeof to === 'string' ? { to } : { to: 'selected', group: to.group };
      return undefined;
    },
  },
  requireMethods: {
    says: (number) => `requires ${number} method${number === 1 ? '' : 's'} to reset`,
    setting: (number) => ['methods-required', { to: String(number) }],
    apply: ({ tenant }, number) => {
      tenant.sspr.methodsRequired = number;
      return undefined;
    },
  },
  allowMethods: {
    says: (methods) => `makes these methods available: ${methods.join(', ')}`,
    setting: (methods) => ['methods-available', { to: methods.join(', ') }],
    apply: ({ tenant }, methods) => {
      tenant.sspr.methods = new Set(methods);
      return undefined;
    },
  },
  allowInPolicy: {
    says: (methods) => `allows in the Authentication methods policy: ${methods.join(', ')}`,
    setting: (methods) => ['policy-methods', { to: methods.join(', ') }],
    apply: ({ tenant }, methods) => {
      tenant.authenticationMethods.methods = new Set(methods);
      return undefined;
    },
  },
  migrate: {
    says: (to) => `sets the migration of authentication methods to ${to}`,
    setting: (to) => ['migration', { to: capital(to) }],
    apply: ({ tenant }, to) => {
      tenant.authenticationMethods.migration = to;
      return undefined;
    },
  },
  letAdministratorsReset: {
    says: (may) => `${may ? 'lets administrators' : 'forbids administrators to'} reset their own passwords`,
    setting: (may) => ['administrators-may-reset', { to: String(may) }],
    apply: ({ tenant }, may) => {
      tenant.administratorsMayReset = may;
      return undefined;
    },
    takes: ALLOWED_TO_USE_SSPR_DELAY,
  },
};
