import { UNLOCKED, isLockedOut } from '../domain/lockout.js';
import { keptOutBy } from '../domain/sign-in.js';
import { ALLOWED, type Decision } from '../kernel/decision.js';
import { MILLISECOND } from '../kernel/duration.js';
import { SUBMISSION_SHOWN } from '../tenant/refusal-presentation.js';
import { decideUnlock } from '../tenant/unlock.js';
import type { Refusal } from './attempt.js';
import { accountOf, policyOf, timeOf, unlockTold, write } from './domain-stages.js';
import { note, refusalIn, type Stage } from './stage.js';
import { answerOf, checkingEligibility } from './tenant-stages.js';
import { cloudUserOf, left, result, screen } from './tenant-facts.js';

/** After the user ID somebody is asked what the trouble is, where an unlock without a reset is allowed at all. */
export const offeringUnlock: Stage = {
  ...checkingEligibility,
  decide: (view, attempt): Decision<Refusal> => {
    const eligible = checkingEligibility.decide(view, attempt);
    return eligible.allowed ? decideUnlock(cloudUserOf(view, attempt), view.tenant) : eligible;
  },
  effect: (state, attempt, decision) => {
    checkingEligibility.effect?.(state, attempt, isAboutUnlock(decision) ? ALLOWED : decision);
    note(attempt, decision);
  },
  facts: (view, attempt, decision) => {
    const told =
      checkingEligibility.facts?.(view, attempt, isAboutUnlock(decision) ? ALLOWED : decision) ?? [];
    // Nothing but a reset is offered; who does not want one goes away.
    if (isAboutUnlock(decision)) return [...told, left(view, attempt, 'abandons')];
    return decision.allowed ? [...told, screen(view, attempt, 'reasonPage')] : told;
  },
};

function isAboutUnlock(decision: Decision<Refusal>): boolean {
  const rule = refusalIn(decision)?.rule;
  return rule === 'unlock-switched-off' || rule === 'unlock-needs-on-premises-account';
}

/**
 * `lockoutTime` is written whether the account is locked or not. Whether the log tells of it where no lock stands in
 * the account is open, and a switch of the world, as for an administrator's unlock. A lock that has run out still stands
 * there until something clears it.
 */
export const unlockingOnly: Stage = {
  pace: { usual: 3 * MILLISECOND, varies: 0.5 },
  decide: () => ALLOWED,
  effect: (state, attempt) => {
    const account = accountOf(state, attempt);
    const policy = policyOf(state, attempt);
    const locked = isLockedOut(account, policy.lockout, timeOf(state, attempt));
    attempt.unlocked = account.lockoutTime !== undefined || state.switches.unlockWithoutLock === '4767';
    write(state, attempt, UNLOCKED);
    if (locked) return;
    const but = keptOutBy(account, policy, timeOf(state, attempt));
    const shortfall = { rule: 'nothing-to-unlock', account: account.samAccountName, but } as const;
    attempt.shortfalls = [...attempt.shortfalls, shortfall];
  },
  facts: unlockTold,
};

/** Tells the person that the account is unlocked. */
export const confirmingUnlock: Stage = {
  pace: { usual: 300 * MILLISECOND, varies: 0.5 },
  decide: () => ALLOWED,
  facts: (view, attempt) => [
    result(view, attempt, 'success', 'unlock'),
    { ...screen(view, attempt, 'accountUnlocked'), after: 150 * MILLISECOND },
  ],
  lasts: () => 150 * MILLISECOND,
};

/** The pages of a failed reset, and the row of a failed unlock, which has no published reason. */
export const showingFailedUnlock: Stage = {
  pace: { usual: 200 * MILLISECOND, varies: 0.5 },
  decide: () => ALLOWED,
  facts: (view, attempt) => [
    result(view, attempt, 'failure', 'unlock'),
    { ...screen(view, attempt, SUBMISSION_SHOWN[answerOf(attempt)].screen), after: 150 * MILLISECOND },
  ],
  lasts: () => 150 * MILLISECOND,
  event: () => 'refused',
};
