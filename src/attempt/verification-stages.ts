import { ALLOWED, type Decision } from '../kernel/decision.js';
import { MILLISECOND, MINUTE, SECOND, type Duration } from '../kernel/duration.js';
import { SimulatorBug } from '../kernel/error.js';
import type { AuditReason } from '../tenant/audit-reasons.js';
import { factorOf, type Method } from '../tenant/methods.js';
import type { ScreenName } from '../tenant/screens.js';
import { afterEmailSent, blockAt, type Throttle } from '../tenant/throttle.js';
import {
  decideProof,
  throttleAfter,
  type Challenge,
  type VerificationRefusal,
} from '../tenant/verification.js';
import type { View } from '../world/state.js';
import type { Attempt } from './attempt.js';
import { codeMail, helpAsked } from './mail-facts.js';
import { leavingAt, leavingEvent, noticedAfter } from './leaving.js';
import type { Leaving, ProofTry } from './person.js';
import { note, refusalIn, type Stage } from './stage.js';
import { blocked, cloudUserOf, flow, left, mutableCloudUserOf, RUNS_OUT, screen } from './tenant-facts.js';

type AttemptView = Readonly<Attempt>;

/** Those who do nothing in particular take what is offered first, and answer right. */
const AS_ASKED: ProofTry = { answer: 'right' };

function tryNow({ person, tries }: AttemptView): ProofTry {
  return person.tries[tries] ?? AS_ASKED;
}

/** The option taken now: nothing that proves the same thing twice. */
function optionNow(attempt: AttemptView): Method {
  const used = new Set(attempt.proven.map(factorOf));
  const unused = attempt.offers.filter((method) => !used.has(factorOf(method)));
  const { method: wanted } = tryNow(attempt);
  const option = wanted !== undefined && unused.includes(wanted) ? wanted : unused[0];
  if (option === undefined) throw new SimulatorBug('somebody is at a gate who has nothing to prove');
  return option;
}

/** Where somebody turns away before taking an option. */
function leavingChoice(attempt: AttemptView): Leaving | undefined {
  const { challenge, proven, tries, person } = attempt;
  if (challenge === undefined) return leavingAt(attempt, 'verification options');
  if (tries >= person.tries.length && person.tries.length > 0) {
    const leaving = leavingAt(attempt, 'verification');
    if (leaving !== undefined) return leaving;
  }
  return proven.includes(challenge.method) ? leavingAt(attempt, 'second method') : undefined;
}

/** Where somebody turns away once an option has been started. */
function leavingAnswer(attempt: AttemptView): Leaving | undefined {
  return attempt.person.tries.length === 0 ? leavingAt(attempt, 'verification') : undefined;
}

function lastsFor(attempt: AttemptView, leaving: Leaving | undefined): Duration {
  return leaving === undefined ? 0 : noticedAfter(attempt, leaving.how);
}

function throttleOfOption(view: View, attempt: AttemptView): Throttle {
  const { throttle } = cloudUserOf(view, attempt);
  return optionNow(attempt) === 'email'
    ? afterEmailSent(throttle, attempt.now, view.tenant.throttling)
    : throttle;
}

/** Takes an option: a code is sent, a call made, a question asked. */
const takingOption: Stage = {
  pace: { usual: 25 * SECOND, varies: 0.5 },
  decide: (view, attempt): Decision<VerificationRefusal> => {
    if (leavingChoice(attempt) !== undefined) return ALLOWED;
    const block = blockAt(throttleOfOption(view, attempt), attempt.now);
    if (block === undefined) return ALLOWED;
    return { allowed: false, refusal: { rule: 'sspr-throttled', ...block }, alsoFails: [] };
  },
  effect: (state, attempt, decision) => {
    if (leavingChoice(attempt) !== undefined) return;
    note(attempt, decision);
    mutableCloudUserOf(state, attempt).throttle = throttleOfOption(state, attempt);
    if (decision.allowed) attempt.challenge = { method: optionNow(attempt), sentAt: attempt.now };
  },
  facts: (view, attempt, decision) => {
    const leaving = leavingChoice(attempt);
    if (leaving !== undefined) {
      return [left(view, attempt, leaving.how), ...helpAsked(view, attempt, leaving.how)];
    }
    const refusal = refusalIn(decision);
    if (refusal?.rule === 'sspr-throttled') return blocked(view, attempt, refusal);
    const { method } = challengeOf(attempt);
    const started = flow(view, attempt, 'success', optionReason('startedOption', method), method);
    return method === 'email' ? [started, codeMail(view, attempt)] : [started];
  },
  lasts: (attempt) => lastsFor(attempt, leavingChoice(attempt)),
  event: (_view, attempt, decision) =>
    leavingEvent(leavingChoice(attempt)) ?? (decision.allowed ? 'allowed' : 'blocked'),
  expiry: RUNS_OUT,
};

function challengeOf({ challenge }: AttemptView): Challenge {
  if (challenge === undefined) throw new SimulatorBug('somebody answers what nobody asked');
  return challenge;
}

/** The reason that names a verification option, where one was ever published. */
function optionReason(reason: AuditReason, method: Method): AuditReason {
  return method.endsWith('OATH token') ? 'usedOathOption' : reason;
}

function answered(view: View, attempt: AttemptView): Parameters<typeof decideProof>[0] {
  return {
    at: attempt.now,
    challenge: challengeOf(attempt),
    answer: tryNow(attempt).answer,
    throttle: cloudUserOf(view, attempt).throttle,
    policy: view.tenant.throttling,
    codeLives: view.tenant.sspr.codeLives,
  };
}

/** What the page answers; nothing arrived where nothing is shown either. */
const SHOWN: Readonly<Partial<Record<VerificationRefusal['rule'], ScreenName>>> = {
  'wrong-code': 'wrongCode',
  'code-expired': 'codeExpired',
  'phone-number-mismatch': 'phoneNumberMismatch',
};

/** How long somebody waits for what does not come, before trying again. */
const WAITS: Duration = MINUTE;

/** Between the last proof and the row that all are given. */
const ALL_PROVEN_AFTER = 200 * MILLISECOND;

/** The answer comes in: right, and it was the last that was needed, or not. */
function takingAnswer(gate: 1 | 2): Stage {
  const isLast = ({ gates }: AttemptView): boolean => gate >= gates;
  return {
    pace: { usual: 12 * SECOND, varies: 0 },
    takes: (attempt) => tryNow(attempt).after ?? (tryNow(attempt).answer === 'none' ? WAITS : undefined),
    decide: (view, attempt) =>
      leavingAnswer(attempt) === undefined ? decideProof(answered(view, attempt)) : ALLOWED,
    effect: (state, attempt, decision) => {
      if (leavingAnswer(attempt) !== undefined) return;
      mutableCloudUserOf(state, attempt).throttle = throttleAfter(answered(state, attempt));
      attempt.tries++;
      note(attempt, decision);
      if (!decision.allowed) return;
      attempt.refusal = undefined;
      attempt.alsoFails = [];
      attempt.proven = [...attempt.proven, challengeOf(attempt).method];
      attempt.choosing = isLast(attempt);
    },
    facts: (view, attempt, decision) => {
      const leaving = leavingAnswer(attempt);
      if (leaving !== undefined) {
        return [left(view, attempt, leaving.how), ...helpAsked(view, attempt, leaving.how)];
      }
      const refusal = refusalIn(decision) as VerificationRefusal | undefined;
      if (refusal === undefined) {
        const { method } = challengeOf(attempt);
        const done = flow(view, attempt, 'success', optionReason('completedOption', method), method);
        if (!isLast(attempt)) return [done];
        const all = flow(view, attempt, 'success', 'completedAllVerification');
        return [done, { ...all, after: ALL_PROVEN_AFTER }];
      }
      if (refusal.rule === 'sspr-throttled') return blocked(view, attempt, refusal);
      const shown = SHOWN[refusal.rule];
      return shown === undefined ? [] : [screen(view, attempt, shown)];
    },
    lasts: (attempt, decision) => {
      const leaving = leavingAnswer(attempt);
      if (leaving !== undefined) return lastsFor(attempt, leaving);
      return decision.allowed && isLast(attempt) ? ALL_PROVEN_AFTER : 0;
    },
    event: (_view, attempt, decision) => {
      const leaving = leavingEvent(leavingAnswer(attempt));
      if (leaving !== undefined) return leaving;
      if (decision.allowed) return isLast(attempt) ? 'allowed' : 'anotherGate';
      return decision.refusal.rule === 'sspr-throttled' ? 'blocked' : 'retry';
    },
    expiry: RUNS_OUT,
  };
}

export const provingIdentity = takingOption;
export const answeringChallenge = takingAnswer(1);
export const provingIdentityAgain = takingOption;
export const answeringSecondChallenge = takingAnswer(2);
