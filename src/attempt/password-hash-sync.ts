import { MILLISECOND, MINUTE } from '../kernel/duration.js';
import type { CloudPrincipal } from '../tenant/facts.js';
import { SYNC_ACCOUNT_NAME } from '../tenant/sign-in-log.js';
import type { Action, PartyFact, Scheduled } from '../world/action.js';
import type { View } from '../world/state.js';
import { accountAt } from '../domain/replica.js';
import { controllerInUse } from './connector-access.js';
import { candidateOf, type Attempt } from './attempt.js';
import { at } from './stage.js';
import { cloudUserOf, ENTRA_HOST } from './tenant-stages.js';

/** How often changed passwords are asked for (how-to-connect-password-hash-synchronization.md). */
const POLL_INTERVAL = 2 * MINUTE;

/** The echo of a writeback: at its next poll the sync server finds the new hash and sends it up. */
export function hashSyncAfter(view: View, attempt: Readonly<Attempt>): readonly Scheduled[] {
  const { connector } = view;
  if (!connector.passwordHashSync) return [];
  const polls = Math.floor((attempt.now - connector.service.since) / POLL_INTERVAL) + 1;
  return [{ at: connector.service.since + polls * POLL_INTERVAL, action: synchronise(view, attempt) }];
}

function synchronise(view: View, attempt: Readonly<Attempt>): Action {
  const user = cloudUserOf(view, attempt);
  const key = attempt.account;
  const hash = candidateOf(attempt).ntHash;
  const changed = attempt.now;
  const stream = `${attempt.stream}/echo of ${attempt.submission}`;
  const action: Action = {
    apply: (state, now) => {
      const account = accountAt(state.domain, controllerInUse(state), key);
      const cloudUser = state.tenant.users.get(user.userPrincipalName.toLowerCase());
      const { connector } = state;
      // A later password leaves nothing of this one to send.
      if (account?.passwordHistory[0] !== hash || cloudUser === undefined) return { facts: [] };
      if (!connector.service.running || state.tenant.syncAccountBlocked !== undefined) {
        return { facts: [], later: [{ at: now + POLL_INTERVAL, action }] };
      }
      cloudUser.passwordHash = hash;
      cloudUser.refreshTokensValidFrom = now;
      const { objectId, userPrincipalName, displayName } = user;
      const { sourceAnchor = '' } = user;
      const hashFact = { sourceAnchor, distinguishedName: account.distinguishedName, changed };
      const by: CloudPrincipal = {
        ...connector.cloudAccount,
        displayName: SYNC_ACCOUNT_NAME.text,
      };
      return {
        facts: [
          at<PartyFact>(connector.host, { kind: 'password-hash-seen', ...hashFact }),
          at<PartyFact>(
            ENTRA_HOST,
            { kind: 'cloud-password-written', user: { objectId, userPrincipalName, displayName }, by },
            350 * MILLISECOND,
          ),
          at<PartyFact>(connector.host, { kind: 'password-hash-accepted', ...hashFact }, 500 * MILLISECOND),
        ].map((fact) => ({ ...fact, stream })),
      };
    },
  };
  return action;
}
