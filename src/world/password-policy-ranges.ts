import type * as z from 'zod/mini';
import { DAY, MINUTE, parseDuration } from '../kernel/duration.js';
import { complain } from './complain.js';

interface Ages {
  readonly minimumAge: string;
  readonly maximumAge: string;
}

const LONGEST_MINIMUM_AGE = 998;
const LONGEST_MAXIMUM_AGE = 999;

/**
 * The ages that a real domain accepts: a maximum of 0 is another way to say "never".
 * Source: Microsoft, "Minimum password age", "Maximum password age".
 */
export function agesFit(payload: z.core.ParsePayload<Ages>): void {
  const minimum = parseDuration(payload.value.minimumAge);
  if (minimum > LONGEST_MINIMUM_AGE * DAY) {
    complain(payload, ['minimumAge'], `the minimum password age is at most ${LONGEST_MINIMUM_AGE} days`);
  }
  const { maximumAge } = payload.value;
  const maximum = maximumAge === 'never' ? 0 : parseDuration(maximumAge);
  if (maximum > LONGEST_MAXIMUM_AGE * DAY) {
    complain(
      payload,
      ['maximumAge'],
      `the maximum password age is at most ${LONGEST_MAXIMUM_AGE} days`,
      'write "never" for passwords that do not expire',
    );
  }
  if (maximum > 0 && minimum >= maximum) {
    complain(
      payload,
      ['minimumAge'],
      `the minimum password age (${payload.value.minimumAge}) must be less than the maximum (${maximumAge})`,
      'lower the one, raise the other, or let passwords never expire',
    );
  }
}

interface Length {
  readonly minimumLength: number;
  readonly relaxMinimumPasswordLengthLimits: boolean;
}

/** Group policy alone stops at 14 characters. Source: Microsoft, KB4557232. */
export function lengthFits(payload: z.core.ParsePayload<Length>): void {
  const { minimumLength, relaxMinimumPasswordLengthLimits } = payload.value;
  if (minimumLength > 14 && !relaxMinimumPasswordLengthLimits) {
    complain(
      payload,
      ['minimumLength'],
      `a minimum password length of ${minimumLength} is above 14`,
      'set relaxMinimumPasswordLengthLimits to true, or use a fine-grained policy',
    );
  }
}

interface Lockout {
  readonly duration: string;
  readonly observationWindow: string;
}

const LONGEST_LOCKOUT = 99_999;

/** Source: Microsoft, "Account lockout duration", "Reset account lockout counter after". */
export function lockoutFits(payload: z.core.ParsePayload<Lockout>): void {
  const { duration, observationWindow } = payload.value;
  const counted = parseDuration(observationWindow);
  if (counted < MINUTE || counted > LONGEST_LOCKOUT * MINUTE) {
    complain(
      payload,
      ['observationWindow'],
      `the lockout counter is reset after 1 to ${LONGEST_LOCKOUT} minutes`,
    );
  }
  // A duration of 0 is another way to say "until unlocked".
  const locked = duration === 'until unlocked' ? 0 : parseDuration(duration);
  if (locked === 0) return;
  if (locked > LONGEST_LOCKOUT * MINUTE) {
    complain(
      payload,
      ['duration'],
      `an account is locked for at most ${LONGEST_LOCKOUT} minutes`,
      'write "until unlocked" for a lock that only an administrator ends',
    );
  }
  if (counted > locked) {
    complain(
      payload,
      ['observationWindow'],
      `the counter's observation window, ${observationWindow}, must not be longer than the lockout duration, ${duration}`,
    );
  }
}
