import { article, sourced, type Sourced } from '../kernel/sourced.js';
import type { Instant } from '../kernel/instant.js';
import { UNREACHABLE_AFTER } from './eligibility.js';
import { lastHeartbeat } from './heartbeats.js';
import { HOW_RESET_WORKS } from './sources.js';
import type { TenantState } from './state.js';

const PUBLISHED = `${HOW_RESET_WORKS}, an older revision`;

const PAGE = 'MicrosoftDocs/azure-docs: articles/active-directory/authentication/concept-sspr-howitworks.md';

/** What Password reset > On-premises integration says about the writeback client. */
export const INTEGRATION_STATUS = {
  running: sourced('doc', PUBLISHED, 'Your on-premises writeback client is up and running.'),
  outOfDate: sourced(
    'doc',
    PAGE,
    'Microsoft Entra ID is online and is connected to your on-premises writeback client. However, it looks like the installed version of Microsoft Entra Connect is out-of-date. Consider Upgrading Microsoft Entra Connect to ensure that you have the latest connectivity features and important bug fixes.',
  ),
  tooOldToReport: sourced(
    'doc',
    PAGE,
    "Unfortunately, we can't check your on-premises writeback client status because the installed version of Microsoft Entra Connect is out-of-date. Upgrade Microsoft Entra Connect to be able to check your connection status.",
  ),
  cloudTrouble: sourced(
    'doc',
    PAGE,
    "Unfortunately, it looks like we can't connect to your on-premises writeback client right now. This may be due to temporary issues on our end. If the problem persists, Troubleshoot Microsoft Entra Connect to restore the connection.",
  ),
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

type Judged = Readonly<Pick<TenantState, 'clientBuilds' | 'serviceTrouble'>> & {
  readonly writeback: Readonly<TenantState['writeback']>;
};

/**
 * Only connectivity is reported: a running client may still be refused by the domain. `build` is that of Connect on
 * the sync server, as a client that is connected says it.
 */
export function integrationStatus(
  { writeback, clientBuilds, serviceTrouble }: Judged,
  build: string,
  now: Instant,
): IntegrationStatus {
  if (writeback.registration === 'never') return 'neverEnabled';
  if (writeback.registration === 'off') return 'notConfigured';
  if (isOlder(build, clientBuilds.reporting)) return 'tooOldToReport';
  if (serviceTrouble) return 'cloudTrouble';
  if (now - lastHeartbeat(writeback.heartbeats, now) > UNREACHABLE_AFTER) return 'unreachable';
  return isOlder(build, clientBuilds.current) ? 'outOfDate' : 'running';
}

/** Whether one four-part build comes before another. */
function isOlder(build: string, than: string): boolean {
  const other = than.split('.').map(Number);
  for (const [index, part] of build.split('.').map(Number).entries()) {
    const difference = part - (other[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
