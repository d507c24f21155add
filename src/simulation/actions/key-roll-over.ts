import { isListening } from '../../connector/client.js';
import { DAY, type Duration } from '../../kernel/duration.js';
import type { Instant } from '../../kernel/instant.js';
import type { Action, Scheduled } from '../../world/action.js';
import type { State } from '../../world/state.js';
import { inTrouble, reports } from './client-life.js';
import { makeKeys } from './configure-writeback.js';

/** "Every six months" (concept-sspr-writeback.md); "at least every 180 days", as an older page on data security has it. */
const KEYS_LAST: Duration = 180 * DAY;

/** When the present keys will have served their time. It is on the clock once, whatever happens to them before. */
export function keyRollOver({ connector }: Pick<State, 'connector'>, now: Instant): readonly Scheduled[] {
  return [{ at: Math.max(now, connector.keys.since + KEYS_LAST), action: rollOver }];
}

const rollOver: Action = {
  apply: (state, now) => {
    const { connector, tenant } = state;
    // They were replaced meanwhile: their turn comes later.
    if (connector.keys.since + KEYS_LAST > now) return { facts: [], later: keyRollOver(state, now) };
    if (!isListening(connector.client)) return { facts: [], later: [{ at: now + DAY, action: rollOver }] };
    if (tenant.syncAccountBlocked !== undefined) {
      const facts = inTrouble(state, now, { rule: 'sync-account-blocked' }, 'starting');
      return { facts, later: [{ at: now + DAY, action: rollOver }] };
    }
    makeKeys(state, now);
    return { facts: reports(state, ['key-pair-created']), later: keyRollOver(state, now) };
  },
};
