import { sourced, type Sourced } from '../kernel/sourced.js';

const CLASSIC = 'the classic usage report, "Allowed values for details column"; cloud reference 10.4';
const QUERIES = 'published queries and portal rows; cloud reference 10.4';

/** The status reasons of Self-service Password Management, by what they report. */
export const AUDIT_REASONS = {
  submittedUserId: sourced('sample', QUERIES, 'User submitted their user ID'),
  presentedWithOptions: sourced('sample', QUERIES, 'User was presented with verification options'),
  startedOption: sourced('sample', QUERIES, 'User started the {method} verification option'),
  completedOption: sourced('sample', QUERIES, 'User completed the {method} verification option'),
  completedAllVerification: sourced(
    'inferred',
    'cloud reference 10.4: only a shortened transcription of the sentence is public',
    'User completed all verification steps required to reset their password',
  ),
  submittedNewPassword: sourced('sample', QUERIES, 'User submitted a new password'),
  successfullyReset: sourced('sample', QUERIES, 'User successfully reset password'),
  completedReset: sourced('sample', 'cloud reference 9 and 10.3', 'Successfully completed reset.'),

  onPremisesPolicyViolation: sourced('article', 'the founding article', 'OnPremisesPolicyViolation'),
  didNotMeetOnPremisesPolicy: sourced(
    'article',
    'the founding article',
    'User submitted a password that did not meet the requirements of the AD on-prem policy',
  ),
  onPremisesAdminActionRequired: sourced('report', 'outcomes.md, ADM', 'OnPremisesAdminActionRequired'),
  onPremisesConnectivityError: sourced('sample', 'outcomes.md, row 13', 'OnPremisesConnectivityError'),

  notEnabledForUser: sourced('sample', QUERIES, 'Password reset is not enabled for this user'),
  noLicence: sourced(
    'doc',
    CLASSIC,
    'User does not have a license. You can add a license to the user to resolve this',
  ),
  tooFewMethods: sourced(
    'sample',
    `${CLASSIC}; the trailing blank is the product's`,
    "User's account has insufficient authentication methods defined. Add authentication info to resolve this ",
  ),
  managedOnPremises: sourced(
    'doc',
    CLASSIC,
    "User's password is managed on-premises. You can enable Password Writeback to resolve this",
  ),
  couldNotReachService: sourced(
    'doc',
    CLASSIC,
    "We could not reach your on-premises password reset service. Check your sync machine's event log",
  ),
  onPremisesProblem: sourced(
    'doc',
    CLASSIC,
    "We encountered a problem while resetting the user's on-premises password. Check your sync machine's event log",
  ),
  disabledForTenant: sourced(
    'doc',
    `${CLASSIC}, without its link`,
    'Password reset has been disabled entirely for this tenant.',
  ),
  abandonedWhileChoosing: sourced('doc', CLASSIC, 'User abandoned while selecting a new password'),
} as const satisfies Record<string, Sourced>;

export type AuditReason = keyof typeof AUDIT_REASONS;
