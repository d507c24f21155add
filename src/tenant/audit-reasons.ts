import { article, sourced, unpublished, type Sourced } from '../kernel/sourced.js';
import { ANONYMISED_ROWS, CLASSIC_REPORT, EXPORTED_ROWS, QUERIES, SIGN_IN_ERROR_CODES } from './sources.js';

/** Rows of a reset by somebody whom it is not enabled for. */
const ROWS_OF_A_REFUSAL =
  'WesleySecurityIAM/iam-identity-lifecycle: evidencias/sanitizadas/IAM-006/EV-IAM-006-03-eventos-senha.md';

/** No row of today that is public has the sentence, so that it has survived is inferred from others that have. */
function classic(text: string): Sourced & { readonly text: string } {
  return sourced('inferred', `inferred: the report of 2015 said so (${CLASSIC_REPORT})`, text);
}

/** The row of a refused change by today's one known example: the error's name without what all of them begin with. */
function changeError(code: string, name: string): Sourced & { readonly text: string } {
  const source = `inferred: ${code} is PasswordChange${name} (${SIGN_IN_ERROR_CODES}), and the one public row of a refused change has such a name without "PasswordChange"`;
  return sourced('inferred', source, name);
}

/** The status reasons of Self-service Password Management, by what they report. */
export const AUDIT_REASONS = {
  submittedUserId: sourced('sample', ROWS_OF_A_REFUSAL, 'User submitted their user ID'),
  presentedWithOptions: sourced('sample', QUERIES, 'User was presented with verification options'),
  startedOption: sourced(
    'sample',
    `${QUERIES}; "office voice call" is inferred from the others`,
    'User started the {method} verification option',
  ),
  completedOption: sourced(
    'sample',
    `${QUERIES}; "office voice call" and "mobile app code" are inferred from the others`,
    'User completed the {method} verification option',
  ),
  usedOathOption: unpublished('no public row or page about a reset shows the OATH token methods'),
  securityInfo: unpublished('no page gives reasons of the registration activities'),
  completedAllVerification: sourced(
    'inferred',
    'inferred: the rows in a public "Lab 04 — SSPR & authentication methods" of 2026 break off after "required"',
    'User completed all verification steps required to reset their password',
  ),
  submittedNewPassword: sourced('sample', EXPORTED_ROWS, 'User submitted a new password'),
  successfullyReset: sourced('sample', EXPORTED_ROWS, 'User successfully reset password'),
  completedReset: sourced('sample', EXPORTED_ROWS, 'Successfully completed reset.'),

  fuzzyPolicyViolation: sourced(
    'doc',
    'MicrosoftDocs/entra-docs: docs/identity/authentication/howto-sspr-reporting.md',
    'FuzzyPolicyViolationInvalidPassword',
  ),
  cloudPolicy: unpublished('no row or page shows a reset that the cloud refuses for length or characters'),
  onPremisesSuccessCloudFailure: sourced(
    'sample',
    'MicrosoftDocs/entra-docs issue 694, 2024: a row with the result "success"',
    'OnPremisesSuccessCloudFailure',
  ),
  onPremisesPolicyViolation: article('OnPremisesPolicyViolation'),
  didNotMeetOnPremisesPolicy: article(
    'User submitted a password that did not meet the requirements of the AD on-prem policy',
  ),
  onPremisesAdminActionRequired: sourced(
    'report',
    'the blog post "KB - SelfServicePasswordReset write-back problem - error hr=80230818", 2022',
    'OnPremisesAdminActionRequired',
  ),
  onPremisesConnectivityError: sourced(
    'sample',
    'gotoguy.blog, "Alert on On-premises Connectivity for Self Service Password Reset using Azure Monitor and Azure AD Activity Logs in Log Analytics", 2018',
    'OnPremisesConnectivityError',
  ),

  changed: sourced('sample', EXPORTED_ROWS, 'None'),
  changeIncorrectCurrentPassword: changeError('AADSTS120000', 'IncorrectCurrentPassword'),
  changeFuzzyPolicy: sourced(
    'sample',
    'rows of a change that a tenant published in 2026',
    'PasswordDoesnotComplyFuzzyPolicy',
  ),
  changeTooWeak: changeError('AADSTS120002', 'InvalidNewPasswordWeak'),
  changeOnPremisesComplexity: changeError('AADSTS120004', 'OnPremComplexity'),
  changeNeedsToHappenOnPremises: changeError('AADSTS120012', 'NeedsToHappenOnPrem'),
  changeOnPremisesConnectivity: changeError('AADSTS120013', 'OnPremisesConnectivityFailure'),
  changeLockedOutOrDisabled: changeError('AADSTS120014', 'OnPremUserAccountLockedOutOrDisabled'),
  changeAdminActionRequired: changeError('AADSTS120015', 'ADAdminActionRequired'),
  changeNotInScope: unpublished(
    'the report of changes refused outside the scope of password reset shows no row',
  ),
  changeSucceededOnPremisesOnly: sourced(
    'sample',
    `${ANONYMISED_ROWS}, a change`,
    'On-premises operation result: ChangeSuccess. Cloud operation result: Unknown',
  ),
  administratorResetFailed: unpublished(
    'no public row shows why an administrator could not reset a password',
  ),
  unlock: unpublished('MicrosoftDocs/entra-docs: howto-sspr-reporting.md has the activity and no reasons'),

  notEnabledForUser: sourced(
    'sample',
    `${ROWS_OF_A_REFUSAL}; that it also stands for being outside the selected group is inferred`,
    'Password reset is not enabled for this user',
  ),
  noLicence: classic('User does not have a license. You can add a license to the user to resolve this'),
  tooFewMethods: sourced(
    'sample',
    `${QUERIES}; the trailing blank is the product's`,
    "User's account has insufficient authentication methods defined. Add authentication info to resolve this ",
  ),
  managedOnPremises: classic(
    "User's password is managed on-premises. You can enable Password Writeback to resolve this",
  ),
  couldNotReachService: classic(
    "We could not reach your on-premises password reset service. Check your sync machine's event log",
  ),
  onPremisesProblem: classic(
    "We encountered a problem while resetting the user's on-premises password. Check your sync machine's event log",
  ),
  /** Without the sentence after it, which was a link. */
  disabledForTenant: classic('Password reset has been disabled entirely for this tenant.'),
  abandonedWhileChoosing: classic('User abandoned while selecting a new password'),
  noCookies: classic('User tried to reset from a device without cookies enabled'),
  abandonedAfterUserId: classic('User abandoned after entering their user ID'),
  abandonedAfterStarting: classic('User abandoned after starting the {method} verification option'),
  abandonedAfterStartingQuestions: classic('User abandoned after starting the security questions option'),
  abandonedAfterCompleting: classic('User abandoned after completing the {method} verification option'),
  abandonedAfterCompletingQuestions: classic('User abandoned after completing the security questions option'),
  abandonedBeforeChoosing: classic('User abandoned before selecting a new password'),
  cancelledBeforePassing: sourced(
    'sample',
    QUERIES,
    'User cancelled before passing the required authentication methods',
  ),
  cancelledBeforeSubmitting: classic('User cancelled before submitting a new password'),
  contactedAfterTrying: classic('User contacted an admin after trying the {method} verification option'),
  contactedAfterQuestions: classic(
    'User contacted an admin after trying the security question verification option',
  ),
  contactedAdministrator: unpublished('the usage report words it only for those who tried an option'),
  leftAfterUnlistedOption: unpublished('the usage report is older than the app and token options'),
  blockedAfterSms: classic(
    'User entered too many invalid SMS verification codes and is blocked for 24 hours',
  ),
  blockedAfterEmail: classic(
    'User entered too many invalid email verification codes and is blocked for 24 hours',
  ),
  blockedAfterMobileCalls: classic(
    'User tried mobile phone voice verification too many times and is blocked for 24 hours',
  ),
  blockedAfterOfficeCalls: classic(
    'User tried office phone voice verification too many times and is blocked for 24 hours',
  ),
  blockedAfterQuestions: classic(
    'User tried to answer security questions too many times and is blocked for 24 hours',
  ),
  blockedAfterPhoneNumber: classic(
    'User tried to verify a phone number too many times and is blocked for 24 hours',
  ),
  blocked: unpublished(
    'the usage report is older than the app and token options, and than the limit of resets',
  ),
} as const satisfies Record<string, Sourced>;

export type AuditReason = keyof typeof AUDIT_REASONS;
