import { article, sourced, unpublished, type Sourced } from '../kernel/sourced.js';
import { ERROR_TABLE, SSPR_0029 } from './sources.js';
import { ADMINISTRATOR_SCREENS, type AdministratorScreen } from './administrator-screens.js';
import { CHANGE_SCREENS, type ChangeScreen } from './change-screens.js';
import { LEGACY_SCREENS } from './legacy-screens.js';

/**
 * Which wording the pages use: `portal` is what the live portal shows, the founding article's wording first;
 * `docs` is the documented table of errors; `legacy` is what the portal showed before it had numbers. Where only one is
 * known, all show it.
 */
export const TEXT_PROFILES = ['portal', 'docs', 'legacy'] as const;
export type TextProfile = (typeof TEXT_PROFILES)[number];

/** A page, or a message on a page, as the person reads it. */
export interface Screen {
  /** The documented number of what the page stands for, such as SSPR_0029; its text may show none, or another. */
  readonly code?: string;
  readonly lines: readonly Sourced[];
}

/** The table's words, without the sentence that links to more. */
const table = (text: string): Screen['lines'][number] => sourced('doc', ERROR_TABLE, text);
const support = (text: string): Screen['lines'][number] => sourced('doc', SSPR_0029, text);

const banned = (text: string): Screen['lines'][number] =>
  sourced('doc', 'MicrosoftDocs/entra-docs: docs/identity/authentication/concept-password-ban-bad.md', text);

/** The pages of the error codes. */
const codes = (text: string): Screen['lines'][number] =>
  sourced('doc', 'MicrosoftDocs/entra-docs: docs/identity/authentication/troubleshoot-sspr.md', text);
const administratorPage = (text: string): Screen['lines'][number] =>
  sourced(
    'doc',
    'MicrosoftDocs/SupportArticles-docs: support/entra/entra-id/user-prov-sync/password-writeback-error-code-sspr-009.md',
    text,
  );

const PORTAL: Readonly<Record<ScreenName, Screen>> = {
  passwordReset: {
    lines: [
      sourced(
        'doc',
        'MicrosoftDocs/azure-docs: articles/active-directory/user-help/active-directory-passwords-update-your-own-password.md, "the message saying that your password has been reset"',
        'Your password has been reset',
      ),
    ],
  },
  onPremisesPolicy: {
    lines: [
      article(
        'This password does not meet the length, complexity, age, or history requirements of your corporate password policy.',
      ),
    ],
  },
  globallyBanned: {
    lines: [
      banned(
        'Unfortunately, your password contains a word, phrase, or pattern that makes your password easily guessable. Please try again with a different password.',
      ),
    ],
  },
  bannedByTenant: {
    lines: [
      banned(
        "Unfortunately, you can't use that password because it contains words or characters that have been blocked by your administrator. Please try again with a different password.",
      ),
    ],
  },
  cloudPolicy: {
    lines: [unpublished('no public page shows what a password too short or too plain for the cloud gets')],
  },
  acceptedOnPremisesOnly: {
    lines: [
      table(
        "We've reset your password successfully, but you have to wait a few minutes before the changes are committed to the cloud. After these changes are committed, you can use your new password wherever you sign in with a work or school account.",
      ),
      table(
        'Password reset was successful on-premises, but there was an error while writing to the cloud. The error might be caused by a time-out, or a cloud password policy, throttling, or other reasons.',
      ),
    ],
  },
  registrationNotEnabled: { lines: [codes('Your administrator has not enabled you to use this feature.')] },
  registrationPrompt: {
    lines: [
      sourced(
        'sample',
        'notes.kodekloud.com, "Self-service password reset (SSPR)", Microsoft Azure Administrator AZ-104',
        'Your organization needs more information to keep your account secure.',
      ),
    ],
  },
  confirmationPrompt: { lines: [unpublished('no public page shows how users are asked to confirm again')] },
  nothingToRegister: {
    lines: [
      unpublished('concept-sspr-policy.md says that a message tells administrators so, not in which words'),
    ],
  },
  ssprDisabled: notAvailableWithLicence('SSPR_0009'),
  noLicence: notAvailableWithLicence('SSPR_0012'),
  notInScope: {
    code: 'SSPR_0013',
    lines: [
      sourced(
        'sample',
        'supreethr23/SC-300-Identity-and-Access-Administrator: Instructions/Labs/Lab_09_ConfigureAndDeploySelfServicePasswordReset.md, task 5',
        "You can't reset your own password because password reset isn't turned on for your account.",
      ),
    ],
  },
  cookiesDisabled: { lines: [unpublished('no public page shows what a browser without cookies gets')] },
  wrongCode: { lines: [unpublished('no public page shows the answer to a wrong code')] },
  codeExpired: { lines: [unpublished('no public page shows the answer to a code that came late')] },
  phoneNumberMismatch: { lines: [unpublished('no public page shows the answer to another number')] },
  blocked: { lines: [unpublished('no public page shows what a blocked person reads')] },
  sessionExpired: { lines: [unpublished('no public page shows how a session ends that ran out')] },
  administratorResetOff: {
    code: 'SSPR_009',
    lines: [
      administratorPage(
        "You can't reset your own password because password reset isn't turned on for your organization.",
      ),
      administratorPage(
        "SSPR_009: Your organization hasn't turned on password reset. If you're an administrator, you can get more information from the \"How to enable password reset\" article. If you're not an administrator, you can provide this information when you contact your administrator.",
      ),
    ],
  },
  policyMissing: {
    code: 'SSPR_0011',
    lines: [
      codes(
        "We're sorry, you can't reset your password at this time because your administrator hasn't configured password reset for your organization. There's no further action you can take to resolve this situation. Contact your admin and ask them to configure password reset.",
      ),
      codes(
        "SSPR_0011: Your organization hasn't defined a password reset policy. Contact your admin and ask them to define a password reset policy.",
      ),
    ],
  },
  methodsNotAllowed: {
    code: 'SSPR_0014',
    lines: [
      sourced(
        'sample',
        'published lab notes of 2026 on a method that the Authentication methods policy did not allow',
        'Your organization has not properly set up password reset.',
      ),
    ],
  },
  tooFewMethods: {
    code: 'SSPR_0014',
    lines: [
      table(
        "We're sorry, you can't reset your password at this time because necessary information is missing from your account. There's no further action you can take to resolve this situation. Contact your admin and ask them to reset your password for you. After you can access to your account again, you need to register the necessary information.",
      ),
      table(
        'SSPR_0014: Additional security info is needed to reset your password. To proceed, contact your admin and ask them to reset your password. After you can access to your account, you can register additional security info at https://aka.ms/ssprsetup. Your admin can add additional security info to your account by following the steps in Set and read authentication data for password reset.',
      ),
    ],
  },
  writebackNotEnabled: {
    code: 'SSPR_0010',
    lines: [
      article(
        "You can't reset your own password because password writeback, how your password changes in the cloud are copied to your organization's on-premises system, isn't turned on for your organization",
      ),
    ],
  },
  ...CHANGE_SCREENS,
  ...ADMINISTRATOR_SCREENS,
  reasonPage: {
    lines: [
      support('Why are you having trouble signing in?'),
      support('I forgot my password'),
      support("I know my password, but still can't sign in"),
    ],
  },
  accountUnlocked: {
    lines: [unpublished('no public page shows how an unlock without a reset ends')],
  },
  onPremisesConfiguration: {
    code: 'SSPR_0029',
    lines: [
      support("We're sorry"),
      support(
        "SSPR_0029: Your organization hasn't properly set up the on-premises configuration for password reset.",
      ),
      support(
        "If you're an administrator, you can get more information from the Troubleshoot password writeback article. If you're not an administrator, you can provide this information when you contact your administrator.",
      ),
    ],
  },
  onPremisesConnectivity: {
    code: 'SSPR_0030',
    lines: [
      table(
        "We're sorry, we can't reset your password at this time because of connectivity issues to your organization. There's no action to take right now, but the problem might be resolved if you try again later. If the problem persists, contact your admin and ask them to investigate.",
      ),
      table(
        "SSPR_0030: We can't reset your password due to a poor connection with your on-premises environment. Contact your admin and ask them to investigate.",
      ),
    ],
  },
};

/** The documented wording, where it differs from the portal's. */
const DOCS: Readonly<Partial<Record<ScreenName, Screen>>> = {
  ssprDisabled: {
    code: 'SSPR_0009',
    lines: [
      table(
        "We're sorry, you can't reset your password at this time because your administrator has disabled password reset for your organization. There's no further action you can take to resolve this situation. Contact your admin and ask them to enable this feature.",
      ),
      table(
        "SSPR_0009: We've detected that password reset hasn't been enabled by your administrator. Contact your admin and ask them to enable password reset for your organization.",
      ),
    ],
  },
  noLicence: {
    code: 'SSPR_0012',
    lines: [
      table(
        "We're sorry, you can't reset your password at this time because required licenses are missing from your organization. There's no further action you can take to resolve this situation. Contact your admin and ask them to check your license assignment.",
      ),
      table(
        "SSPR_0012: Your organization doesn't have the required licenses necessary to perform password reset. Contact your admin and ask them to review the license assignments.",
      ),
    ],
  },
  notInScope: {
    code: 'SSPR_0013',
    lines: [
      table(
        "We're sorry, you can't reset your password at this time because your administrator hasn't configured your account to use password reset. There's no further action you can take to resolve this situation. Contact your admin and ask them to configure your account for password reset.",
      ),
      table(
        "SSPR_0013: You aren't a member of a group enabled for password reset. Contact your admin and request to be added to the group.",
      ),
    ],
  },
  writebackNotEnabled: {
    code: 'SSPR_0010',
    lines: [
      table(
        "We're sorry, you can't reset your password at this time because your administrator hasn't enabled a necessary service for your organization. There's no further action you can take to resolve this situation. Contact your admin and ask them to check your organization's configuration.",
      ),
      table(
        "SSPR_0010: We've detected that password writeback hasn't been enabled. Contact your admin and ask them to enable password writeback.",
      ),
    ],
  },
  onPremisesConfiguration: {
    code: 'SSPR_0029',
    lines: [
      table(
        "We're sorry, we can't reset your password at this time because of a problem with your organization's password reset configuration. There's no further action you can take to resolve this situation. Contact your admin and ask them to investigate.",
      ),
      table(
        "SSPR_0029: We're unable to reset your password due to an error in your on-premises configuration. Contact your admin and ask them to investigate.",
      ),
    ],
  },
};

export type ScreenName =
  | ChangeScreen
  | AdministratorScreen
  | 'reasonPage'
  | 'accountUnlocked'
  | 'passwordReset'
  | 'onPremisesPolicy'
  | 'globallyBanned'
  | 'bannedByTenant'
  | 'cloudPolicy'
  | 'acceptedOnPremisesOnly'
  | 'registrationNotEnabled'
  | 'nothingToRegister'
  | 'registrationPrompt'
  | 'confirmationPrompt'
  | 'ssprDisabled'
  | 'noLicence'
  | 'notInScope'
  | 'cookiesDisabled'
  | 'wrongCode'
  | 'codeExpired'
  | 'phoneNumberMismatch'
  | 'blocked'
  | 'sessionExpired'
  | 'administratorResetOff'
  | 'policyMissing'
  | 'tooFewMethods'
  | 'methodsNotAllowed'
  | 'writebackNotEnabled'
  | 'onPremisesConfiguration'
  | 'onPremisesConnectivity';

export const SCREEN_NAMES = Object.keys(PORTAL) as ScreenName[];

/** The wording of a page in a text profile. */
export function screenIn(profile: TextProfile, name: ScreenName): Screen {
  if (profile === 'portal') return PORTAL[name];
  return (profile === 'docs' ? documented(name) : LEGACY_SCREENS[name]) ?? PORTAL[name];
}

/** What the portal words in its own way stands in the table of codes under its number. */
function documented(name: ScreenName): Screen | undefined {
  return name === 'methodsNotAllowed' ? PORTAL.tooFewMethods : DOCS[name];
}

/** The article's one page for two causes: SSPR set to None, and no licence. */
function notAvailableWithLicence(code: string): Screen {
  return {
    code,
    lines: [
      article(
        "You can't reset your own password because password reset isn't available with your organization's license.",
      ),
      article(
        "You must contact your administrator to both reset your password and to check your organization's setup.",
      ),
      article('Hide additional details'),
      article(
        "SSPR_0012: Your organization doesn't have the required licenses necessary to use password reset.",
      ),
      article(
        "If you're an administrator, you can get more information from the Licensing requirements for Azure AD self-service password reset article. If you're not an administrator, you can provide this information when you contact your administrator.",
      ),
    ],
  };
}
