import { article, sourced, type Sourced } from '../kernel/sourced.js';
import type { Instant } from '../kernel/instant.js';
import { UNREACHABLE_AFTER } from './eligibility.js';
import { HOW_RESET_WORKS } from './sources.js';
import type { TenantState } from './state.js';

const PUBLISHED = `${HOW_RESET_WORKS}, an older revision`;

/** What Password reset > On-premises integration says about the writeback client. */
export const INTEGRATION_STATUS = {
  running: sourced('doc', PUBLISHED, 'Your on-premises writeback client is up and running.'),
  unreachable: sourced(
    'doc',
    PUBLISHED,
    "Unfortunately, it looks like we can't connect to your on-premises writeback client right now. Troubleshoot Microsoft Entra Connect to restore the connection.",
  ),
  notConfigured: sourced(
    'inferred',
    `inferred: a client that is not configured shows it (${PUBLISHED}); no source says so of one switched off again`,
    "Unfortunately, we can't connect to your on-premises writeback client because password writeback has not been properly configured. Configure password writeback to restore the connection.",
  ),
  neverEnabled: article(
    'On-premises integration has not been enabled. Learn how to enable password writeback.',
  ),
} as const satisfies Record<string, Sourced>;

export type IntegrationStatus = keyof typeof INTEGRATION_STATUS;

/** Only connectivity is reported: a running client may still be refused by the domain. */
export function integrationStatus(
  { writeback }: Pick<TenantState, 'writeback'>,
  now: Instant,
): IntegrationStatus {
  if (writeback.registration === 'never') return 'neverEnabled';
  if (writeback.registration === 'off') return 'notConfigured';
  const { lastHeartbeat } = writeback;
  return lastHeartbeat !== 'live' && now - lastHeartbeat > UNREACHABLE_AFTER ? 'unreachable' : 'running';
}
