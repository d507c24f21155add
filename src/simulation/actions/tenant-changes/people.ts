import { SimulatorError } from '../../../kernel/error.js';
import type { AdministratorRole } from '../../../tenant/administrator-roles.js';
import type { SkuPartNumber } from '../../../tenant/licences.js';
import { contactFor, type Method } from '../../../tenant/methods.js';
import { isRegistered } from '../../../tenant/registration.js';
import { changed, userTarget } from './audited.js';
import { securityInfo } from './security-info.js';
import { userNamed, without, type Change } from './change.js';

/** What is changed about users, and about what the tenant has bought for them; `registerMethod` a user does too. */
export interface PeopleChanges {
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
}

/** There is nothing to delete; a number or an address in the directory is no registered method, and stays. */
function notRegistered(user: string, method: Method, directory: string | undefined): SimulatorError {
  return new SimulatorError({
    code: 'method-not-registered',
    message: `${user} has not registered ${method}`,
    hint:
      directory === undefined
        ? 'there is nothing to delete'
        : 'what serves for it stands in the directory, where deleting a method has no effect',
  });
}

export const PEOPLE_CHANGES: { readonly [K in keyof PeopleChanges]: Change<PeopleChanges[K]> } = {
  addToGroup: {
    says: ({ user, group }) => `adds ${user} to the group ${group}`,
    setting: (value) => ['group-member-added', value],
    apply: (state, { user, group }) => {
      const one = userNamed(state, user);
      one.groups = new Set([...one.groups, group]);
      return undefined;
    },
    audited: (state, { user, group }) => [
      changed(state, 'addToGroup', [userTarget(userNamed(state, user)), { type: 'Group', name: group }]),
    ],
  },
  removeFromGroup: {
    says: ({ user, group }) => `removes ${user} from the group ${group}`,
    setting: (value) => ['group-member-removed', value],
    apply: (state, { user, group }) => {
      const one = userNamed(state, user);
      one.groups = without(one.groups, group);
      return undefined;
    },
    audited: (state, { user, group }) => [
      changed(state, 'removeFromGroup', [userTarget(userNamed(state, user)), { type: 'Group', name: group }]),
    ],
  },
  assignRole: {
    says: ({ user, role }) => `makes ${user} ${role}`,
    setting: (value) => ['role-assigned', value],
    apply: (state, { user, role }) => {
      const one = userNamed(state, user);
      one.roles = new Set([...one.roles, role]);
      return undefined;
    },
    audited: (state, { user, role }) => [
      changed(state, 'addToRole', [userTarget(userNamed(state, user)), { type: 'Role', name: role }]),
    ],
  },
  removeRole: {
    says: ({ user, role }) => `takes the role ${role} from ${user}`,
    setting: (value) => ['role-removed', value],
    apply: (state, { user, role }) => {
      const one = userNamed(state, user);
      one.roles = without(one.roles, role);
      return undefined;
    },
    audited: (state, { user, role }) => [
      changed(state, 'removeFromRole', [userTarget(userNamed(state, user)), { type: 'Role', name: role }]),
    ],
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
    audited: (state, { user }) => [changed(state, 'licence', [userTarget(userNamed(state, user))])],
  },
  removeLicence: {
    says: ({ user, sku }) => `takes the licence ${sku} from ${user}`,
    setting: (value) => ['licence-removed', value],
    apply: (state, { user, sku }) => {
      const one = userNamed(state, user);
      one.licences = one.licences.filter((own) => own !== sku);
      return undefined;
    },
    audited: (state, { user }) => [changed(state, 'licence', [userTarget(userNamed(state, user))])],
  },
  registerMethod: {
    says: ({ user, method }) => `registers ${method} for ${user}`,
    setting: (value) => ['method-added', value],
    apply: (state, { user, method }, now) => {
      const one = userNamed(state, user);
      const request = { at: now, user: one, tenant: state.tenant };
      const wasReady = isRegistered(request);
      one.methods = new Set([...one.methods, method]);
      const saved = securityInfo(one, 'saved');
      return !wasReady && isRegistered(request) ? [saved, securityInfo(one, 'registered')] : [saved];
    },
  },
  deleteMethod: {
    says: ({ user, method }) => `deletes ${method} of ${user}`,
    setting: (value) => ['method-deleted', value],
    apply: (state, { user, method }) => {
      const one = userNamed(state, user);
      if (!one.methods.has(method)) throw notRegistered(user, method, contactFor(method, one.contact));
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
    audited: (state, { user }) => [changed(state, 'user', [userTarget(userNamed(state, user))])],
  },
};
