import type { Leaving, Person } from '../attempt/person.js';
import { Candidate } from '../kernel/candidate.js';
import { parseDuration } from '../kernel/duration.js';
import { SimulatorError } from '../kernel/error.js';
import type { Method } from '../tenant/methods.js';
import type { Answer } from '../tenant/verification.js';

/** Somebody who resets a forgotten password, and how they behave. */
export interface ResetRequest {
  /** A user's name in the world, or a cloud sign-in name. */
  readonly user: string;
  /** The new password, or several to be tried in turn after refusals. */
  readonly newPassword: string | readonly string[];
  /** @defaultValue an address reserved for documentation */
  readonly ipAddress?: string | undefined;
  /** False for a browser that keeps no cookies. */
  readonly cookies?: boolean | undefined;
  /**
   * What they do at the gates, in turn: the option they take (the first that is offered, if it is left out or not
   * offered), what they answer, and how long after the challenge. Afterwards they do what is asked of them.
   */
  readonly verification?:
    | readonly {
        readonly method?: Method | undefined;
        readonly answer?: Answer | undefined;
        readonly after?: string | undefined;
      }[]
    | undefined;
  /** How long they think about each password. */
  readonly thinksFor?: string | undefined;
  /** Where and how they turn away. */
  readonly leaves?: Leaving | undefined;
}

/**
 * The person that a request describes.
 *
 * @throws SimulatorError `no-password`, or a duration that cannot be read
 */
export function personOf(request: ResetRequest, userId: string): Person {
  const { newPassword, ipAddress = '203.0.113.24', cookies = true, verification = [], thinksFor } = request;
  const passwords = typeof newPassword === 'string' ? [newPassword] : newPassword;
  if (passwords.length === 0 || passwords.some((text) => typeof text !== 'string')) {
    throw new SimulatorError({
      code: 'no-password',
      message: passwords.length === 0 ? 'a reset without a new password' : 'a new password that is no text',
      hint: 'give newPassword, or a list of passwords to be tried in turn',
    });
  }
  return {
    userId,
    ipAddress,
    cookies,
    tries: verification.map(({ method, answer = 'right', after }) => ({
      method,
      answer,
      after: after === undefined ? undefined : parseDuration(after),
    })),
    passwords: passwords.map((text) => new Candidate(text)),
    thinksFor: thinksFor === undefined ? undefined : parseDuration(thinksFor),
    leaves: request.leaves,
  };
}
