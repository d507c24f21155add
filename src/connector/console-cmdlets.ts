import { sourced, type Sourced } from '../kernel/sourced.js';
import type { ConsoleSession } from './console.js';
import { TENANT_RUNBOOK } from './sources.js';

type Text = Sourced & { readonly text: string };

const DIRECTORY_ACCOUNT =
  'MicrosoftDocs/entra-docs: docs/identity/hybrid/connect/how-to-connect-configure-ad-ds-connector-account.md';
const SCHEDULER =
  'learn.microsoft.com, blog of Timothy McMichael, "Office 365 – ADConnect synchronization interval changed automatically", 2018';

const runbook = (text: string): Text =>
  sourced('report', `${TENANT_RUNBOOK}; the order of the fields is not published`, text);
const scheduler = (name: string, value: string): Text =>
  sourced('sample', SCHEDULER, `${name.padEnd('CurrentlyEffectiveSyncCycleInterval'.length)} : ${value}`);

/** The cmdlets that show or grant, with what public sources show of their output. */
export const CMDLETS = {
  'set-writeback-permissions': {
    shell: 'PowerShell',
    input: [
      sourced(
        'doc',
        DIRECTORY_ACCOUNT,
        'Import-Module "C:\\Program Files\\Microsoft Azure Active Directory Connect\\AdSyncConfig\\AdSyncConfig.psm1"',
      ),
      sourced(
        'doc',
        DIRECTORY_ACCOUNT,
        'Set-ADSyncPasswordWritebackPermissions -ADConnectorAccountName {account} -ADConnectorAccountDomain {domain}',
      ),
    ],
    // What it prints is in no public source.
    output: [],
  },
  'get-writeback-configuration': {
    shell: 'PowerShell',
    input: [runbook('Get-ADSyncAADPasswordResetConfiguration -Connector "{connectorName}"')],
    output: [
      runbook('Enabled                  : {enabled}'),
      runbook('ModifiedTimestamp        : {modified}'),
      runbook('ServiceStatus            : {serviceStatus}'),
      runbook('OnboardingRequiredStatus : {onboardingRequired}'),
    ],
  },
  'get-scheduler': {
    shell: 'PowerShell',
    input: [sourced('sample', SCHEDULER, 'Get-ADSyncScheduler')],
    output: [
      scheduler('AllowedSyncCycleInterval', '00:30:00'),
      scheduler('CurrentlyEffectiveSyncCycleInterval', '00:30:00'),
      scheduler('CustomizedSyncCycleInterval', ''),
      scheduler('NextSyncCyclePolicyType', 'Delta'),
      scheduler('NextSyncCycleStartTimeInUTC', '{nextCycle}'),
      scheduler('PurgeRunHistoryInterval', '7.00:00:00'),
      scheduler('SyncCycleEnabled', 'True'),
      scheduler('MaintenanceEnabled', 'True'),
      scheduler('StagingModeEnabled', 'False'),
      scheduler('SchedulerSuspended', 'False'),
      scheduler('SyncCycleInProgress', 'False'),
    ],
  },
} as const satisfies Record<string, ConsoleSession>;
