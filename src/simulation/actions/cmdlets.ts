import { isListening } from '../../connector/client.js';
import { atLeast } from '../../connector/build-number.js';
import type { Action } from '../../world/action.js';
import { permissionAction } from './permission-actions.js';
import { nextSyncCycle } from './sync-scheduler.js';
import { consoleUsed, unanswered } from './writeback-client.js';

/**
 * The build from which the cmdlet grants Unexpire Password too
 * (MicrosoftDocs/entra-docs: reference-connect-version-history.md, 2.1.15.0).
 */
const GRANTS_UNEXPIRE = '2.1.15.0';

const RIGHTS = ['resetPassword', 'writeLockoutTime', 'writePwdLastSet'] as const;

/**
 * Set-ADSyncPasswordWritebackPermissions: what the connector account needs, written on the domain, and from there
 * inherited in its time. AdminSDHolder is left alone, as newer modules leave it
 * (how-to-connect-configure-ad-ds-connector-account.md).
 */
const grantWritebackRights: Action = {
  apply: (state, now) => {
    const { connector, domain } = state;
    const unexpire = atLeast(connector.build, GRANTS_UNEXPIRE)
      ? [{ action: 'grant-right', right: 'unexpirePassword', to: connector.accountName } as const]
      : [];
    const grants = [...RIGHTS.map((right) => ({ action: 'grant-right', right }) as const), ...unexpire];
    const [first] = grants.map((grant) => permissionAction(grant).apply(state, now));
    const shown = { account: connector.accountName, domain: domain.dnsName };
    return {
      facts: [consoleUsed(state, 'set-writeback-permissions', { answered: false, shown })],
      later: first?.later ?? [],
    };
  },
};

const showConfiguration: Action = {
  apply: (state) => {
    const { connector } = state;
    if (!connector.service.running) return unanswered(state, 'get-writeback-configuration');
    const shown = {
      enabled: connector.writebackEnabled,
      modified: connector.configured,
      serviceStarted: isListening(connector.client),
    };
    return { facts: [consoleUsed(state, 'get-writeback-configuration', { shown })] };
  },
};

const showScheduler: Action = {
  apply: (state, now) => {
    const { connector } = state;
    if (!connector.service.running) return unanswered(state, 'get-scheduler');
    const shown = { nextCycle: nextSyncCycle(connector, now) };
    return { facts: [consoleUsed(state, 'get-scheduler', { shown })] };
  },
};

/** Cmdlets that show what is configured, or grant what writeback needs. */
export const CMDLET_ACTIONS = {
  'set-writeback-permissions': {
    says: 'grants the connector account what writeback needs (Set-ADSyncPasswordWritebackPermissions)',
    action: grantWritebackRights,
  },
  'show-writeback-configuration': {
    says: 'looks how writeback is configured (Get-ADSyncAADPasswordResetConfiguration)',
    action: showConfiguration,
  },
  'show-scheduler': {
    says: 'looks when the next sync cycle starts (Get-ADSyncScheduler)',
    action: showScheduler,
  },
} as const;
