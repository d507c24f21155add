import { sourced, type Sourced } from '../kernel/sourced.js';

/** An activity of the audit log, with the service that logs it. */
export interface AuditActivity {
  readonly name: Sourced & { readonly text: string };
  readonly service: 'Self-service Password Management' | 'Core Directory';
  readonly category: 'UserManagement';
}

const self = 'Self-service Password Management';
const core = 'Core Directory';
const category = 'UserManagement';
const ROWS = 'cloud reference 10.3';

export const AUDIT_ACTIVITIES = {
  flowProgress: {
    name: sourced('article', 'the founding article', 'Self-service password reset flow activity progress'),
    service: self,
    category,
  },
  selfServiceReset: {
    name: sourced('article', 'the founding article', 'Reset password (self-service)'),
    service: self,
    category,
  },
  resetUserPassword: { name: sourced('sample', ROWS, 'Reset user password'), service: core, category },
  changeUserPassword: { name: sourced('sample', ROWS, 'Change user password'), service: core, category },
  updateStsRefreshToken: {
    name: sourced('sample', ROWS, 'Update StsRefreshTokenValidFrom Timestamp'),
    service: core,
    category,
  },
} as const satisfies Record<string, AuditActivity>;

/** Who writes a reset password into the directory, as Core Directory's rows name it (cloud reference 10.3). */
export const PASSWORD_SERVICE = 'fim_password_service@support.onmicrosoft.com';
