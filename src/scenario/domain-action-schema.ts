import * as z from 'zod/mini';
import { WRITEBACK_RIGHTS } from '../domain/access-rights.js';
import { described, wholeNumber } from '../world/described.js';
import { DURATION_SAYS, durationText } from '../world/duration-text.js';

const right = described('The right.', z.enum(WRITEBACK_RIGHTS));
const user = described('The account, by sAMAccountName.', z.string());
const at = described(
  'The domain controller at which it is done, by name; the first that runs and is writable, if left out. The others hear of it by replication.',
  z.optional(z.string().check(z.minLength(1))),
);
const unit = described('The organizational unit, by path.', z.string());

/** What an administrator of the domain does to somebody or something. */
export const domainActionSchema = z.discriminatedUnion('action', [
  z.strictObject({
    action: described('What is done.', z.enum(['grant-right', 'revoke-right', 'deny-right'])),
    right,
    on: described(
      '"domain", which is the default, "AdminSDHolder", or an organizational unit by path.',
      z.optional(z.string()),
    ),
    at,
  }),
  z
    .strictObject({
      action: described('What is done.', z.enum(['disable-inheritance', 'enable-inheritance'])),
      user: described('The account whose inheritance it is.', z.optional(user)),
      unit: described('The unit whose inheritance it is.', z.optional(unit)),
      at,
    })
    .check(z.refine((one) => (one.user === undefined) !== (one.unit === undefined), 'name a user or a unit')),
  z.strictObject({
    action: described('What is done.', z.enum(['add-to-group', 'remove-from-group'])),
    user,
    group: described('The group, by name.', z.string().check(z.minLength(1))),
    at,
  }),
  z.strictObject({
    action: described(
      'What is done.',
      z.enum(['clear-admin-count', 'unlock', 'disable-account', 'enable-account', 'require-password-change']),
    ),
    user,
    at,
  }),
  z.strictObject({
    action: described('What is done.', z.enum(['stop-controller', 'start-controller'])),
    controller: described('The domain controller, by name.', z.string().check(z.minLength(1))),
  }),
  z.strictObject({ action: described('What is done.', z.enum(['replicate', 'update-group-policy'])) }),
  z.strictObject({
    action: described('What is done.', z.literal('change-password-policy')),
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
    action: described('What is done.', z.literal('prefer-controllers')),
    controllers: described('The list as typed in; [] for any.', z.array(z.string())),
  }),
  z.strictObject({
    action: described('What is done.', z.literal('set-password')),
    user,
    newPassword: described('The new password.', z.string()),
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
  z.strictObject({ action: described('What is done.', z.literal('move')), user, unit, at }),
]);
