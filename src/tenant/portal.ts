import { sourced, type Sourced } from '../kernel/sourced.js';

const WRITEBACK = 'MicrosoftDocs/entra-docs: tutorial-enable-sspr-writeback.md';
const POLICY =
  'inferred: the founding article names the account and says that MFA must not block it, not the policy';

/** Settings in the admin center, as an administrator finds and sets them. */
export const PORTAL_SETTINGS = {
  'writeback-on': sourced(
    'doc',
    WRITEBACK,
    'Password reset > On-premises integration > Write back passwords to your on-premises directory: Yes',
  ),
  'writeback-off': sourced(
    'doc',
    WRITEBACK,
    'Password reset > On-premises integration > Write back passwords to your on-premises directory: No',
  ),
  'mfa-applies-to-sync-account': sourced(
    'inferred',
    POLICY,
    'Conditional Access: multifactor authentication for all users, the On-Premises Directory Synchronization Service Account included',
  ),
  'mfa-excludes-sync-account': sourced(
    'inferred',
    POLICY,
    'Conditional Access: multifactor authentication for all users, the On-Premises Directory Synchronization Service Account excluded',
  ),
} as const satisfies Record<string, Sourced>;

export type PortalSetting = keyof typeof PORTAL_SETTINGS;
