import type { CloudPasswordRefusal } from './cloud-password-rules.js';
import type { AuditReason } from './audit-reasons.js';
import type { EligibilityRefusal } from './eligibility.js';
import type { ScreenName } from './screens.js';

/** What the tenant makes of a refusal: the page, and the reason in the flow's row. */
interface Shown {
  readonly screen: ScreenName;
  readonly flowReason: AuditReason;
}

/**
 * A refusal before the gates writes one flow row and shows one page. The pages are documented for these cases
 * (troubleshoot-sspr.md); the reasons are paired with them by their words, which is inferred.
 */
export const ELIGIBILITY_SHOWN: Readonly<
  Record<Exclude<EligibilityRefusal['rule'], 'sspr-throttled'>, Shown>
> = {
  'cookies-disabled': { screen: 'cookiesDisabled', flowReason: 'noCookies' },
  'administrator-reset-off': { screen: 'administratorResetOff', flowReason: 'notEnabledForUser' },
  'sspr-disabled': { screen: 'ssprDisabled', flowReason: 'disabledForTenant' },
  'sspr-policy-missing': { screen: 'policyMissing', flowReason: 'disabledForTenant' },
  'licence-missing': { screen: 'noLicence', flowReason: 'noLicence' },
  'outside-sspr-scope': { screen: 'notInScope', flowReason: 'notEnabledForUser' },
  'too-few-methods': { screen: 'tooFewMethods', flowReason: 'tooFewMethods' },
  'phone-number-unusable': { screen: 'tooFewMethods', flowReason: 'tooFewMethods' },
  'too-few-security-questions': { screen: 'tooFewMethods', flowReason: 'tooFewMethods' },
  'administrator-too-few-methods': { screen: 'tooFewMethods', flowReason: 'tooFewMethods' },
  'methods-not-allowed': { screen: 'methodsNotAllowed', flowReason: 'tooFewMethods' },
  'writeback-not-licensed': { screen: 'writebackNotEnabled', flowReason: 'managedOnPremises' },
  'writeback-not-enabled': { screen: 'writebackNotEnabled', flowReason: 'managedOnPremises' },
  'writeback-not-registered': { screen: 'writebackNotEnabled', flowReason: 'managedOnPremises' },
  'writeback-switched-off': { screen: 'writebackNotEnabled', flowReason: 'managedOnPremises' },
  'writeback-setting-off': { screen: 'writebackNotEnabled', flowReason: 'managedOnPremises' },
  'writeback-known-down': { screen: 'onPremisesConnectivity', flowReason: 'couldNotReachService' },
};

/** How a submitted password fares on-premises, as far as the tenant can tell. */
export type OnPremisesAnswer =
  | 'policy violation'
  | 'administrator must act'
  | 'account locked or disabled'
  /** To a change alone. */
  | 'wrong old password'
  | 'no answer';

/** What the cloud itself says of it. */
export type CloudAnswer = 'globally banned' | 'banned by the tenant' | 'against the cloud policy';

export type SubmissionAnswer = OnPremisesAnswer | CloudAnswer;

/** What the cloud answers for each of its own rules. */
export const CLOUD_ANSWERS: Readonly<Record<CloudPasswordRefusal['rule'], CloudAnswer>> = {
  'cloud-password-length': 'against the cloud policy',
  'cloud-password-characters': 'against the cloud policy',
  'cloud-password-categories': 'against the cloud policy',
  'cloud-password-contains-user-name': 'against the cloud policy',
  'name-in-password': 'globally banned',
  'globally-banned-password': 'globally banned',
  'custom-banned-password': 'banned by the tenant',
};

interface SubmissionShown extends Omit<Shown, 'flowReason'> {
  /** No source shows a row of the flow for a password that the cloud itself refuses. */
  readonly flowReason: AuditReason | undefined;
  readonly resultReason: AuditReason;
  /** Whether the person stays on the page and may try another password. */
  readonly mayRetry: boolean;
}

/** What a reset can be answered. */
export type AnswerToReset = Exclude<SubmissionAnswer, 'wrong old password'>;

const ADMINISTRATOR_MUST_ACT: SubmissionShown = {
  screen: 'onPremisesConfiguration',
  resultReason: 'onPremisesAdminActionRequired',
  flowReason: 'onPremisesProblem',
  mayRetry: false,
};

/**
 * A refusal after submitting writes a result row and a flow row, as the founding article shows for a policy violation.
 * In the other two cases the flow row's reason is inferred from its words.
 */
export const SUBMISSION_SHOWN: Readonly<Record<AnswerToReset, SubmissionShown>> = {
  'globally banned': {
    screen: 'globallyBanned',
    resultReason: 'fuzzyPolicyViolation',
    flowReason: undefined,
    mayRetry: true,
  },
  'banned by the tenant': {
    screen: 'bannedByTenant',
    resultReason: 'fuzzyPolicyViolation',
    flowReason: undefined,
    mayRetry: true,
  },
  'against the cloud policy': {
    screen: 'cloudPolicy',
    resultReason: 'cloudPolicy',
    flowReason: undefined,
    mayRetry: true,
  },
  'policy violation': {
    screen: 'onPremisesPolicy',
    resultReason: 'onPremisesPolicyViolation',
    flowReason: 'didNotMeetOnPremisesPolicy',
    mayRetry: true,
  },
  'administrator must act': ADMINISTRATOR_MUST_ACT,
  'account locked or disabled': ADMINISTRATOR_MUST_ACT,
  'no answer': {
    screen: 'onPremisesConnectivity',
    resultReason: 'onPremisesConnectivityError',
    flowReason: 'couldNotReachService',
    mayRetry: false,
  },
};
