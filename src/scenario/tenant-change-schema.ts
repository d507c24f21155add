import * as z from 'zod/mini';
import { TENANT_CHANGE_KINDS } from '../simulation/actions/tenant-change.js';
import { ADMINISTRATOR_ROLES } from '../tenant/administrator-roles.js';
import { SKU_PART_NUMBERS } from '../tenant/licences.js';
import { METHODS } from '../tenant/methods.js';
import { MIGRATIONS } from '../tenant/state.js';
import { described, wholeNumber } from '../world/described.js';
import { bannedTerms } from '../world/password-protection-schema.js';
import { helpdeskLink } from '../world/tenant-schema.js';
import { DURATION_SAYS, durationText } from '../world/duration-text.js';

const user = described(
  'The user, by account name or cloud sign-in name.',
  z.string().check(z.minLength(1, 'name a user')),
);
const group = described('The group, by name.', z.string().check(z.minLength(1, 'name a group')));
const methods = z.array(z.enum(METHODS));
const membership = z.strictObject({ user, group });
const assignment = z.strictObject({
  user,
  role: described('The administrator role.', z.enum(ADMINISTRATOR_ROLES)),
});
const licence = z.strictObject({
  user,
  sku: described('The licence, by SKU part number.', z.enum(SKU_PART_NUMBERS)),
});
const oneMethod = z.strictObject({ user, method: described('The verification method.', z.enum(METHODS)) });

/** One change of the tenant; exactly one. */
export const tenantChangeSchema = z
  .strictObject({
    enableFor: described(
      'Password reset > Properties: none, all, or { group: name }.',
      z.optional(z.union([z.enum(['none', 'all']), z.strictObject({ group })])),
    ),
    requireMethods: described(
      'Number of methods required to reset.',
      z.optional(z.union([z.literal(1), z.literal(2)])),
    ),
    allowMethods: described('Methods available to users.', z.optional(methods)),
    allowInPolicy: described('Methods that the Authentication methods policy allows.', z.optional(methods)),
    migrate: described('How far the tenant has migrated to that policy.', z.optional(z.enum(MIGRATIONS))),
    addToGroup: described('A user becomes a member of a group.', z.optional(membership)),
    removeFromGroup: described('A user leaves a group.', z.optional(membership)),
    assignRole: described('A user gets an administrator role.', z.optional(assignment)),
    removeRole: described('A user loses an administrator role.', z.optional(assignment)),
    subscribe: described('The tenant gets a subscription.', z.optional(z.enum(SKU_PART_NUMBERS))),
    endSubscription: described('A subscription ends.', z.optional(z.enum(SKU_PART_NUMBERS))),
    assignLicence: described('A user gets a licence.', z.optional(licence)),
    removeLicence: described('A user loses a licence.', z.optional(licence)),
    registerMethod: described('A verification method is registered for a user.', z.optional(oneMethod)),
    deleteMethod: described(
      'A verification method that a user has registered is deleted. A number or an address in the directory (mobilePhone, officePhone, email) is none: it stays, and goes on serving for its method.',
      z.optional(oneMethod),
    ),
    setMobilePhone: described(
      "A user's mobile number in the directory is set.",
      z.optional(z.strictObject({ user, number: described('The number as it is typed.', z.string()) })),
    ),
    letAdministratorsReset: described('allowedToUseSSPR, which takes 60 minutes.', z.optional(z.boolean())),
    askQuestions: described(
      'Number of security questions required to register and to reset, 3 to 5.',
      z.optional(
        z.strictObject({
          toRegister: described('Number of questions required to register.', wholeNumber(3, 5)),
          toReset: described('Number of questions required to reset.', wholeNumber(3, 5)),
        }),
      ),
    ),
    notifyUsers: described('Notify users on password resets?', z.optional(z.boolean())),
    notifyAdministrators: described(
      'Notify all admins when other admins reset their password?',
      z.optional(z.boolean()),
    ),
    helpdesk: described(
      'Custom helpdesk email or URL; "none" takes it away.',
      z.optional(z.union([z.literal('none'), helpdeskLink])),
    ),
    requireRegistration: described('Require users to register when signing in.', z.optional(z.boolean())),
    reconfirmAfter: described(
      'Days before users are asked to confirm again, 0 for never.',
      z.optional(wholeNumber(0, 730)),
    ),
    register: described(
      'A user goes to https://aka.ms/ssprsetup to register methods.',
      z.optional(
        z.strictObject({
          user,
          methods: described(
            'What is to be registered; only what is offered can be.',
            methods.check(z.minLength(1, 'name a method')),
          ),
        }),
      ),
    ),
    banPasswords: described(
      'The custom list of banned passwords, whole; it takes hours.',
      z.optional(bannedTerms),
    ),
    enforceCustomList: described('Enforce custom list; it takes hours.', z.optional(z.boolean())),
    takes: described(
      `How long until it is in effect, where that is not the usual time: ${DURATION_SAYS}.`,
      z.optional(durationText),
    ),
  })
  .check(
    z.refine(
      (one) => TENANT_CHANGE_KINDS.filter((kind) => one[kind] !== undefined).length === 1,
      `a change is exactly one of: ${TENANT_CHANGE_KINDS.join(', ')}`,
    ),
  );
