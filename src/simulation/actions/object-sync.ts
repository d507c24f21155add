import { controllerInUse } from '../../attempt/connector-access.js';
import { accountAt } from '../../domain/replica.js';
import type { Instant } from '../../kernel/instant.js';
import type { CloudUser } from '../../tenant/state.js';
import type { Action, Scheduled } from '../../world/action.js';
import type { State } from '../../world/state.js';
import { nextSyncCycle } from './sync-scheduler.js';

/**
 * What the next synchronisation cycle has to carry up about accounts: that they were disabled or enabled and, where
 * temporary passwords are synchronised, that one must be changed. Nothing where both sides agree.
 */
export function exportObjects(state: State, now: Instant): readonly Scheduled[] {
  if (differing(state).next().done === true) return [];
  return [{ at: nextSyncCycle(state.connector, now), action: exportCycle }];
}

/** One cycle. It fails as a whole where the service does not run or may not sign in; the next one tries again. */
export const exportCycle: Action = {
  apply: (state, now) => {
    const { connector, tenant } = state;
    if (!connector.service.running || tenant.syncAccountBlocked !== undefined) {
      return { facts: [], later: exportObjects(state, now) };
    }
    for (const { user, enabled, mustChange } of differing(state)) {
      user.enabled = enabled;
      user.mustChangePassword = mustChange;
    }
    return { facts: [] };
  },
};

interface Difference {
  readonly user: CloudUser;
  readonly enabled: boolean;
  readonly mustChange: boolean;
}

function* differing(state: State): Generator<Difference, void, undefined> {
  const { connector, domain, tenant } = state;
  const controller = controllerInUse(state);
  for (const user of tenant.users.values()) {
    const key = connector.links.get(user.objectId);
    const account = key === undefined ? undefined : accountAt(domain, controller, key);
    if (account === undefined) continue;
    const enabled = !account.options.accountDisabled;
    const mustChange = mustChangeNow(state, user, account.passwordHistory[0], account.passwordLastSet);
    if (user.enabled !== enabled || user.mustChangePassword !== mustChange)
      yield { user, enabled, mustChange };
  }
}

/** Only of the password that both sides hold: of another one its own hash tells when it comes. */
function mustChangeNow(
  { tenant }: State,
  user: CloudUser,
  hash: string | undefined,
  passwordLastSet: Instant | undefined,
): boolean {
  if (!tenant.temporaryPasswords || user.passwordHash !== hash) return user.mustChangePassword;
  return passwordLastSet === undefined;
}
