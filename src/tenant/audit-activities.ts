import { article, sourced, type Sourced } from '../kernel/sourced.js';
import { ANONYMISED_ROWS } from './sources.js';

/** An activity of the audit log, with the service that logs it. */
export interface AuditActivity {
  readonly name: Sourced & { readonly text: string };
  readonly service: 'Self-service Password Management' | 'Core Directory' | 'Authentication Methods';
  readonly category: 'UserManagement';
}

const self = 'Self-service Password Management';
const core = 'Core Directory';
const category = 'UserManagement';

const REPORTING = 'MicrosoftDocs/entra-docs: docs/identity/authentication/howto-sspr-reporting.md';
const ACTIVITY_LIST =
  'MicrosoftDocs/entra-docs: docs/identity/monitoring-health/reference-audit-activities.md';

export const AUDIT_ACTIVITIES = {
  flowProgress: {
    name: article('Self-service password reset flow activity progress'),
    service: self,
    category,
  },
  selfServiceReset: {
    name: article('Reset password (self-service)'),
    service: self,
    category,
  },
  selfServiceChange: {
    name: sourced('doc', REPORTING, 'Change password (self-service)'),
    service: self,
    category,
  },
  resetByAdministrator: {
    name: sourced('doc', REPORTING, 'Reset password (by admin)'),
    service: self,
    category,
  },
  selfServiceUnlock: {
    name: sourced('doc', REPORTING, 'Unlock user account (self-service)'),
    service: self,
    category,
  },
  blocked: {
    name: sourced('doc', REPORTING, 'Blocked from self-service password reset'),
    service: self,
    category,
  },
  securityInfoSaved: {
    name: sourced('doc', ACTIVITY_LIST, 'Security info saved for self-service password reset'),
    service: self,
    category,
  },
  registeredForReset: {
    name: sourced('doc', REPORTING, 'User registered for self-service password reset'),
    service: self,
    category,
  },
  securityInfoDeleted: {
    name: sourced('doc', ACTIVITY_LIST, 'User deleted security info'),
    service: 'Authentication Methods',
    category,
  },
  resetUserPassword: {
    name: sourced(
      'sample',
      'jpazureid/blog: articles/azure-active-directory-connect/password-writeback-overview.md',
      'Reset user password',
    ),
    service: core,
    category,
  },
  changeUserPassword: {
    name: sourced('sample', `${ANONYMISED_ROWS}/change_user_password.json`, 'Change user password'),
    service: core,
    category,
  },
  updateStsRefreshToken: {
    name: sourced(
      'sample',
      `${ANONYMISED_ROWS}/update_ststoken.json`,
      'Update StsRefreshTokenValidFrom Timestamp',
    ),
    service: core,
    category,
  },
} as const satisfies Record<string, AuditActivity>;

/** The app that stands beside the user in the row of a change there. */
export const APPS = {
  mySignIns: sourced('sample', `${ANONYMISED_ROWS}, a change`, 'My Signins'),
} as const satisfies Record<string, Sourced>;

/**
 * Who writes a reset password into the directory, as Core Directory's rows name it
 * (MicrosoftDocs/SupportArticles-docs: support/entra/entra-id/governance/unknown-actors-in-audit-reports.md).
 */
export const PASSWORD_SERVICE = 'fim_password_service@support.onmicrosoft.com';

/** Which agent carried a password on-premises, as the rows' detail `OnPremisesAgent` names it. */
export const ON_PREMISES_AGENTS = {
  connect: sourced(
    'sample',
    `${ANONYMISED_ROWS}/change_password.json, of a change; that a reset says the same is inferred. howto-sspr-reporting.md calls it Microsoft Entra Connect`,
    'AADConnect',
  ),
  none: sourced(
    'doc',
    "MicrosoftDocs/entra-docs: docs/identity/authentication/howto-sspr-reporting.md, of an administrator's reset",
    'None',
  ),
} as const satisfies Record<string, Sourced>;

export type OnPremisesAgent = keyof typeof ON_PREMISES_AGENTS;
