import * as z from 'zod';
import { parseDuration } from '../kernel/duration.js';
import { parseMoment } from '../kernel/instant.js';
import { METHODS } from '../tenant/methods.js';
import { SKU_PART_NUMBERS } from '../tenant/licences.js';
import { TEXT_PROFILES } from '../tenant/screens.js';
import { readable } from './readable.js';

// Zod would compile validators with `new Function`, which a strict content security policy forbids.
z.config({ jitless: true });

/** A length of time, as people write it: `6 hours`, `1 day`, `PT90M`. */
export const durationText = z
  .string()
  .check(readable(parseDuration))
  .describe('A length of time: "6 hours", "1 day", "90 min" or ISO 8601 such as "PT6H".');

/** A moment: an ISO date, `now`, `6 hours ago`, `in 2 days`. Relative ones count from the start of the simulation. */
export const momentText = z
  .string()
  .check(readable((text) => parseMoment(text, 0)))
  .describe('A moment: an ISO 8601 date or time, "now", "6 hours ago" or "in 2 days", counted from the start.');

const name = (what: string): z.ZodString =>
  z
    .string()
    .min(1, `${what} is empty`)
    .max(256, `${what} is longer than 256 characters`)
    .regex(/^[^\p{Cc}"/\\[\]:;|=,+*?<>]+$/u, `${what} has characters that Active Directory does not allow in a name`);

const NUMBER_OF_USERS = 10_000;

const passwordPolicy = z
  .strictObject({
    history: z
      .int()
      .min(0)
      .max(24)
      .default(24)
      .describe('Enforce password history: how many passwords are remembered, 0 to 24.'),
    maximumAge: z
      .union([z.literal('never'), durationText])
      .default('42 days')
      .describe('Maximum password age; "never" for passwords that do not expire. It never refuses a new password.'),
    minimumAge: durationText
      .default('1 day')
      .describe('Minimum password age: how old a password must be before it may be replaced.'),
    minimumLength: z.int().min(0).max(128).default(7).describe('Minimum password length, in characters (UTF-16 units).'),
    complexity: z.boolean().default(true).describe('Password must meet complexity requirements.'),
    reversibleEncryption: z
      .boolean()
      .default(false)
      .describe('Store passwords using reversible encryption. It never refuses a new password.'),
  })
  .describe("The domain's password policy. Only what differs from the founding article's table need be written.");

const rights = z
  .strictObject({
    resetPassword: z.boolean().default(true).describe('The extended right Reset Password on synchronised users.'),
    writeLockoutTime: z.boolean().default(true).describe('Write permission on lockoutTime.'),
    writePwdLastSet: z.boolean().default(true).describe('Write permission on pwdLastSet.'),
    unexpirePassword: z
      .boolean()
      .default(true)
      .describe('The extended right Unexpire Password on the domain root. Without it, a password set is expired at once.'),
  })
  .describe('What the connector account may do; false takes a permission away.');

const controller = z.strictObject({
  utcOffset: z
    .string()
    .regex(/^[+-](0\d|1[0-4]):[0-5]\d$/, 'an offset from UTC looks like +02:00')
    .default('+00:00')
    .describe("The machine's offset from UTC, as its records show local times."),
});

const account = z
  .strictObject({
    displayName: z.string().max(256).optional().describe('displayName; the account name if left out.'),
    userPrincipalName: z.string().optional().describe('userPrincipalName; name@forest if left out.'),
    passwordLastSet: z
      .union([z.literal('must change'), momentText])
      .default('30 days ago')
      .describe('When the password was last set, or "must change" for "User must change password at next logon".'),
    password: z.string().optional().describe('The current password, where it matters; otherwise one nobody knows.'),
    previousPasswords: z
      .array(z.string())
      .max(1024)
      .default([])
      .describe('Earlier passwords, oldest first, without the current one.'),
    userCannotChangePassword: z.boolean().default(false).describe('The option "User cannot change password".'),
    passwordNeverExpires: z.boolean().default(false).describe('The option "Password never expires".'),
    passwordNotRequired: z.boolean().default(false).describe('The flag PASSWD_NOTREQD.'),
    smartcardRequired: z.boolean().default(false).describe('"Smart card is required for interactive logon".'),
    disabled: z.boolean().default(false).describe('"Account is disabled".'),
    lockedOut: momentText.optional().describe('When the account was locked out, if it is.'),
  })
  .describe('The account in Active Directory.');

const cloudUser = z
  .strictObject({
    userPrincipalName: z
      .string()
      .optional()
      .describe("The cloud sign-in name; name@ the tenant's initial domain if left out."),
    methods: z
      .array(z.enum(METHODS))
      .default(['mobile app notification', 'mobile SMS'])
      .describe('The verification methods that the user has registered.'),
    groups: z.array(z.string()).default([]).describe('The groups that the user is a member of.'),
    licences: z.array(z.enum(SKU_PART_NUMBERS)).default(['SPE_E3']).describe("The user's own licences, by SKU part number."),
  })
  .describe('The user in Entra ID.');

const user = z
  .strictObject({
    activeDirectory: account.prefault({}),
    entra: cloudUser.prefault({}),
    cloudOnly: z.boolean().default(false).describe('True for a user who exists in Entra ID alone.'),
  })
  .describe('One person, on both sides.');

const tenant = z
  .strictObject({
    initialDomain: z
      .string()
      .regex(/^[a-z0-9-]+\.onmicrosoft\.com$/i, 'an initial domain ends in .onmicrosoft.com')
      .default('contoso.onmicrosoft.com')
      .describe("The tenant's initial domain."),
    licences: z
      .array(z.enum(SKU_PART_NUMBERS))
      .default(['SPE_E3'])
      .describe("The tenant's subscriptions, by SKU part number; [] for none."),
    sspr: z
      .strictObject({
        enabledFor: z
          .union([z.enum(['none', 'all']), z.strictObject({ group: z.string().min(1) })])
          .default('all')
          .describe('Self service password reset enabled: none, all, or { group: name } for "Selected".'),
        methods: z
          .array(z.enum(METHODS))
          .default(['mobile app notification', 'mobile app code', 'email', 'mobile SMS'])
          .describe('Methods available to users.'),
        methodsRequired: z
          .union([z.literal(1), z.literal(2)])
          .default(1)
          .describe('Number of methods required to reset.'),
      })
      .prefault({})
      .describe('Password reset, as the Entra admin center configures it.'),
    writebackSetting: z
      .boolean()
      .default(true)
      .describe('"Write back passwords to your on-premises directory" on the integration page.'),
  })
  .describe('The tenant in Entra ID.');

const connector = z
  .strictObject({
    server: name('server').default('DC01').describe('The sync server: a domain controller or a member server.'),
    account: name('account').max(20).default('MSOL_161f84601d39').describe('The AD DS connector account.'),
    rights: rights.prefault({}),
    build: z
      .string()
      .regex(/^\d+(\.\d+){3}$/, 'a build looks like 2.1.20.0')
      .default('2.1.20.0')
      .describe('The build of the synchronisation engine.'),
    writeback: z
      .enum(['on', 'off', 'never'])
      .default('on')
      .describe('Password writeback in the wizard\'s optional features: on, off again, or never enabled.'),
    service: z.enum(['running', 'stopped']).default('running').describe('The service ADSync when the story begins.'),
    passwordHashSync: z.boolean().default(true).describe('Password hash synchronisation.'),
  })
  .describe('The sync server: Entra Connect, formerly Azure AD Connect.');

const domain = z
  .strictObject({
    dnsName: z
      .string()
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'a forest has a DNS name such as Test.local')
      .default('Test.local')
      .describe("The forest's DNS name."),
    netbiosName: name('netbiosName').max(15).default('TEST').describe("The domain's NetBIOS name."),
    controllers: z
      .record(name('domain controller'), controller)
      .refine((all) => Object.keys(all).length === 1, 'one domain controller is modelled so far')
      .prefault({ DC01: {} })
      .describe('The domain controllers, by host name.'),
    passwordPolicy: passwordPolicy.prefault({}),
    auditAccountManagement: z
      .enum(['success and failure', 'success', 'failure', 'none'])
      .default('success and failure')
      .describe('What the DC audits of User Account Management. Windows begins with "success" only.'),
  })
  .describe('The on-premises domain.');

const switches = z
  .strictObject({
    textProfile: z
      .enum(TEXT_PROFILES)
      .default('portal')
      .describe('Wording of the pages: as the portal shows it, or as the documentation lists it.'),
    cannotChangeBlocksReset: z
      .boolean()
      .default(true)
      .describe('Whether "User cannot change password" refuses a reset, as the founding article has it.'),
    licenceEnforcement: z
      .enum(['tenant', 'user'])
      .default('tenant')
      .describe('Whether a licence is looked for in the tenant or on the user; sources disagree.'),
  })
  .describe('Where sources are silent or disagree: which answer the model takes.');

/**
 * A world: the tenant, the sync server, the domain and the people, as plain JSON. An empty one is the founding
 * article's healthy hybrid tenant; only what differs is written.
 */
export const worldSchema = z
  .strictObject({
    tenant: tenant.prefault({}),
    connector: connector.prefault({}),
    domain: domain.prefault({}),
    users: z
      .record(name('user').max(20), user)
      .refine((all) => Object.keys(all).length > 0, 'a world needs at least one user')
      .refine((all) => Object.keys(all).length <= NUMBER_OF_USERS, `at most ${NUMBER_OF_USERS} users`)
      .prefault({ MyUser: {} })
      .describe('The people, by sAMAccountName.'),
    switches: switches.prefault({}),
  })
  .describe("The world when the story begins: only what differs from the founding article's healthy tenant.");

/** A world with every default filled in. */
export type World = z.output<typeof worldSchema>;
/** A world as people write it. */
export type WorldInput = z.input<typeof worldSchema>;
