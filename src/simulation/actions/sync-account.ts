import { at } from '../../attempt/stage.js';
import { ENTRA_HOST } from '../../attempt/tenant-stages.js';
import type { Instant } from '../../kernel/instant.js';
import { SYNC_ACCOUNT_NAME } from '../../tenant/sign-in-log.js';
import type { Action, Scheduled } from '../../world/action.js';
import type { State } from '../../world/state.js';
import { nextSyncCycle } from './sync-scheduler.js';
import { reports } from './client-life.js';

/** A policy now requires MFA of the synchronisation account, which cannot give it. */
export const requireMfaOfSyncAccount: Action = {
  apply: (state, now) => {
    const alreadyBlocked = state.tenant.syncAccountBlocked !== undefined;
    state.tenant.syncAccountBlocked ??= { by: 'mfa', since: now };
    return {
      facts: [
        at(ENTRA_HOST, {
          kind: 'portal-setting-changed',
          setting: 'mfa-applies-to-sync-account',
        }),
      ],
      later: alreadyBlocked ? [] : syncCycles(state, now),
    };
  },
};

export const excludeSyncAccountFromMfa: Action = {
  apply: (state) => {
    state.tenant.syncAccountBlocked = undefined;
    return {
      facts: [
        at(ENTRA_HOST, {
          kind: 'portal-setting-changed',
          setting: 'mfa-excludes-sync-account',
        }),
      ],
    };
  },
};

/** The next cycle, while the account is blocked; a cycle that works leaves nothing in any of the logs kept here. */
export function syncCycles({ connector, tenant }: State, now: Instant): readonly Scheduled[] {
  const { syncAccountBlocked } = tenant;
  if (syncAccountBlocked === undefined) return [];
  return [{ at: nextSyncCycle(connector, now), action: syncCycle(syncAccountBlocked.since) }];
}

/** A cycle of one blockade; when that has ended, so have its cycles, even if another has begun. */
function syncCycle(blockedSince: Instant): Action {
  return {
    apply: (state, now) => {
      if (state.tenant.syncAccountBlocked?.since !== blockedSince) return { facts: [] };
      const later = syncCycles(state, now);
      if (!state.connector.service.running) return { facts: [], later };
      const { cloudAccount } = state.connector;
      return {
        facts: [
          at(ENTRA_HOST, {
            kind: 'cloud-sign-in',
            by: 'synchronisation',
            user: { ...cloudAccount, displayName: SYNC_ACCOUNT_NAME.text },
            ipAddress: SYNC_SERVER_ADDRESS,
            error: 'mfaRequired',
          }),
          ...reports(state, ['sync-account-refused', 'token-refused', 'synchronisation-failed']),
        ],
        later,
      };
    },
  };
}

/** Reserved for documentation (RFC 5737). */
const SYNC_SERVER_ADDRESS = '198.51.100.10';
