import { ALLOWED } from '../kernel/decision.js';
import { MILLISECOND } from '../kernel/duration.js';
import type { View } from '../world/state.js';
import type { Attempt, Shortfall } from './attempt.js';
import { controllerOf } from './connector-access.js';
import { accountOf, operation, whyDenied, write } from './domain-stages.js';
import { operationOf } from './errand.js';
import { at, type Stage } from './stage.js';

type AttemptView = Readonly<Attempt>;

function isForced({ errand, user }: AttemptView): boolean {
  const asked = operationOf(errand, user);
  return asked.operation === 'administratorReset' && asked.forcePasswordChange;
}

/** Why the user need not change the password at the next sign-in, although the administrator wants it. */
function whyWithoutEffect(view: View, attempt: AttemptView): Shortfall | undefined {
  const account = accountOf(view, attempt);
  const { samAccountName } = account;
  if (account.options.passwordNeverExpires) {
    return { rule: 'forced-change-without-effect', account: samAccountName };
  }
  const why = whyDenied(view, attempt, 'writePwdLastSet');
  return why && { rule: 'forced-change-right-missing', account: samAccountName, why };
}

/**
 * "Must change at the next logon": a write of its own after the password, as tools of administrators do it. That it
 * leaves a 4738 of its own, and that the reset succeeds without the right to it, is inferred.
 */
export const requiringChange: Stage = {
  pace: { usual: 3 * MILLISECOND, varies: 0.5 },
  decide: () => ALLOWED,
  effect: (state, attempt) => {
    attempt.changeRequired = false;
    if (!isForced(attempt)) return;
    const shortfall = whyWithoutEffect(state, attempt);
    if (shortfall !== undefined) {
      attempt.shortfalls = [...attempt.shortfalls, shortfall];
      return;
    }
    attempt.changeRequired = accountOf(state, attempt).passwordLastSet !== undefined;
    write(state, attempt, { passwordLastSet: undefined });
  },
  facts: (view, attempt) => {
    if (!attempt.changeRequired) return [];
    const { host, utcOffsetMinutes, locale } = controllerOf(view, attempt);
    const done = operation(view, attempt, true);
    return [
      at(host, { kind: 'account-changed', ...done, passwordLastSet: 'never', utcOffsetMinutes, locale }),
    ];
  },
};
