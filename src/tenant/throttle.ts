import type { Duration } from '../kernel/duration.js';
import type { Instant } from '../kernel/instant.js';
import type { Method } from './methods.js';

/**
 * What is counted for each account: failures to prove oneself by what was tried, mails that were sent, and resets
 * that were finished.
 */
export const THROTTLE_COUNTERS = [
  'phoneNumber',
  'sms',
  'voiceCall',
  'app',
  'questions',
  'emailSend',
  'failedProof',
  'reset',
] as const;
export type ThrottleCounter = (typeof THROTTLE_COUNTERS)[number];

/** So many within a window that rolls along. */
export interface ThrottleLimit {
  readonly limit: number;
  readonly window: Duration;
}

/**
 * Three Microsoft pages give three sets of figures (docs/identity/authentication/troubleshoot-sspr.md,
 * passwords-faq.yml and howto-sspr-reporting.md of MicrosoftDocs/entra-docs): all of them are data.
 */
export interface ThrottlePolicy {
  readonly limits: Readonly<Record<ThrottleCounter, ThrottleLimit>>;
  /** How long a block lasts, from the attempt that led to it. */
  readonly blocks: Duration;
}

/** That somebody is kept out, by which counter, and until when. */
export interface Block {
  readonly by: ThrottleCounter;
  /** What they tried last. */
  readonly method: Method | undefined;
  readonly until: Instant;
}

/** What is held against one account. */
export interface Throttle {
  readonly counted: Readonly<Partial<Record<ThrottleCounter, readonly Instant[]>>>;
  readonly block: Block | undefined;
}

export const UNTHROTTLED: Throttle = { counted: {}, block: undefined };

const COUNTERS: Readonly<Partial<Record<Method, ThrottleCounter>>> = {
  'mobile app notification': 'app',
  'mobile app code': 'app',
  'software OATH token': 'app',
  'hardware OATH token': 'app',
  'mobile SMS': 'sms',
  'mobile voice call': 'voiceCall',
  'office voice call': 'voiceCall',
  'security questions': 'questions',
};

/** The block that is in force. */
export function blockAt(throttle: Throttle, at: Instant): Block | undefined {
  return throttle.block !== undefined && at < throttle.block.until ? throttle.block : undefined;
}

/** How many fall into the window that ends now. */
function within(
  { counted }: Throttle,
  counter: ThrottleCounter,
  at: Instant,
  { limits }: ThrottlePolicy,
): readonly Instant[] {
  return (counted[counter] ?? []).filter((one) => at - one < limits[counter].window);
}

function counting(
  throttle: Throttle,
  counter: ThrottleCounter,
  at: Instant,
  policy: ThrottlePolicy,
): Throttle {
  const instants = [...within(throttle, counter, at, policy), at];
  return { ...throttle, counted: { ...throttle.counted, [counter]: instants } };
}

function blocking(
  throttle: Throttle,
  by: ThrottleCounter,
  method: Method | undefined,
  at: Instant,
  { blocks }: ThrottlePolicy,
): Throttle {
  return { ...throttle, block: { by, method, until: at + blocks } };
}

/**
 * A wrong answer at a gate, or a telephone number other than the one on file. The last one that is allowed blocks.
 *
 * Failures count, not beginnings: MicrosoftDocs/azure-docs issue 90350.
 */
export function afterFailedProof(
  throttle: Throttle,
  failed: { readonly method: Method; readonly numberMismatch: boolean },
  at: Instant,
  policy: ThrottlePolicy,
): Throttle {
  const own = failed.numberMismatch ? 'phoneNumber' : COUNTERS[failed.method];
  const counters = own === undefined ? (['failedProof'] as const) : ([own, 'failedProof'] as const);
  const counted = counters.reduce((so, counter) => counting(so, counter, at, policy), throttle);
  const tripped = counters.find(
    (counter) => within(counted, counter, at, policy).length >= policy.limits[counter].limit,
  );
  return tripped === undefined ? counted : blocking(counted, tripped, failed.method, at, policy);
}

/** Another mail with a code: the one over the limit is not sent any more, and blocks. */
export function afterEmailSent(throttle: Throttle, at: Instant, policy: ThrottlePolicy): Throttle {
  return isExhausted(throttle, 'emailSend', at, policy)
    ? blocking(throttle, 'emailSend', 'email', at, policy)
    : counting(throttle, 'emailSend', at, policy);
}

/** Somebody comes to the page: after too many finished resets they are blocked from now on. */
export function afterArrival(throttle: Throttle, at: Instant, policy: ThrottlePolicy): Throttle {
  if (blockAt(throttle, at) !== undefined || !isExhausted(throttle, 'reset', at, policy)) return throttle;
  return blocking(throttle, 'reset', undefined, at, policy);
}

/** A finished reset clears everything but the count of finished resets (passwords-faq.yml; the exception is inferred). */
export function afterReset(throttle: Throttle, at: Instant, policy: ThrottlePolicy): Throttle {
  const { reset = [] } = throttle.counted;
  return counting({ counted: { reset }, block: undefined }, 'reset', at, policy);
}

function isExhausted(
  throttle: Throttle,
  counter: ThrottleCounter,
  at: Instant,
  policy: ThrottlePolicy,
): boolean {
  return within(throttle, counter, at, policy).length >= policy.limits[counter].limit;
}
