import { ALLOWED_TO_USE_SSPR_DELAY } from '../../../tenant/administrators.js';
import type { Method } from '../../../tenant/methods.js';
import type { Migration } from '../../../tenant/state.js';
import { DAY } from '../../../kernel/duration.js';
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
  readonly askQuestions: { readonly toRegister: number; readonly toReset: number };
  readonly notifyUsers: boolean;
  readonly notifyAdministrators: boolean;
  /** A URL or a mail address; "none" takes it away again. */
  readonly helpdesk: string;
  readonly requireRegistration: boolean;
  /** In days; 0 is never. */
  readonly reconfirmAfter: number;
}

const yesOrNo = (yes: boolean): string => (yes ? 'Yes' : 'No');

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
  askQuestions: {
    says: ({ toRegister, toReset }) =>
      `requires ${toRegister} security questions to register, ${toReset} to reset`,
    setting: ({ toRegister, toReset }) => [
      'security-questions',
      { register: String(toRegister), reset: String(toReset) },
    ],
    apply: ({ tenant }, { toRegister, toReset }) => {
      tenant.sspr.questions = { toRegister, toReset };
      return undefined;
    },
  },
  notifyUsers: {
    says: (notify) => `${notify ? 'has' : 'no longer has'} users told of resets`,
    setting: (notify) => ['notify-users', { to: yesOrNo(notify) }],
    apply: ({ tenant }, notify) => {
      tenant.sspr.notifications.users = notify;
      return undefined;
    },
  },
  notifyAdministrators: {
    says: (notify) => `${notify ? 'has' : 'no longer has'} administrators told of each other's resets`,
    setting: (notify) => ['notify-administrators', { to: yesOrNo(notify) }],
    apply: ({ tenant }, notify) => {
      tenant.sspr.notifications.administrators = notify;
      return undefined;
    },
  },
  helpdesk: {
    says: (to) =>
      to === 'none' ? 'no longer customises the helpdesk link' : `lets the helpdesk link lead to ${to}`,
    setting: (to) => ['helpdesk', { to }],
    apply: ({ tenant }, to) => {
      tenant.sspr.helpdesk = to === 'none' ? undefined : to;
      return undefined;
    },
  },
  requireRegistration: {
    says: (required) => `${required ? 'requires' : 'no longer requires'} users to register when signing in`,
    setting: (required) => ['registration-required', { to: yesOrNo(required) }],
    apply: ({ tenant }, required) => {
      tenant.sspr.registration.required = required;
      return undefined;
    },
  },
  reconfirmAfter: {
    says: (days) => (days === 0 ? 'has nobody confirm again' : `has users confirm again after ${days} days`),
    setting: (days) => ['reconfirm-after', { to: String(days) }],
    apply: ({ tenant }, days) => {
      tenant.sspr.registration.reconfirmAfter = days === 0 ? undefined : days * DAY;
      return undefined;
    },
  },
};
