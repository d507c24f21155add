import { sourced, unpublished, type Sourced } from '../kernel/sourced.js';

/** What the audit log calls a change that an administrator makes. */
export interface ChangeActivity {
  readonly name: Sourced;
  readonly service: 'Self-service Password Management' | 'Core Directory' | 'Authentication Methods';
  readonly category: string;
  readonly operationType: 'Update' | 'Assign' | 'Unassign' | 'Add' | 'Delete';
  /** How the service's rows begin their ids. */
  readonly idPrefix: string;
}

const LIST = 'MicrosoftDocs/entra-docs: docs/identity/monitoring-health/reference-audit-activities.md';
const listed = (text: string, also = ''): Sourced => sourced('doc', `${LIST}${also}`, text);
const pairing = '; that this change leaves this row is inferred';

const self = { service: 'Self-service Password Management', idPrefix: 'SSPR' } as const;
const core = { service: 'Core Directory', idPrefix: 'Directory' } as const;

export const CHANGE_ACTIVITIES = {
  enableWriteback: {
    ...self,
    name: listed('Enable password writeback for directory'),
    category: 'DirectoryManagement',
    operationType: 'Update',
  },
  disableWriteback: {
    ...self,
    name: listed('Disable password writeback for directory'),
    category: 'DirectoryManagement',
    operationType: 'Update',
  },
  resetPolicy: {
    ...self,
    name: unpublished(
      'howto-sspr-reporting.md describes changes of the password reset policy without what the log calls them',
    ),
    category: 'UserManagement',
    operationType: 'Update',
  },
  methodsPolicy: {
    service: 'Authentication Methods',
    idPrefix: 'Authentication Methods',
    name: listed('Authentication Methods Policy Update', pairing),
    category: 'ApplicationManagement',
    operationType: 'Update',
  },
  authorizationPolicy: {
    ...core,
    name: listed('Update authorization policy', pairing),
    category: 'AuthorizationPolicy',
    operationType: 'Update',
  },
  companySettings: {
    ...core,
    name: listed('Update company settings', pairing),
    category: 'DirectoryManagement',
    operationType: 'Update',
  },
  addToGroup: {
    ...core,
    name: listed('Add member to group'),
    category: 'GroupManagement',
    operationType: 'Assign',
  },
  removeFromGroup: {
    ...core,
    name: listed('Remove member from group'),
    category: 'GroupManagement',
    operationType: 'Unassign',
  },
  addToRole: {
    ...core,
    name: listed('Add member to role'),
    category: 'RoleManagement',
    operationType: 'Assign',
  },
  removeFromRole: {
    ...core,
    name: listed('Remove member from role'),
    category: 'RoleManagement',
    operationType: 'Unassign',
  },
  licence: {
    ...core,
    name: listed('Change user license'),
    category: 'UserManagement',
    operationType: 'Update',
  },
  user: { ...core, name: listed('Update user'), category: 'UserManagement', operationType: 'Update' },
} as const satisfies Record<string, ChangeActivity>;

export type ChangeActivityName = keyof typeof CHANGE_ACTIVITIES;

/**
 * The password reset policy's properties, as published scripts read them from the portal's own API; that the audit log
 * names them alike is inferred. Written as there, misspelling and all.
 */
export const RESET_POLICY_PROPERTIES = {
  source: "inferred: the names in the portal's PasswordResetPolicies API, as published scripts have them",
  enabledFor: 'enablementType',
  methodsRequired: 'numberOfAuthenticationMethodsRequired',
  questionsToRegister: 'numberOfQuestionsToRegister',
  questionsToReset: 'numberOfQuestionsToReset',
  registrationRequired: 'registrationRequiredOnSignIn',
  reconfirmAfter: 'registrationReconfirmIntevalInDays',
  helpdesk: 'customHelpdeskEmailOrUrl',
  notifyUsers: 'notifyUsersOnPasswordReset',
  notifyAdministrators: 'notifyOnAdminPasswordReset',
  group: 'passwordResetEnabledGroupName',
} as const;

/** `enablementType`, as four of five published scripts number it. */
export const ENABLEMENT_TYPE = { none: 0, selected: 1, all: 2 } as const;
