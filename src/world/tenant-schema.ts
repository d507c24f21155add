import * as z from 'zod/mini';
import { ADMINISTRATOR_ROLES } from '../tenant/administrator-roles.js';
import { SKU_PART_NUMBERS } from '../tenant/licences.js';
import { CLOUDS } from '../tenant/mails.js';
import { METHODS } from '../tenant/methods.js';
import { SIGN_IN_METHODS } from '../tenant/sign-in.js';
import { MIGRATIONS } from '../tenant/state.js';
import { described, flag, wholeNumber } from './described.js';
import { DURATION_SAYS, durationText } from './duration-text.js';
import { MOMENT_SAYS, momentText } from './moment-text.js';

const groupName = z.string().check(z.minLength(1, 'a group has a name'), z.maxLength(256));
const build = z.string().check(z.regex(/^\d+(\.\d+){3}$/, 'a build looks like 2.1.20.0'));

/** Where "Contact your administrator" may lead. */
export const helpdeskLink = z
  .string()
  .check(z.regex(/^(https?:\/\/\S+|[^@\s]+@[^@\s]+)$/, 'a helpdesk link is a URL or a mail address'));

/** A user as Entra ID knows it. */
export const cloudUser = z.strictObject({
  userPrincipalName: described(
    "The cloud sign-in name; name@ the tenant's initial domain if left out.",
    z.optional(z.string().check(z.regex(/^[^@\s]+@[^@\s]+$/, 'a sign-in name looks like name@domain'))),
  ),
  firstName: described(
    'The first name, which no password may contain; of a display name of several words the first, if left out.',
    z.optional(z.string()),
  ),
  lastName: described('The last name, likewise; the last word.', z.optional(z.string())),
  methods: described(
    'The verification methods that the user has registered.',
    z._default(z.array(z.enum(METHODS)), ['email', 'mobile SMS']),
  ),
  mobilePhone: described(
    'The mobile number in the directory, which works without registering: "+1 4251234567", with the blank. In any other form no method can use it.',
    z.optional(z.string()),
  ),
  officePhone: described(
    'The office number in the directory, in the same form; an extension is ignored.',
    z.optional(z.string()),
  ),
  securityQuestions: described(
    'How many security questions the user has answered, of those who have registered them; as many as the tenant asks for if left out.',
    z.optional(wholeNumber(0, 5)),
  ),
  confirmed: described(
    `When the user last confirmed what is registered: ${MOMENT_SAYS}.`,
    z._default(momentText, '30 days ago'),
  ),
  mail: described(
    'The primary mail address, where it is not the sign-in name.',
    z.optional(z.string().check(z.regex(/^[^@\s]+@[^@\s]+$/, 'a mail address looks like name@domain'))),
  ),
  email: described('The alternate email address in the directory.', z.optional(z.string())),
  groups: described('The groups that the user is a member of.', z._default(z.array(z.string()), [])),
  roles: described(
    "The user's administrator roles: holders are under the administrator policy.",
    z._default(z.array(z.enum(ADMINISTRATOR_ROLES)), []),
  ),
  password: described(
    'The password that Entra ID holds, where it is not that of Active Directory.',
    z.optional(z.string()),
  ),
  passwordSet: described(
    `When the password was set, as the cloud knows: ${MOMENT_SAYS}.`,
    z._default(momentText, '30 days ago'),
  ),
  passwordNeverExpires: flag('The password policy DisablePasswordExpiration.', false),
  mustChangePassword: flag('True where Entra ID takes the password for a temporary one.', false),
  licences: described(
    "The user's own licences, by SKU part number.",
    z._default(z.array(z.enum(SKU_PART_NUMBERS)), ['SPE_E3']),
  ),
});

/** Password reset, as the Entra admin center configures it. */
export const sspr = z.strictObject({
  policyDefined: flag('False for a tenant that has no password reset policy at all.', true),
  enabledFor: described(
    'Self service password reset enabled: none, all, or { group: name } for "Selected".',
    z._default(
      z.union([
        z.enum(['none', 'all']),
        z.strictObject({ group: described('The group, by name.', groupName) }),
      ]),
      'all',
    ),
  ),
  methods: described(
    'Methods available to users.',
    z._default(z.array(z.enum(METHODS)), [
      'mobile app notification',
      'mobile app code',
      'email',
      'mobile SMS',
    ]),
  ),
  methodsRequired: described(
    'Number of methods required to reset: 1 or 2.',
    z._default(z.union([z.literal(1), z.literal(2)]), 1),
  ),
  questionsToRegister: described(
    'Number of security questions required to register: 3 to 5.',
    z._default(wholeNumber(3, 5), 5),
  ),
  questionsToReset: described(
    'Number of security questions required to reset: 3 to 5.',
    z._default(wholeNumber(3, 5), 3),
  ),
  registrationRequired: flag('Require users to register when signing in.', true),
  reconfirmAfter: described(
    'Number of days before users are asked to re-confirm their authentication information: 0 to 730, 0 for never.',
    z._default(wholeNumber(0, 730), 180),
  ),
  notifyUsers: flag('Notify users on password resets?', true),
  notifyAdministrators: flag('Notify all admins when other admins reset their password?', false),
  helpdesk: described(
    'Custom helpdesk email or URL, behind the link "Contact your administrator". Left out, administrators get a mail.',
    z.optional(helpdeskLink),
  ),
  sessionLives: described(
    `From the first page to the finished reset: ${DURATION_SAYS}.`,
    z._default(durationText, '15 min'),
  ),
  codeLives: described(
    `How long a code from a mail or a text message is good for: ${DURATION_SAYS}.`,
    z._default(durationText, '5 min'),
  ),
});

/** So many within a window that rolls along. */
const throttleLimit = z.strictObject({
  limit: described('How many.', wholeNumber(1, 1000)),
  window: described(`Within what time: ${DURATION_SAYS}.`, durationText),
});

function limit(of: string, otherwise: number, window: string): z.ZodMiniDefault<typeof throttleLimit> {
  return described(of, z._default(throttleLimit, { limit: otherwise, window }));
}

const throttling = z.strictObject({
  phoneNumber: limit('Wrong telephone numbers typed.', 5, '1 hour'),
  sms: limit('Wrong codes from text messages.', 5, '1 hour'),
  voiceCall: limit('Failed calls.', 5, '1 hour'),
  app: limit('Failures with an app or a token.', 5, '1 hour'),
  questions: limit('Wrong answers to security questions.', 5, '1 hour'),
  emailSend: limit('Mails with a code.', 10, '10 min'),
  failedProof: limit('Failures to prove oneself, by whatever method.', 5, '24 hours'),
  reset: limit('Finished resets.', 5, '1 hour'),
  blocks: described(
    `How long a block lasts, from the attempt that led to it: ${DURATION_SAYS}.`,
    z._default(durationText, '24 hours'),
  ),
});

const smartLockout = z.strictObject({
  threshold: described(
    'So many wrong passwords lock; 10, and 3 in the US Government cloud, if left out.',
    z.optional(wholeNumber(1, 50)),
  ),
  duration: described(`How long the first lock lasts: ${DURATION_SAYS}.`, z._default(durationText, '60 s')),
  growth: described(
    'By how much each lock is longer than the one before. Microsoft does not disclose it; 2 is inferred.',
    z._default(z.number().check(z.minimum(1), z.maximum(100)), 2),
  ),
  longest: described(`No lock is longer; inferred: ${DURATION_SAYS}.`, z._default(durationText, '1 hour')),
});

const authenticationMethods = z.strictObject({
  migration: described(
    'How far the tenant has migrated: not begun (the methods of the password reset page count), in progress (either), complete (this policy alone).',
    z._default(z.enum(MIGRATIONS), 'not begun'),
  ),
  methods: described(
    'The methods that the policy allows.',
    z._default(z.array(z.enum(METHODS)), [
      'mobile app notification',
      'mobile app code',
      'email',
      'mobile SMS',
    ]),
  ),
});

/** What a tenant has besides its licences, its domain and password reset. */
export const tenantSettings = {
  name: described(
    "The tenant's name, which no password may contain; the first part of its initial domain if left out.",
    z.optional(z.string().check(z.minLength(1), z.maxLength(256))),
  ),
  cloud: described(
    "Which of Microsoft's clouds the tenant is in; its mails come from another address.",
    z._default(z.enum(CLOUDS), 'public'),
  ),
  passwordsExpireAfter: described(
    `How old a password of a cloud-only user may become: ${DURATION_SAYS}, or "never". Tenants from before 2021 have 90 days.`,
    z._default(z.union([z.literal('never'), durationText]), 'never'),
  ),
  enforceCloudPolicyForSynchronised: flag(
    'EnforceCloudPasswordPolicyForPasswordSyncedUsers: whether that age holds for synchronised users too.',
    false,
  ),
  education: flag(
    "True for a tenant of a school: a cloud-only user's password need not mix categories of characters.",
    false,
  ),
  signInMethod: described(
    'How synchronised users sign in to the cloud: Entra ID checks the password hash it was sent, has an agent of pass-through authentication check it on-premises, or leaves that to a federation server. A setting of their domain.',
    z._default(z.enum(SIGN_IN_METHODS), 'password hash sync'),
  ),
  temporaryPasswords: flag(
    'The feature ForcePasswordChangeOnLogOn: whether passwords that must be changed are synchronised too.',
    false,
  ),
  throttling: described(
    'When an account is blocked from resetting. Sources give different figures.',
    z.prefault(throttling, {}),
  ),
  smartLockout: described(
    'When Entra ID locks somebody out of signing in. Other figures than the documented ones need P1 or P2, and do not count in 21Vianet.',
    z.prefault(smartLockout, {}),
  ),
  authenticationMethods: described(
    'The Authentication methods policy.',
    z.prefault(authenticationMethods, {}),
  ),
  administratorsMayReset: flag(
    'allowedToUseSSPR: whether holders of administrator roles may reset their own passwords. Sources disagree about its default.',
    true,
  ),
  nestedGroups: described(
    'For a group, the groups that are its members.',
    z._default(z.record(groupName, z.array(groupName)), {}),
  ),
  trialSince: described(
    `When the trial began, for a trial subscription: ${MOMENT_SAYS}.`,
    z.optional(momentText),
  ),
  customDomain: flag('Whether the tenant has a domain besides its initial one.', false),
  clientBuilds: described(
    'The builds of Connect by which the integration page judges the writeback client; the figures are inferred.',
    z.prefault(
      z.strictObject({
        current: described('An older build is reported as out of date.', z._default(build, '2.0.3.0')),
        reporting: described('An older build cannot report its status.', z._default(build, '1.1.0.0')),
      }),
      {},
    ),
  ),
  serviceTrouble: flag("Whether the cloud's side of writeback has trouble of its own.", false),
  directoryTrouble: flag(
    'Whether the directory in the cloud fails to take a password after the domain has.',
    false,
  ),
};
