import type { Unseen } from '../attempt/attempt.js';
import type { Catalogue } from './failure-mode.js';

/** What a log should have shown and did not: not why an attempt fails, but why nobody finds out. */
export const UNSEEN = {
  'refusal-not-audited': {
    id: 'refusal-not-audited',
    title: 'Failures are not audited on the domain controller',
    party: 'domain',
    kind: 'unseen',
    cause:
      'The domain controller refuses the password, and its audit policy leaves failures of User Account Management out, so that there is no 4724 to find.',
    figures: ({ host, subcategory, audited }) => [
      `${host} audits of ${subcategory}: ${audited === 'none' ? 'nothing' : audited}`,
      'the refusal itself is in the Application log of the sync server all the same, as 33008',
    ],
    fix: [
      'Enable Failure for "Audit User Account Management" in the group policy of the domain controllers, under Advanced Audit Policy Configuration, Account Management; then try again, since nothing is recorded afterwards.',
      'Check what is in force on each domain controller: auditpol /get /subcategory:"User Account Management".',
    ],
    sources: [
      'MicrosoftDocs/SupportArticles-docs: support/entra/entra-id/user-prov-sync/password-writeback-not-compliant-on-premises-ad-pwd-policy.md',
      'MicrosoftDocs/windows-itpro-docs: basic-audit-account-management.md (success only, by default, on domain controllers)',
    ],
    arrange: () => ({
      world: {
        domain: { auditPolicy: { userAccountManagement: 'success' } },
        users: { MyUser: { activeDirectory: { passwordLastSet: '6 hours ago' } } },
      },
      request: { user: 'MyUser', newPassword: 'W=*B2!qmv_$PkbV4dJr' },
    }),
  },
} as const satisfies Pick<Catalogue, Unseen['rule']>;
