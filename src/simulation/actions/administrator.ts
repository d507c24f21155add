import { at } from '../../attempt/stage.js';
import { ENTRA_HOST } from '../../attempt/tenant-stages.js';
import { integrationStatus } from '../../tenant/integration-page.js';
import type { Emitted } from '../../kernel/fact.js';
import type { Action, PartyFact } from '../../world/action.js';
import { writebackForDirectory } from './tenant-changes/audited.js';
import { CMDLET_ACTIONS } from './cmdlets.js';
import { disableWriteback, enableWriteback } from './configure-writeback.js';
import { SERVER_FAULT_ACTIONS } from './server-fault-actions.js';
import { ENVIRONMENT_ACTIONS } from './server-environment.js';
import { excludeSyncAccountFromMfa, requireMfaOfSyncAccount } from './sync-account.js';
import {
  rebootServer,
  restartService,
  restoreServer,
  startDeltaSync,
  startService,
  stopService,
} from './writeback-client.js';

const openIntegrationPage: Action = {
  apply: ({ tenant, connector }, now) => {
    const status = integrationStatus(tenant, connector.build, now);
    return { facts: [at(ENTRA_HOST, { kind: 'integration-page-opened', status })] };
  },
};

function switchWritebackSetting(on: boolean): Action {
  return {
    apply: (state) => {
      const { writeback } = state.tenant;
      const before = writeback.portalSetting;
      writeback.portalSetting = on;
      const setting = on ? 'writeback-on' : 'writeback-off';
      const facts: Emitted<PartyFact>[] = [at(ENTRA_HOST, { kind: 'portal-setting-changed', setting })];
      return { facts: before === on ? facts : [...facts, writebackForDirectory(state, on)] };
    },
  };
}

/** What an administrator can do: what it is, in the words that follow "an administrator", and what it does. */
interface Doing {
  readonly says: string;
  readonly action: Action;
}

const powershell = { shell: 'powershell', administrator: 'managed' } as const;
const wizard = { shell: 'wizard', administrator: 'managed' } as const;

/** What administrators can do, by name. */
export const ADMINISTRATOR_ACTIONS = {
  'enable-writeback-powershell': {
    says: 'enables password writeback with PowerShell',
    action: enableWriteback(powershell),
  },
  'enable-writeback-wizard': {
    says: 'enables password writeback in the wizard',
    action: enableWriteback(wizard),
  },
  'disable-writeback-powershell': {
    says: 'disables password writeback with PowerShell',
    action: disableWriteback(powershell),
  },
  'disable-writeback-wizard': {
    says: 'disables password writeback in the wizard',
    action: disableWriteback(wizard),
  },
  'stop-adsync': { says: 'stops the service ADSync', action: stopService },
  'start-adsync': { says: 'starts the service ADSync', action: startService },
  'restart-adsync': { says: 'restarts the service ADSync', action: restartService },
  'start-delta-sync': { says: 'starts a delta sync', action: startDeltaSync },
  'reboot-sync-server': { says: 'restarts the sync server', action: rebootServer },
  'enable-writeback-wizard-federated': {
    says: 'enables password writeback in the wizard, as a federated administrator',
    action: enableWriteback({ shell: 'wizard', administrator: 'federated' }),
  },
  'disable-writeback-wizard-federated': {
    says: 'disables password writeback in the wizard, as a federated administrator',
    action: disableWriteback({ shell: 'wizard', administrator: 'federated' }),
  },
  'restore-sync-server': {
    says: 'restores the sync server from a backup that is older than its keys',
    action: restoreServer,
  },
  ...CMDLET_ACTIONS,
  ...ENVIRONMENT_ACTIONS,
  ...SERVER_FAULT_ACTIONS,
  'open-integration-page': { says: 'opens the page On-premises integration', action: openIntegrationPage },
  'switch-writeback-setting-on': {
    says: 'switches writing back on in the admin center',
    action: switchWritebackSetting(true),
  },
  'switch-writeback-setting-off': {
    says: 'switches writing back off in the admin center',
    action: switchWritebackSetting(false),
  },
  'require-mfa-of-sync-account': {
    says: 'requires MFA of everybody, the synchronisation account included',
    action: requireMfaOfSyncAccount,
  },
  'exclude-sync-account-from-mfa': {
    says: 'excludes the synchronisation account from MFA',
    action: excludeSyncAccountFromMfa,
  },
} as const satisfies Record<string, Doing>;

export type AdministratorAction = keyof typeof ADMINISTRATOR_ACTIONS;

export const ADMINISTRATOR_ACTION_NAMES = Object.keys(ADMINISTRATOR_ACTIONS) as [
  AdministratorAction,
  ...AdministratorAction[],
];
