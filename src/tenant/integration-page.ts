import { sourced, type Sourced } from '../kernel/sourced.js';
import type { Instant } from '../kernel/instant.js';
import { UNREACHABLE_AFTER } from './eligibility.js';
import type { TenantState } from './state.js';

const PUBLISHED = 'MicrosoftDocs/azure-docs: concept-sspr-howitworks.md, an older revision';

/** What Password reset > On-premises integration says about the writeback client. */
export const INTEGRATION_STATUS = {
  running: sourced('doc', PUBLISHED, 'Your on-premises writeback client is up and running.'),
  unreachable: sourced(
    'doc',
    PUBLISHED,
    "Unfortunately, it looks like we can't connect to your on-premises writeback client right now. Troubleshoot Microsoft Entra Connect to restore the connection.",
  ),
  notConfigured: sourced(
    'doc',
    PUBLISHED,
    "Unfortunately, we can't connect to your on-premises writeback client because password writeback has not been properly configured. Configure password writeback to restore the connection.",
  ),
  neverEnabled: sourced(
    'article',
    'the founding article',
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
