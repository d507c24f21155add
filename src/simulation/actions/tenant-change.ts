import { at } from '../../attempt/stage.js';
import { ENTRA_HOST } from '../../attempt/tenant-stages.js';
import { parseDuration, type Duration } from '../../kernel/duration.js';
import { SimulatorBug } from '../../kernel/error.js';
import type { Emitted } from '../../kernel/fact.js';
import type { AdministratorRole } from '../../tenant/administrator-roles.js';
import { ALLOWED_TO_USE_SSPR_DELAY } from '../../tenant/administrators.js';
import type { SecurityInfoChanged } from '../../tenant/facts.js';
import type { SkuPartNumber } from '../../tenant/licences.js';
import { methodsRequired, usableMethods } from '../../tenant/method-standing.js';
import { countFactors, type Method } from '../../tenant/methods.js';
import type { PortalSetting } from '../../tenant/portal.js';
import type { CloudUser, Migration } from '../../tenant/state.js';
import type { Action, PartyFact } from '../../world/action.js';
import type { State } from '../../world/state.js';
import { signInNameOf } from '../find-user.js';

/** What an administrator changes in the tenant, with what goes with it; `registerMethod` a user does too. */
export interface TenantChanges {
  readonly enableFor: 'none' | 'all' | { readonly group: string };
  readonly requireMethods: 1 | 2;
  /** On the password reset page. */
  readonly allowMethods: readonly Method[];
  /** In the Authentication methods policy. */
  readonly allowInPolicy: readonly Method[];
  readonly migrate: Migration;
  readonly addToGroup: { readonly user: string; readonly group: string };
  readonly removeFromGroup: { readonly user: string; readonly group: string };
  readonly assignRole: { readonly user: string; readonly role: AdministratorRole };
  readonly removeRole: { readonly user: string; readonly role: AdministratorRole };
  readonly subscribe: SkuPartNumber;
  readonly endSubscription: SkuPartNumber;
  readonly assignLicence: { readonly user: string; readonly sku: SkuPartNumber };
  readonly removeLicence: { readonly user: string; readonly sku: SkuPartNumber };
  readonly registerMethod: { readonly user: string; readonly method: Method };
  readonly deleteMethod: { readonly user: string; readonly method: Method };
  readonly setMobilePhone: { readonly user: string; readonly number: string };
  readonly letAdministratorsReset: boolean;
}

type Kind = keyof TenantChanges;

/** Exactly one change, and how long it takes until it is in effect, where it is not the usual time. */
export type TenantChange = { readonly [K in Kind]?: TenantChanges[K] | undefined } & {
  readonly takes?: string | undefined;
};

interface Change<V> {
  /** In the words that follow "an administrator". */
  readonly says: (value: V) => string;
  readonly setting: (value: V) => readonly [PortalSetting, Readonly<Record<string, string>>];
  readonly apply: (state: State, value: V, now: number) => readonly Emitted<PartyFact>[] | undefined;
  /** Undocumented changes are taken to be in effect at once. */
  readonly takes?: Duration;
}

function userNamed(state: State, name: string): CloudUser {
  const user = state.tenant.users.get(signInNameOf(state, name).toLowerCase());
  if (user === undefined) throw new SimulatorBug('a name leads to no user');
  return user;
}

function without<T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> {
  return new Set([...set].filter((other) => other !== one));
}

function securityInfo(user: CloudUser, change: SecurityInfoChanged['change']): Emitted<PartyFact> {
  const { objectId, userPrincipalName, displayName } = user;
  return at(ENTRA_HOST, {
    kind: 'security-info-changed',
    user: { objectId, userPrincipalName, displayName },
    change,
  });
}

const CHANGES: { readonly [K in Kind]: Change<TenantChanges[K]> } = {
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
  addToGroup: {
    says: ({ user, group }) => `adds ${user} to the group ${group}`,
    setting: (value) => ['group-member-added', value],
    apply: (state, { user, group }) => {
      const one = userNamed(state, user);
      one.groups = new Set([...one.groups, group]);
      return undefined;
    },
  },
  removeFromGroup: {
    says: ({ user, group }) => `removes ${user} from the group ${group}`,
    setting: (value) => ['group-member-removed', value],
    apply: (state, { user, group }) => {
      const one = userNamed(state, user);
      one.groups = without(one.groups, group);
      return undefined;
    },
  },
  assignRole: {
    says: ({ user, role }) => `makes ${user} ${role}`,
    setting: (value) => ['role-assigned', value],
    apply: (state, { user, role }) => {
      const one = userNamed(state, user);
      one.roles = new Set([...one.roles, role]);
      return undefined;
    },
  },
  removeRole: {
    says: ({ user, role }) => `takes the role ${role} from ${user}`,
    setting: (value) => ['role-removed', value],
    apply: (state, { user, role }) => {
      const one = userNamed(state, user);
      one.roles = without(one.roles, role);
      return undefined;
    },
  },
  subscribe: {
    says: (sku) => `subscribes to ${sku}`,
    setting: (sku) => ['subscribed', { sku }],
    apply: ({ tenant }, sku) => {
      tenant.licences = [...new Set([...tenant.licences, sku])];
      return undefined;
    },
  },
  endSubscription: {
    says: (sku) => `lets the subscription to ${sku} end`,
    setting: (sku) => ['subscription-ended', { sku }],
    apply: ({ tenant }, sku) => {
      tenant.licences = tenant.licences.filter((one) => one !== sku);
      return undefined;
    },
  },
  assignLicence: {
    says: ({ user, sku }) => `assigns ${user} a licence ${sku}`,
    setting: (value) => ['licence-assigned', value],
    apply: (state, { user, sku }) => {
      const one = userNamed(state, user);
      one.licences = [...new Set([...one.licences, sku])];
      return undefined;
    },
  },
  removeLicence: {
    says: ({ user, sku }) => `takes the licence ${sku} from ${user}`,
    setting: (value) => ['licence-removed', value],
    apply: (state, { user, sku }) => {
      const one = userNamed(state, user);
      one.licences = one.licences.filter((own) => own !== sku);
      return undefined;
    },
  },
  registerMethod: {
    says: ({ user, method }) => `registers ${method} for ${user}`,
    setting: (value) => ['method-added', value],
    apply: (state, { user, method }, now) => {
      const one = userNamed(state, user);
      const request = { at: now, user: one, tenant: state.tenant };
      const isReady = (): boolean => countFactors(usableMethods(request)) >= methodsRequired(request);
      const wasReady = isReady();
      one.methods = new Set([...one.methods, method]);
      const saved = securityInfo(one, 'saved');
      return !wasReady && isReady() ? [saved, securityInfo(one, 'registered')] : [saved];
    },
  },
  deleteMethod: {
    says: ({ user, method }) => `deletes ${method} of ${user}`,
    setting: (value) => ['method-deleted', value],
    apply: (state, { user, method }) => {
      const one = userNamed(state, user);
      one.methods = without(one.methods, method);
      return [securityInfo(one, 'deleted')];
    },
  },
  setMobilePhone: {
    says: ({ user }) => `corrects the mobile number of ${user}`,
    setting: ({ user, number }) => ['mobile-phone', { user, to: number }],
    apply: (state, { user, number }) => {
      const one = userNamed(state, user);
      one.contact = { ...one.contact, mobilePhone: number };
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

export const TENANT_CHANGE_KINDS = Object.keys(CHANGES) as [Kind, ...Kind[]];

/**
 * What an administrator does for a change, in words and as an action. Names are looked up when it is applied.
 *
 * @throws RangeError where it is not exactly one change
 */
export function tenantChange(change: TenantChange): { readonly says: string; readonly action: Action } {
  const kinds = TENANT_CHANGE_KINDS.filter((kind) => change[kind] !== undefined);
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) throw new RangeError('a change of the tenant is exactly one');
  // The key that picks the table's entry picks the value as well.
  const { says, setting, apply, takes = 0 } = CHANGES[kind] as Change<unknown>;
  const value: unknown = change[kind];
  const delay = change.takes === undefined ? takes : parseDuration(change.takes);
  const inEffect: Action = { apply: (state, now) => ({ facts: apply(state, value, now) ?? [] }) };
  return {
    says: says(value),
    action: {
      apply: (state, now) => {
        const [name, values] = setting(value);
        // A name that leads to nobody is wrong now, not when the change comes into effect.
        if (hasUser(value)) userNamed(state, value.user);
        const made: Emitted<PartyFact> = at(ENTRA_HOST, {
          kind: 'portal-setting-changed',
          setting: name,
          values,
        });
        if (delay > 0) return { facts: [made], later: [{ at: now + delay, action: inEffect }] };
        return { facts: [made, ...inEffect.apply(state, now).facts] };
      },
    },
  };
}

function hasUser(value: unknown): value is { readonly user: string } {
  return typeof value === 'object' && value !== null && 'user' in value;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
