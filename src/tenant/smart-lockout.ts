import type { NtHash } from '../kernel/candidate.js';
import type { Duration } from '../kernel/duration.js';
import type { Instant } from '../kernel/instant.js';
import type { Cloud } from './mails.js';

/** From where somebody signs in: Entra ID counts the two apart. */
export const SIGN_IN_LOCATIONS = ['familiar', 'unfamiliar'] as const;
export type SignInLocation = (typeof SIGN_IN_LOCATIONS)[number];

/**
 * When Entra ID keeps somebody from signing in, whoever it is that tries
 * (MicrosoftDocs/entra-docs: docs/identity/authentication/howto-password-smart-lockout.md).
 */
export interface SmartLockoutPolicy {
  /** So many wrong passwords lock. */
  readonly threshold: number;
  /** How long the first lock lasts. */
  readonly duration: Duration;
  /** By how much each lock is longer than the one before. That they grow is documented, by how much is not. */
  readonly growth: number;
  /** No lock is longer. */
  readonly longest: Duration;
}

/** Documented for each cloud. */
export const LOCKOUT_THRESHOLDS: Readonly<Record<Cloud, number>> = {
  public: 10,
  '21Vianet': 10,
  'US Government': 3,
};

/** What is held against an account from one kind of place. */
export interface LockoutCounter {
  readonly wrong: number;
  /** How many locks there have been since somebody last got in. */
  readonly locks: number;
  readonly until: Instant | undefined;
  /** The last wrong passwords: the same again does not count. */
  readonly lastWrong: readonly NtHash[];
}

export type SmartLockout = Readonly<Record<SignInLocation, LockoutCounter>>;

const NOTHING_WRONG: LockoutCounter = { wrong: 0, locks: 0, until: undefined, lastWrong: [] };

/** Nothing is held against the account: so it begins, and so a finished reset of a forgotten password leaves it. */
export const NOT_LOCKED: SmartLockout = { familiar: NOTHING_WRONG, unfamiliar: NOTHING_WRONG };

/** So many wrong passwords are remembered. */
const REMEMBERED = 3;

/** Until when nobody gets in from there, or undefined where they may. */
export function lockedUntil(lockout: SmartLockout, from: SignInLocation, at: Instant): Instant | undefined {
  const { until } = lockout[from];
  return until !== undefined && at < until ? until : undefined;
}

/**
 * A wrong password. After a lock has ended the next one locks again, for longer. While it lasts nothing is counted
 * (inferred).
 *
 * @param hash undefined where Entra ID does not see the hash, as with pass-through authentication: then each counts
 */
export function afterWrongPassword(
  lockout: SmartLockout,
  from: SignInLocation,
  hash: NtHash | undefined,
  at: Instant,
  policy: SmartLockoutPolicy,
): SmartLockout {
  const counter = lockout[from];
  if (lockedUntil(lockout, from, at) !== undefined) return lockout;
  if (hash !== undefined && counter.lastWrong.includes(hash)) return lockout;
  const lastWrong =
    hash === undefined ? counter.lastWrong : [hash, ...counter.lastWrong].slice(0, REMEMBERED);
  const wrong = counter.wrong + 1;
  const locks = counter.locks > 0 || wrong >= policy.threshold;
  return {
    ...lockout,
    [from]: locks
      ? { wrong, lastWrong, locks: counter.locks + 1, until: at + lengthOf(counter.locks, policy) }
      : { ...counter, wrong, lastWrong },
  };
}

/** A right password clears what is held against the place that it came from (inferred). */
export function afterRightPassword(lockout: SmartLockout, from: SignInLocation): SmartLockout {
  return lockout[from] === NOTHING_WRONG ? lockout : { ...lockout, [from]: NOTHING_WRONG };
}

function lengthOf(locksBefore: number, { duration, growth, longest }: SmartLockoutPolicy): Duration {
  let length = duration;
  for (let lock = 0; lock < locksBefore && length < longest; lock++) length *= growth;
  return Math.min(Math.round(length), longest);
}
