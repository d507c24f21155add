import * as z from 'zod/mini';
import { LINK_FAULTS } from '../connector/server-faults.js';
import { SKU_PART_NUMBERS } from '../tenant/licences.js';
import { ADMINISTRATORS_NOTIFIED } from '../tenant/mail-recipients.js';
import { TEXT_PROFILES } from '../tenant/screens.js';
import { auditPolicy } from './audit-policy-schema.js';
import { peopleAreDistinct } from './distinct-people.js';
import { clockSkew, controller, replication } from './controller-schema.js';
import { described, flag } from './described.js';
import { linksLead } from './directory-links.js';
import { adminSdHolderExcludes, group } from './group-schema.js';
import { fineGrainedPolicy, passwordPolicy } from './password-policy-schema.js';
import { delegation, organizationalUnit, permissions, placement } from './permission-schema.js';
import { DURATION_SAYS, durationText } from './duration-text.js';
import { passwordFilters, passwordProtection } from './password-protection-schema.js';
import { policySwitches } from './policy-switches-schema.js';
import { MOMENT_SAYS, momentText } from './moment-text.js';
import { cloudPasswordSwitches } from './cloud-password-schema.js';
import { methodsMayBeChosen } from './method-choice.js';
import { syncServer } from './sync-server-schema.js';
import { cloudUser, sspr, tenantSettings } from './tenant-schema.js';

export { DURATION_SAYS, durationText } from './duration-text.js';
export { MOMENT_SAYS, momentText } from './moment-text.js';

const NOT_IN_NAMES = /^[^\p{Cc}"/\\[\]:;|=,+*?<>]+$/u;

/** A name that Active Directory allows for an account or a machine. */
function name(what: string, longest = 20): z.ZodMiniString {
  return z
    .string()
    .check(
      z.minLength(1, `${what} is empty`),
      z.maxLength(longest, `${what} is longer than ${longest} characters`),
      z.regex(NOT_IN_NAMES, `${what} has characters that Active Directory does not allow in a name`),
    );
}

const rights = z.strictObject({
  resetPassword: flag('The extended right Reset Password on synchronised users.', true),
  writeLockoutTime: flag('Write permission on lockoutTime.', true),
  writePwdLastSet: flag('Write permission on pwdLastSet.', true),
  unexpirePassword: flag(
    'The extended right Unexpire Password on the domain root. Without it, a new password is expired at once.',
    true,
  ),
});

const account = z.strictObject({
  displayName: described(
    'displayName; the account name if left out.',
    z.optional(z.string().check(z.maxLength(256))),
  ),
  userPrincipalName: described('userPrincipalName; name@forest if left out.', z.optional(z.string())),
  passwordLastSet: described(
    `When the password was last set: ${MOMENT_SAYS}; or "must change" for "User must change password at next logon".`,
    z._default(z.union([z.literal('must change'), momentText]), '30 days ago'),
  ),
  password: described(
    'The current password, where it matters; otherwise one nobody knows.',
    z.optional(z.string()),
  ),
  previousPasswords: described(
    'Earlier passwords, oldest first, without the current one.',
    z._default(z.array(z.string()).check(z.maxLength(1024)), []),
  ),
  userCannotChangePassword: flag(
    'The option "User cannot change password": two entries of the access control list that deny Everyone and SELF the right changePassword.',
    false,
  ),
  passwordNeverExpires: flag('The option "Password never expires".', false),
  passwordNotRequired: flag('The flag PASSWD_NOTREQD.', false),
  smartcardRequired: flag('The option "Smart card is required for interactive logon".', false),
  disabled: flag('The option "Account is disabled".', false),
  ...placement,
  accountExpires: described(
    `When the account expires, if it does: ${MOMENT_SAYS}. The password may be reset all the same.`,
    z.optional(momentText),
  ),
  lockedOut: described(`When the account was locked out, if it is: ${MOMENT_SAYS}.`, z.optional(momentText)),
});

const user = z.strictObject({
  activeDirectory: described('The account in Active Directory.', z.prefault(account, {})),
  entra: described('The user in Entra ID.', z.prefault(cloudUser, {})),
  link: described(
    'Whether the chain from the user in the cloud to the account on-premises is whole, on the sync server: connector space, metaverse, account; or where it is broken.',
    z._default(z.enum(['whole', ...LINK_FAULTS]), 'whole'),
  ),
  cloudOnly: flag('True for a user who exists in Entra ID alone.', false),
});

const tenant = z.strictObject({
  initialDomain: described(
    "The tenant's initial domain.",
    z._default(
      z
        .string()
        .check(z.regex(/^[a-z0-9-]+\.onmicrosoft\.com$/i, 'an initial domain ends in .onmicrosoft.com')),
      'contoso.onmicrosoft.com',
    ),
  ),
  licences: described(
    "The tenant's subscriptions, by SKU part number; [] for none.",
    z._default(z.array(z.enum(SKU_PART_NUMBERS)), ['SPE_E3']),
  ),
  sspr: described('Password reset, as the Entra admin center configures it.', z.prefault(sspr, {})),
  writebackSetting: flag(
    '"Write back passwords to your on-premises directory" on the integration page.',
    true,
  ),
  unlockWithoutReset: flag(
    '"Allow users to unlock accounts without resetting their password" on the same page.',
    true,
  ),
  passwordProtection: described(
    'Password protection, as the Entra admin center configures it.',
    z.prefault(passwordProtection, {}),
  ),
  ...tenantSettings,
});

const connector = z.strictObject({
  server: described(
    'The sync server: a domain controller or a member server; the first domain controller if left out.',
    z.optional(name('server', 15)),
  ),
  account: described('The AD DS connector account.', z._default(name('account'), 'MSOL_161f84601d39')),
  rights: described(
    'What the connector account may do; false takes a permission away.',
    z.prefault(rights, {}),
  ),
  delegation: described("Where the connector account's rights are written.", z.prefault(delegation, {})),
  build: described(
    'The build of the synchronisation engine.',
    z._default(z.string().check(z.regex(/^\d+(\.\d+){3}$/, 'a build looks like 2.1.20.0')), '2.1.20.0'),
  ),
  writeback: described(
    "Password writeback in the wizard's optional features: on, off again, never enabled, or ticked on the server without having taken effect in the cloud.",
    z._default(z.enum(['on', 'off', 'never', 'not in effect']), 'on'),
  ),
  service: described(
    'The service ADSync when the story begins.',
    z._default(z.enum(['running', 'stopped']), 'running'),
  ),
  syncAccount: described(
    'Whether the On-Premises Directory Synchronization Service Account can sign in to Entra ID.',
    z._default(z.enum(['works', 'blocked by MFA']), 'works'),
  ),
  identity: described(
    'As which the server signs in to the cloud. Left out: the application from build 2.5.76.0 or 30 October 2025 on, the service account before.',
    z.optional(z.enum(['service account', 'application'])),
  ),
  preferredControllers: described(
    'The list "Only use preferred domain controllers", as typed in; [] for any. Only fully qualified names work.',
    z._default(z.array(z.string().check(z.minLength(1))), []),
  ),
  clockSkew: clockSkew(),
  passwordHashSync: flag('Password hash synchronisation.', true),
  ...syncServer,
});

const domain = z.strictObject({
  dnsName: described(
    "The forest's DNS name.",
    z._default(
      z.string().check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'a forest has a DNS name such as Test.local')),
      'Test.local',
    ),
  ),
  netbiosName: described("The domain's NetBIOS name.", z._default(name('netbiosName', 15), 'TEST')),
  controllers: described(
    'The domain controllers, by host name; the first is the PDC emulator, and must be writable.',
    z.prefault(
      z.record(name('domain controller', 15), controller).check(
        z.refine((all) => Object.keys(all).length > 0, 'a domain needs a domain controller'),
        z.refine(
          (all) => Object.values(all)[0]?.readOnly !== true,
          'the first domain controller, which is the PDC emulator, cannot be read-only',
        ),
        z.refine((all) => Object.keys(all).length <= 100, 'at most 100 domain controllers'),
      ),
      { DC01: {} },
    ),
  ),
  passwordPolicy: described(
    "The domain's password policy. Only what differs from the founding article's table need be written.",
    z.prefault(passwordPolicy, {}),
  ),
  fineGrainedPolicies: described(
    "Fine-grained password policies (Password Settings Objects), by name. For those it applies to, one replaces the whole of the domain's policy.",
    z.prefault(
      z
        .record(name('fine-grained policy', 64), fineGrainedPolicy)
        .check(z.refine((all) => Object.keys(all).length <= 1000, 'at most 1000 fine-grained policies')),
      {},
    ),
  ),
  adminSdHolderExcludes,
  groups: described(
    'Security groups of the domain, by name. Groups may contain each other.',
    z.prefault(
      z
        .record(name('group', 64), group)
        .check(z.refine((all) => Object.keys(all).length <= 1000, 'at most 1000 groups')),
      {},
    ),
  ),
  organizationalUnits: described(
    'Organizational units, by path from the top, such as Staff and Staff/Sales.',
    z.prefault(
      z
        .record(z.string().check(z.minLength(1), z.maxLength(200)), organizationalUnit)
        .check(z.refine((all) => Object.keys(all).length <= 1000, 'at most 1000 organizational units')),
      {},
    ),
  ),
  permissions: permissions('the domain; users inherit them'),
  permissionDelay: described(
    `How long permissions written on the domain or on a unit take to reach the accounts below, at every domain controller, counted from when it has them: ${DURATION_SAYS}. Microsoft says up to an hour or more.`,
    z._default(durationText, '1 hour'),
  ),
  replication: described(
    "How long changes take between domain controllers, all of which stand in one site: sites and schedules between them are not modelled. Locks, passwords that must be changed, and the domain's password policy replicate urgently: these figures do not hold them up.",
    z.prefault(replication, {}),
  ),
  groupPolicyRefresh: described(
    `How often the PDC emulator looks whether the Default Domain Policy has changed: ${DURATION_SAYS}. Domain controllers refresh group policy every 5 minutes.`,
    z._default(durationText, '5 min'),
  ),
  ...passwordFilters,
  auditPolicy: described(
    'What the domain controllers audit, by subcategory of the advanced audit policy.',
    z.prefault(auditPolicy, {}),
  ),
});

const switches = z.strictObject({
  textProfile: described(
    'Wording of the pages: as the portal shows it, as the documentation lists it, or as it was before there were numbers.',
    z._default(z.enum(TEXT_PROFILES), 'portal'),
  ),
  ...policySwitches,
  clockSkewRefusesBind: flag(
    'Whether the sync server cannot bind to a domain controller whose clock is more than 5 minutes off from its own, as Kerberos has it. Inferred: no source shows it; one published record has a password written by a domain controller 7 minutes off, which false allows.',
    true,
  ),
  ...cloudPasswordSwitches,
  administratorsNotified: described(
    'Who hears that an administrator has reset a password: Global Administrators (documentation of 2025), every administrator (2019), or Password, else User, else Global Administrators (2023).',
    z._default(z.enum(ADMINISTRATORS_NOTIFIED), 'global administrators'),
  ),
  licenceEnforcement: described(
    'Whether a licence is looked for in the tenant or on the user; sources disagree.',
    z._default(z.enum(['tenant', 'user']), 'tenant'),
  ),
});

const MOST_USERS = 10_000;

/** What no part of a world can check alone: names must lead to somebody, and people be told apart. */
export const WORLD_CHECKS = [linksLead, peopleAreDistinct, methodsMayBeChosen] as const;

/**
 * A world: the tenant, the sync server, the domain and the people, as plain JSON. An empty one is the founding
 * article's healthy hybrid tenant; only what differs is written.
 */
export const worldSchema = z
  .strictObject({
    tenant: described('The tenant in Entra ID.', z.prefault(tenant, {})),
    connector: described(
      'The sync server: Entra Connect, formerly Azure AD Connect.',
      z.prefault(connector, {}),
    ),
    domain: described('The on-premises domain.', z.prefault(domain, {})),
    users: described(
      'The people, by sAMAccountName.',
      z.prefault(
        z.record(name('user'), user).check(
          z.refine((all) => Object.keys(all).length > 0, 'a world needs at least one user'),
          z.refine((all) => Object.keys(all).length <= MOST_USERS, `at most ${MOST_USERS} users`),
        ),
        { MyUser: {} },
      ),
    ),
    switches: described(
      'Where sources are silent or disagree: which answer the model takes.',
      z.prefault(switches, {}),
    ),
  })
  .check(...WORLD_CHECKS);

/** A world with every default filled in. */
export type World = z.output<typeof worldSchema>;
/** A world as people write it. */
export type WorldInput = z.input<typeof worldSchema>;
