import { MINUTE, type Duration } from '../../kernel/duration.js';
import type { Instant } from '../../kernel/instant.js';
import type { ConnectorState } from '../../connector/state.js';

/** The scheduler starts a cycle this often (MicrosoftDocs/entra-docs: how-to-connect-sync-feature-scheduler.md). */
const SYNC_CYCLE: Duration = 30 * MINUTE;

/** When the scheduler next starts a cycle. */
export function nextSyncCycle({ service }: Pick<ConnectorState, 'service'>, now: Instant): Instant {
  return service.since + (Math.floor((now - service.since) / SYNC_CYCLE) + 1) * SYNC_CYCLE;
}
