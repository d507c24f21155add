import { controllerInUse } from '../../attempt/connector-access.js';
import { doChore } from '../../domain/replication.js';
import type { Scheduled } from '../../world/action.js';
import type { State } from '../../world/state.js';
import { exportObjects } from './object-sync.js';

const NONE: readonly Scheduled[] = [];

/** What domain controllers have set in motion since they were last asked: replication, and permissions on their way. */
export function choresOf({ domain }: State): readonly Scheduled[] {
  const { chores } = domain;
  if (chores.length === 0) return NONE;
  domain.chores = [];
  return chores.map((chore) => ({
    at: chore.at,
    action: {
      apply: (state, now) => {
        doChore(state.domain, chore);
        // What has reached the domain controller that the sync server reads goes up with its next cycle.
        const isRead = chore.do === 'fetch' && chore.to === controllerInUse(state).position;
        return { facts: [], later: isRead ? exportObjects(state, now) : [] };
      },
    },
  }));
}
