import type { Decision } from '../kernel/decision.js';
import { ALLOWED } from '../kernel/decision.js';
import type { Duration } from '../kernel/duration.js';
import type { Instant } from '../kernel/instant.js';
import type { Method } from './methods.js';
import { afterFailedProof, blockAt, type Block, type Throttle, type ThrottlePolicy } from './throttle.js';

/** What comes back for a challenge. */
export const ANSWERS = ['right', 'wrong', 'none', 'wrong number'] as const;
/** The right answer, a wrong one, none because nothing arrived, or a telephone number other than the one on file. */
export type Answer = (typeof ANSWERS)[number];

/** Why somebody has not proven who they are, or runs out of time. */
export type VerificationRefusal =
  | { readonly rule: 'wrong-code'; readonly method: Method }
  | {
      readonly rule: 'code-expired';
      readonly method: Method;
      readonly age: Duration;
      readonly lives: Duration;
    }
  | { readonly rule: 'code-not-delivered'; readonly method: Method }
  | { readonly rule: 'phone-number-mismatch'; readonly method: Method }
  | ThrottledRefusal
  | { readonly rule: 'session-expired'; readonly began: Instant; readonly lives: Duration };

export interface ThrottledRefusal extends Block {
  readonly rule: 'sspr-throttled';
}

export interface Challenge {
  readonly method: Method;
  readonly sentAt: Instant;
}

interface Answered {
  readonly at: Instant;
  readonly challenge: Challenge;
  readonly answer: Answer;
  readonly throttle: Throttle;
  readonly policy: ThrottlePolicy;
  /** How long a code that was sent is good for. */
  readonly codeLives: Duration;
}

/** Methods whose code is sent, and grows old (MicrosoftDocs/entra-docs: docs/identity/authentication/passwords-faq.yml). */
function codeIsSent(method: Method): boolean {
  return method === 'email' || method === 'mobile SMS';
}

function failureOf({ at, challenge, answer, codeLives }: Answered): VerificationRefusal | undefined {
  const { method, sentAt } = challenge;
  switch (answer) {
    case 'none':
      return { rule: 'code-not-delivered', method };
    case 'wrong number':
      return { rule: 'phone-number-mismatch', method };
    case 'wrong':
      return { rule: 'wrong-code', method };
    case 'right':
      return codeIsSent(method) && at - sentAt > codeLives
        ? { rule: 'code-expired', method, age: at - sentAt, lives: codeLives }
        : undefined;
  }
}

/** What is held against the account once this answer has been given. */
export function throttleAfter(answered: Answered): Throttle {
  const { at, challenge, throttle, policy } = answered;
  const failure = failureOf(answered);
  // What never arrived is nobody's wrong answer.
  if (failure === undefined || failure.rule === 'code-not-delivered') return throttle;
  const numberMismatch = failure.rule === 'phone-number-mismatch';
  return afterFailedProof(throttle, { method: challenge.method, numberMismatch }, at, policy);
}

/** Whether the answer proves who somebody is. The last wrong one that is allowed blocks. */
export function decideProof(answered: Answered): Decision<VerificationRefusal> {
  const failure = failureOf(answered);
  if (failure === undefined) return ALLOWED;
  const block = blockAt(throttleAfter(answered), answered.at);
  const refusal = block === undefined ? failure : ({ rule: 'sspr-throttled', ...block } as const);
  return { allowed: false, refusal, alsoFails: [] };
}
