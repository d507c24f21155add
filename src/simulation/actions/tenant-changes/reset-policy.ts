import { ALLOWED_TO_USE_SSPR_DELAY } from '../../../tenant/administrators.js';
import type { Method } from '../../../tenant/methods.js';
import type { Migration } from '../../../tenant/state.js';
import { DAY } from '../../../kernel/duration.js';
import type { Emitted } from '../../../kernel/fact.js';
import { ENABLEMENT_TYPE, RESET_POLICY_PROPERTIES } from '../../../tenant/change-activities.js';
import type { DirectoryChanged } from '../../../tenant/facts.js';
import { objectionTo } from '../../../tenant/method-policy.js';
import type { PartyFact } from '../../../world/action.js';
import type { State } from '../../../world/state.js';
import { changed, policyTarget } from './audited.js';
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

const PROPERTY = RESET_POLICY_PROPERTIES;

function policyChanged(state: State, ...modified: DirectoryChanged['modified']): Emitted<PartyFact> {
  return changed(state, 'resetPolicy', [policyTarget('default')], modified);
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
    audited: (state, to) => {
      const { scope } = state.tenant.sspr;
      const type = typeof to === 'string' ? to : 'selected';
      return [
        policyChanged(
          state,
          {
            property: PROPERTY.enabledFor,
            from: ENABLEMENT_TYPE[scope.to],
            to: ENABLEMENT_TYPE[type],
          },
          ...(typeof to === 'string' ? [] : [{ property: PROPERTY.group, to: to.group }]),
        ),
      ];
    },
  },
  requireMethods: {
    says: (number) => `requires ${number} method${number === 1 ? '' : 's'} to reset`,
    setting: (number) => ['methods-required', { to: String(number) }],
    apply: ({ tenant }, number) => {
      tenant.sspr.methodsRequired = number;
      return undefined;
    },
    audited: (state, to) => [
      policyChanged(state, {
        property: PROPERTY.methodsRequired,
        from: state.tenant.sspr.methodsRequired,
        to,
      }),
    ],
    isRejected: ({ tenant }, required) =>
      tenant.authenticationMethods.migration !== 'complete' &&
      objectionTo(tenant.sspr.methods, required) !== undefined,
  },
  allowMethods: {
    says: (methods) => `makes these methods available: ${methods.join(', ')}`,
    setting: (methods) => ['methods-available', { to: methods.join(', ') }],
    apply: ({ tenant }, methods) => {
      tenant.sspr.methods = new Set(methods);
      return undefined;
    },
    audited: (state) => [policyChanged(state)],
    isRejected: ({ tenant }, methods) =>
      tenant.authenticationMethods.migration !== 'complete' &&
      objectionTo(methods, tenant.sspr.methodsRequired) !== undefined,
  },
  allowInPolicy: {
    says: (methods) => `allows in the Authentication methods policy: ${methods.join(', ')}`,
    setting: (methods) => ['policy-methods', { to: methods.join(', ') }],
    apply: ({ tenant }, methods) => {
      tenant.authenticationMethods.methods = new Set(methods);
      return undefined;
    },
    audited: (state) => [changed(state, 'methodsPolicy', [policyTarget('Authentication Methods Policy')])],
  },
  migrate: {
    says: (to) => `sets the migration of authentication methods to ${to}`,
    setting: (to) => ['migration', { to: capital(to) }],
    apply: ({ tenant }, to) => {
      tenant.authenticationMethods.migration = to;
      return undefined;
    },
    audited: (state) => [changed(state, 'methodsPolicy', [policyTarget('Authentication Methods Policy')])],
  },
  letAdministratorsReset: {
    says: (may) => `${may ? 'lets administrators' : 'forbids administrators to'} reset their own passwords`,
    setting: (may) => ['administrators-may-reset', { to: String(may) }],
    apply: ({ tenant }, may) => {
      tenant.administratorsMayReset = may;
      return undefined;
    },
    takes: ALLOWED_TO_USE_SSPR_DELAY,
    audited: (state, to) => [
      changed(
        state,
        'authorizationPolicy',
        [policyTarget('Authorization Policy')],
        [{ property: 'allowedToUseSSPR', from: state.tenant.administratorsMayReset, to }],
      ),
    ],
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
    audited: (state, { toRegister, toReset }) => {
      const { questions } = state.tenant.sspr;
      return [
        policyChanged(
          state,
          { property: PROPERTY.questionsToRegister, from: questions.toRegister, to: toRegister },
          { property: PROPERTY.questionsToReset, from: questions.toReset, to: toReset },
        ),
      ];
    },
    isRejected: (_state, { toRegister, toReset }) => toReset > toRegister,
  },
  notifyUsers: {
    says: (notify) => `${notify ? 'has' : 'no longer has'} users told of resets`,
    setting: (notify) => ['notify-users', { to: yesOrNo(notify) }],
    apply: ({ tenant }, notify) => {
      tenant.sspr.notifications.users = notify;
      return undefined;
    },
    audited: (state, to) => [
      policyChanged(state, {
        property: PROPERTY.notifyUsers,
        from: state.tenant.sspr.notifications.users,
        to,
      }),
    ],
  },
  notifyAdministrators: {
    says: (notify) => `${notify ? 'has' : 'no longer has'} administrators told of each other's resets`,
    setting: (notify) => ['notify-administrators', { to: yesOrNo(notify) }],
    apply: ({ tenant }, notify) => {
      tenant.sspr.notifications.administrators = notify;
      return undefined;
    },
    audited: (state, to) => {
      const { administrators: from } = state.tenant.sspr.notifications;
      return [policyChanged(state, { property: PROPERTY.notifyAdministrators, from, to })];
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
    audited: (state, to) => [
      policyChanged(state, { property: PROPERTY.helpdesk, from: state.tenant.sspr.helpdesk ?? '', to }),
    ],
  },
  requireRegistration: {
    says: (required) => `${required ? 'requires' : 'no longer requires'} users to register when signing in`,
    setting: (required) => ['registration-required', { to: yesOrNo(required) }],
    apply: ({ tenant }, required) => {
      tenant.sspr.registration.required = required;
      return undefined;
    },
    audited: (state, to) => {
      const { required: from } = state.tenant.sspr.registration;
      return [policyChanged(state, { property: PROPERTY.registrationRequired, from, to })];
    },
  },
  reconfirmAfter: {
    says: (days) => (days === 0 ? 'has nobody confirm again' : `has users confirm again after ${days} days`),
    setting: (days) => ['reconfirm-after', { to: String(days) }],
    apply: ({ tenant }, days) => {
      tenant.sspr.registration.reconfirmAfter = days === 0 ? undefined : days * DAY;
      return undefined;
    },
    audited: (state, to) => {
      const { reconfirmAfter = 0 } = state.tenant.sspr.registration;
      return [policyChanged(state, { property: PROPERTY.reconfirmAfter, from: reconfirmAfter / DAY, to })];
    },
  },
};
