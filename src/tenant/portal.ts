import { sourced, type Sourced } from '../kernel/sourced.js';

const WRITEBACK = 'MicrosoftDocs/entra-docs: tutorial-enable-sspr-writeback.md';
const POLICY =
  'inferred: the founding article names the account and says that MFA must not block it, not the policy';

const TUTORIAL = 'MicrosoftDocs/entra-docs: docs/identity/authentication/tutorial-enable-sspr.md';
const SSPR_POLICY = 'MicrosoftDocs/entra-docs: docs/identity/authentication/concept-sspr-policy.md';
const PROTECTION =
  'MicrosoftDocs/entra-docs: docs/identity/authentication/tutorial-configure-custom-password-protection.md';
const UNSEEN = 'inferred: the way there as the admin center names its pages, not checked word for word';

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
  'sspr-scope': sourced(
    'doc',
    TUTORIAL,
    'Password reset > Properties > Self service password reset enabled: {to}',
  ),
  'methods-required': sourced(
    'doc',
    TUTORIAL,
    'Password reset > Authentication methods > Number of methods required to reset: {to}',
  ),
  'methods-available': sourced(
    'doc',
    TUTORIAL,
    'Password reset > Authentication methods > Methods available to users: {to}',
  ),
  'security-questions': sourced(
    'doc',
    TUTORIAL,
    'Password reset > Authentication methods > Number of questions required to register: {register}, required to reset: {reset}',
  ),
  'notify-users': sourced(
    'doc',
    TUTORIAL,
    'Password reset > Notifications > Notify users on password resets?: {to}',
  ),
  'notify-administrators': sourced(
    'doc',
    TUTORIAL,
    'Password reset > Notifications > Notify all admins when other admins reset their password?: {to}',
  ),
  helpdesk: sourced('doc', TUTORIAL, 'Password reset > Customization > Custom helpdesk email or URL: {to}'),
  'registration-required': sourced(
    'doc',
    TUTORIAL,
    'Password reset > Registration > Require users to register when signing in: {to}',
  ),
  'reconfirm-after': sourced(
    'doc',
    TUTORIAL,
    'Password reset > Registration > Number of days before users are asked to re-confirm their authentication information: {to}',
  ),
  'policy-methods': sourced('inferred', UNSEEN, 'Authentication methods > Policies, enabled: {to}'),
  migration: sourced('inferred', UNSEEN, 'Authentication methods > Policies > Manage migration: {to}'),
  'group-member-added': sourced('inferred', UNSEEN, 'Groups > {group} > Members > Add members: {user}'),
  'group-member-removed': sourced('inferred', UNSEEN, 'Groups > {group} > Members > Remove: {user}'),
  'role-assigned': sourced('inferred', UNSEEN, 'Users > {user} > Assigned roles > Add assignments: {role}'),
  'role-removed': sourced('inferred', UNSEEN, 'Users > {user} > Assigned roles > Remove assignments: {role}'),
  'licence-assigned': sourced('inferred', UNSEEN, 'Users > {user} > Licenses > Assignments, added: {sku}'),
  'licence-removed': sourced('inferred', UNSEEN, 'Users > {user} > Licenses > Assignments, removed: {sku}'),
  subscribed: sourced('inferred', UNSEEN, 'Billing > Licenses > All products, added: {sku}'),
  'subscription-ended': sourced('inferred', UNSEEN, 'Billing > Licenses > All products, gone: {sku}'),
  'mobile-phone': sourced('inferred', UNSEEN, 'Users > {user} > Properties > Mobile phone: {to}'),
  'method-added': sourced(
    'inferred',
    UNSEEN,
    'Users > {user} > Authentication methods > Add authentication method: {method}',
  ),
  'method-deleted': sourced('inferred', UNSEEN, 'Users > {user} > Authentication methods > Delete: {method}'),
  'custom-banned-passwords': sourced(
    'doc',
    PROTECTION,
    'Authentication methods > Password protection > Custom banned password list: {to}',
  ),
  'enforce-custom-list': sourced(
    'doc',
    PROTECTION,
    'Authentication methods > Password protection > Enforce custom list: {to}',
  ),
  'administrators-may-reset': sourced(
    'doc',
    SSPR_POLICY,
    'policies/authorizationPolicy, allowedToUseSSPR: {to}',
  ),
} as const satisfies Record<string, Sourced>;

export type PortalSetting = keyof typeof PORTAL_SETTINGS;
