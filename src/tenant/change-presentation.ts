import type { AuditReason } from './audit-reasons.js';
import type { WritebackRefusal } from './eligibility.js';
import type { SubmissionAnswer } from './refusal-presentation.js';
import type { ScreenName } from './screens.js';

/** What the tenant makes of a refused change: the message, and the reason in its row. */
export interface ChangeShown {
  readonly screen: ScreenName;
  readonly reason: AuditReason;
  /** Whether the person stays on the page and may try again. */
  readonly mayRetry: boolean;
}

const NEEDS_TO_HAPPEN_ON_PREMISES: ChangeShown = {
  screen: 'changeNeedsToHappenOnPremises',
  reason: 'changeNeedsToHappenOnPremises',
  mayRetry: false,
};
const UNREACHABLE: ChangeShown = {
  screen: 'changeUnreachable',
  reason: 'changeOnPremisesConnectivity',
  mayRetry: false,
};

/** What the domain or the sync server said, or that nobody answered. The errors' names tell which is which. */
export const CHANGE_SHOWN: Readonly<Record<SubmissionAnswer, ChangeShown>> = {
  'globally banned': { screen: 'globallyBanned', reason: 'changeFuzzyPolicy', mayRetry: true },
  'banned by the tenant': { screen: 'bannedByTenant', reason: 'changeFuzzyPolicy', mayRetry: true },
  'against the cloud policy': { screen: 'changeTooWeak', reason: 'changeTooWeak', mayRetry: true },
  'wrong old password': {
    screen: 'changeIncorrectCurrentPassword',
    reason: 'changeIncorrectCurrentPassword',
    mayRetry: true,
  },
  'policy violation': {
    screen: 'changeOnPremisesPolicy',
    reason: 'changeOnPremisesComplexity',
    mayRetry: true,
  },
  'account locked or disabled': {
    screen: 'changeLockedOutOrDisabled',
    reason: 'changeLockedOutOrDisabled',
    mayRetry: false,
  },
  'administrator must act': {
    screen: 'changeAdminActionRequired',
    reason: 'changeAdminActionRequired',
    mayRetry: false,
  },
  'no answer': UNREACHABLE,
};

/** What Entra ID says by itself, before anything is sent; which error that is, is inferred from their names. */
export const CHANGE_NOT_SENT: Readonly<Record<WritebackRefusal['rule'] | 'outside-sspr-scope', ChangeShown>> =
  {
    'outside-sspr-scope': { screen: 'changeOnPremisesPolicy', reason: 'changeNotInScope', mayRetry: true },
    'writeback-not-licensed': NEEDS_TO_HAPPEN_ON_PREMISES,
    'writeback-not-enabled': NEEDS_TO_HAPPEN_ON_PREMISES,
    'writeback-not-registered': NEEDS_TO_HAPPEN_ON_PREMISES,
    'writeback-switched-off': NEEDS_TO_HAPPEN_ON_PREMISES,
    'writeback-setting-off': NEEDS_TO_HAPPEN_ON_PREMISES,
    'writeback-known-down': UNREACHABLE,
  };
