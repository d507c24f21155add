import * as z from 'zod/mini';
import { MOMENT_SAYS, momentText } from '../world/moment-text.js';
import { RIGHT_NAMES } from '../domain/access-rights.js';
import { ACCOUNT_OPTIONS, type AccountOption } from '../simulation/actions/account-options.js';
import { skewIn } from '../world/clock-skew.js';
import { readable } from '../world/readable.js';
import { described, wholeNumber } from '../world/described.js';
import { DURATION_SAYS, durationText } from '../world/duration-text.js';

const right = described('The right.', z.enum(RIGHT_NAMES));
const user = described('The account, by sAMAccountName.', z.string());
const at = described(
  'The domain controller at which it is done, by name; the first that runs and is writable, if left out. The others hear of it by replication.',
  z.optional(z.string().check(z.minLength(1))),
);
const unit = described('The organizational unit, by path.', z.string());

/** What an administrator of the domain does to somebody or something. */
export const domainActionSchema = z.discriminatedUnion('action', [
  z
    .strictObject({
      action: described(
        'An entry of an access control list is written, or those for the right are removed. On an account itself it is in effect at once; on the domain, a unit or AdminSDHolder only after the delay of permissions, or the next run of SDProp.',
        z.enum(['grant-right', 'revoke-right', 'deny-right']),
      ),
      right,
      on: described(
        'Where the entry is written: "domain", which is the default, "AdminSDHolder", or an organizational unit by path. Accounts below inherit it after the permission delay.',
        z.optional(z.string()),
      ),
      user: described(
        'In place of `on`: the account on which the entry is written itself, by sAMAccountName. That is in effect at once.',
        z.optional(z.string()),
      ),
      to: described(
        'Whom it concerns: an account, a group, "Everyone", "Authenticated Users" or "SELF"; the connector account if left out.',
        z.optional(z.string().check(z.minLength(1))),
      ),
      at,
    })
    .check(z.refine((one) => one.on === undefined || one.user === undefined, 'either on or user, not both')),
  z
    .strictObject({
      action: described(
        'Inheritance is switched off or on. On an account at once; on a unit after the delay of permissions.',
        z.enum(['disable-inheritance', 'enable-inheritance']),
      ),
      user: z.optional(user),
      unit: z.optional(unit),
      at,
    })
    .check(z.refine((one) => (one.user === undefined) !== (one.unit === undefined), 'name a user or a unit')),
  z
    .strictObject({
      action: described(
        'A membership; it is in effect where it is written at once. Members of protected groups are protected from the next hourly run of SDProp on, and stay so afterwards.',
        z.enum(['add-to-group', 'remove-from-group']),
      ),
      user: described(
        'The account that becomes a member, or is one no more: a user by sAMAccountName, or the connector account.',
        z.optional(z.string()),
      ),
      memberGroup: described('In place of `user`: another group, by name.', z.optional(z.string())),
      group: described(
        'The group, by name: one of the world, or one that every domain has, such as Domain Admins.',
        z.string().check(z.minLength(1)),
      ),
      at,
    })
    .check(
      z.refine(
        (one) => (one.user === undefined) !== (one.memberGroup === undefined),
        'name a user or a memberGroup',
      ),
    ),
  z.strictObject({
    action: described(
      'What is done to an account; at once. clear-admin-count leaves inheritance off: enable-inheritance mends that. unlock writes lockoutTime = 0. require-password-change is set-option with mustChangePassword.',
      z.enum(['clear-admin-count', 'unlock', 'disable-account', 'enable-account', 'require-password-change']),
    ),
    user,
    at,
  }),
  z.strictObject({
    action: described(
      'A domain controller stops or starts.',
      z.enum(['stop-controller', 'start-controller']),
    ),
    controller: described('The domain controller, by name.', z.string().check(z.minLength(1))),
  }),
  z.strictObject({
    action: described(
      'Every domain controller fetches what the others have, now, or applies group policy.',
      z.enum(['replicate', 'update-group-policy']),
    ),
  }),
  z.strictObject({
    action: described('The clock of a machine is set.', z.literal('set-clock')),
    machine: described('A domain controller or the sync server, by name.', z.string()),
    skew: described(
      'How far its clock is off from then on: "7 min", "-7 min", or "0".',
      z.string().check(readable(skewIn)),
    ),
  }),
  z.strictObject({
    action: described(
      'The password policy in the Default Domain Policy is edited, as with the Group Policy editor; domain controllers apply it when they next look.',
      z.literal('change-password-policy'),
    ),
    policy: described(
      'What changes of the password policy in the Default Domain Policy; the PDC emulator applies it when it next looks.',
      z.strictObject({
        history: described('Enforce password history.', z.optional(wholeNumber(0, 24))),
        minimumAge: described('Minimum password age.', z.optional(durationText)),
        minimumLength: described('Minimum password length.', z.optional(wholeNumber(0, 14))),
        complexity: described('Password must meet complexity requirements.', z.optional(z.boolean())),
      }),
    ),
  }),
  z.strictObject({
    action: described(
      'The sync server\'s list "Only use preferred domain controllers".',
      z.literal('prefer-controllers'),
    ),
    controllers: described('The list as typed in; [] for any.', z.array(z.string())),
  }),
  z.strictObject({
    action: described(
      'A plain reset, as in Active Directory Users and Computers. It does not unlock.',
      z.literal('set-password'),
    ),
    user,
    newPassword: described('The new password.', z.string()),
    mustChange: described(
      'Whether "User must change password at next logon" is ticked with it. Password hash synchronisation carries a password up within two minutes; such a temporary one only where the tenant has temporaryPasswords.',
      z.optional(z.boolean()),
    ),
    at,
  }),
  z.strictObject({
    action: described(
      'A box on the tab Account is ticked or cleared.',
      z.enum(['set-option', 'clear-option']),
    ),
    user,
    option: described(
      'The box on the tab Account. Ticking smartcardRequired replaces the password by a random one.',
      z.enum(Object.keys(ACCOUNT_OPTIONS) as [AccountOption, ...AccountOption[]]),
    ),
    at,
  }),
  z.strictObject({
    action: described('When the account expires.', z.literal('set-account-expiry')),
    user,
    expires: described(
      `"never", or when the account expires: ${MOMENT_SAYS}, counted from this step.`,
      z.union([z.literal('never'), momentText]),
    ),
    at,
  }),
  z.strictObject({
    action: described(
      'The account is moved to another unit, whose permissions it inherits at once.',
      z.literal('move'),
    ),
    user,
    unit,
    at,
  }),
  z.strictObject({
    action: described(
      "Changes the domain's password policy at once, as Set-ADDefaultDomainPasswordPolicy does; what is left out stays.",
      z.literal('set-password-policy'),
    ),
    history: described('Enforce password history.', z.optional(wholeNumber(0, 24))),
    minimumLength: described(
      'Minimum password length; above 14 it is not enforced unless the limits are relaxed.',
      z.optional(wholeNumber(0, 128)),
    ),
    minimumAge: described(`Minimum password age: ${DURATION_SAYS}.`, z.optional(durationText)),
    maximumAge: described(
      `Maximum password age: ${DURATION_SAYS}, or "never".`,
      z.optional(z.union([z.literal('never'), durationText])),
    ),
    complexity: described('Password must meet complexity requirements.', z.optional(z.boolean())),
    reversibleEncryption: described('Store passwords using reversible encryption.', z.optional(z.boolean())),
    lockoutThreshold: described('Account lockout threshold.', z.optional(wholeNumber(0, 999))),
    lockoutDuration: described(
      `Account lockout duration: ${DURATION_SAYS}, or "until unlocked".`,
      z.optional(z.union([z.literal('until unlocked'), durationText])),
    ),
    lockoutObservationWindow: described(
      `Reset account lockout counter after: ${DURATION_SAYS}.`,
      z.optional(durationText),
    ),
  }),
]);
