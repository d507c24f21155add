import { sayDuration } from '../kernel/duration.js';
import { sayInstant } from '../kernel/instant.js';
import { FOUNDING_ARTICLE } from '../kernel/sourced.js';
import { ERROR_TABLE, HOW_RESET_WORKS, HOW_WRITEBACK_WORKS, LICENSING } from '../tenant/sources.js';
import { STRONG_PASSWORD } from './domain-policy.js';
import type { Catalogue } from './failure-mode.js';

const ENABLING = `${FOUNDING_ARTICLE}, section "Enabling Azure Self Service Portal and Password Reset"`;
const reset = { user: 'MyUser', newPassword: STRONG_PASSWORD } as const;

/** What the tenant refuses before the person may prove who they are. */
export const TENANT_CONFIGURATION: Pick<
  Catalogue,
  | 'sspr-disabled'
  | 'licence-missing'
  | 'outside-sspr-scope'
  | 'too-few-methods'
  | 'writeback-not-enabled'
  | 'writeback-not-registered'
  | 'writeback-switched-off'
  | 'writeback-setting-off'
  | 'sync-account-blocked'
  | 'writeback-known-down'
> = {
  'sspr-disabled': {
    id: 'sspr-disabled',
    title: 'Self-service password reset is enabled for nobody',
    party: 'tenant',
    cause: '"Self service password reset enabled" is set to None, so nobody can reset a forgotten password.',
    figures: () => [],
    fix: [
      'In the Entra admin center, under Password reset > Properties, choose All, or Selected and a group.',
    ],
    sources: [ENABLING, `${ERROR_TABLE}, SSPR_0009`],
    arrange: () => ({ world: { tenant: { sspr: { enabledFor: 'none' } } }, request: reset }),
  },
  'licence-missing': {
    id: 'licence-missing',
    title: 'No licence covers password reset with writeback',
    party: 'tenant',
    cause: 'No subscription entitles this user to reset a password that is written back on-premises.',
    figures: ({ of, licences }) => [
      `the ${of} has ${licences.length === 0 ? 'no licences' : licences.join(', ')}; Entra ID P1 or P2, or a product that contains one, is needed`,
    ],
    fix: ['Assign Entra ID P1 or P2, Microsoft 365 Business Premium, or another product that contains one.'],
    sources: [
      `${FOUNDING_ARTICLE}, section "Password Writeback License Requirements"`,
      LICENSING,
      `${ERROR_TABLE}, SSPR_0012`,
    ],
    arrange: () => ({ world: { tenant: { licences: ['O365_BUSINESS_ESSENTIALS'] } }, request: reset }),
  },
  'outside-sspr-scope': {
    id: 'outside-sspr-scope',
    title: 'The user is outside the group that may reset passwords',
    party: 'tenant',
    cause:
      '"Self service password reset enabled" is set to Selected, and the user is not a member of that group.',
    figures: ({ group }) => [`the selected group is "${group}"`],
    fix: ['Add the user to the group, or choose All.'],
    sources: [ENABLING, `${ERROR_TABLE}, SSPR_0013`],
    arrange: () => ({ world: { tenant: { sspr: { enabledFor: { group: 'SSPR-Users' } } } }, request: reset }),
  },
  'too-few-methods': {
    id: 'too-few-methods',
    title: 'The user has registered too few verification methods',
    party: 'user',
    cause: 'Fewer verification methods are both registered and allowed than a reset requires.',
    figures: ({ usable, required }) => [
      `usable: ${usable.length === 0 ? 'none' : usable.join(', ')}; ${required} required`,
    ],
    fix: ['Register more methods at https://aka.ms/ssprsetup, or have an administrator add them.'],
    sources: [`${ERROR_TABLE}, SSPR_0014`, HOW_RESET_WORKS],
    arrange: () => ({ world: { users: { MyUser: { entra: { methods: [] } } } }, request: reset }),
  },
  'writeback-not-enabled': {
    id: 'writeback-not-enabled',
    title: 'Password writeback was never enabled',
    party: 'sync server',
    cause:
      'The password is managed on-premises, and password writeback was never enabled to carry a new one there.',
    figures: () => [],
    fix: [
      'On the sync server, tick Password writeback under Customize synchronization options, or use Set-ADSyncAADPasswordResetConfiguration.',
    ],
    sources: [
      `${FOUNDING_ARTICLE}, section "Password Write Back is not enabled"`,
      `${ERROR_TABLE}, SSPR_0010`,
    ],
    arrange: () => ({ world: { connector: { writeback: 'never' } }, request: reset }),
  },
  'writeback-not-registered': {
    id: 'writeback-not-registered',
    title: 'Password writeback is ticked, but has not taken effect',
    party: 'sync server',
    cause: 'Password writeback is ticked on the sync server, and the setting has not arrived in the cloud.',
    figures: () => [],
    fix: [
      'Wait a few minutes and refresh the On-premises integration page.',
      'If it still does not show after 30 minutes, run Start-ADSyncSyncCycle -PolicyType Delta, or Restart-Service ADSync.',
    ],
    sources: [`${FOUNDING_ARTICLE}, section "How long does password writeback take to work"`],
    arrange: () => ({ world: { connector: { writeback: 'not in effect' } }, request: reset }),
  },
  'writeback-switched-off': {
    id: 'writeback-switched-off',
    title: 'Password writeback was switched off again on the sync server',
    party: 'sync server',
    cause: 'Password writeback was enabled once, and the sync server has switched it off again.',
    figures: () => [],
    fix: [
      'On the sync server, enable Password writeback again, in the wizard or with Set-ADSyncAADPasswordResetConfiguration.',
    ],
    sources: [
      `${FOUNDING_ARTICLE}, section "Enable or Disable Azure AD Connect Password writeback using PowerShell"`,
      `${ERROR_TABLE}, SSPR_0010`,
    ],
    arrange: () => ({ world: { connector: { writeback: 'off' } }, request: reset }),
  },
  'writeback-setting-off': {
    id: 'writeback-setting-off',
    title: 'Writing back is switched off in the Entra admin center',
    party: 'tenant',
    cause:
      '"Write back passwords to your on-premises directory" is off: the sync server is ready, and the tenant does not use it.',
    figures: () => [],
    fix: [
      'In the Entra admin center, under Password reset > On-premises integration, switch the setting on.',
    ],
    sources: [HOW_RESET_WORKS, `${ERROR_TABLE}, SSPR_0010`],
    arrange: () => ({ world: { tenant: { writebackSetting: false } }, request: reset }),
  },
  'sync-account-blocked': {
    id: 'sync-account-blocked',
    title: 'The synchronisation account cannot sign in',
    party: 'tenant',
    cause:
      'A policy requires MFA of the On-Premises Directory Synchronization Service Account, which cannot give it: since ADSync last started, the writeback client could not get at its relays.',
    figures: () => [],
    fix: [
      'Exclude the account, or the role Directory Synchronization Accounts, from the policy.',
      'Then restart the service ADSync, so that the client starts again.',
    ],
    warning:
      'An account that is excluded from MFA is protected by its password alone: allow its sign-in from the sync server only.',
    sources: [
      `${FOUNDING_ARTICLE}, section "How long does password writeback take to work"`,
      'alitajran.com, "Conditional Access MFA breaks Azure AD Connect synchronization"',
    ],
    arrange: () => ({
      world: { connector: { syncAccount: 'blocked by MFA' } },
      actions: ['restart-adsync'],
      after: '11 minutes',
      request: reset,
    }),
  },
  'writeback-known-down': {
    id: 'writeback-known-down',
    title: 'The sync server has not been heard of for a while',
    party: 'sync server',
    cause: 'The service ADSync does not run, and Entra ID has noticed: its heartbeats have stopped.',
    figures: ({ lastHeartbeat }, now) => [
      `last heard of at ${sayInstant(lastHeartbeat)} UTC, ${sayDuration(now - lastHeartbeat)} ago`,
    ],
    fix: ['Start the service Microsoft Azure AD Sync (Restart-Service ADSync) on the sync server.'],
    sources: [
      `${FOUNDING_ARTICLE}, for Restart-Service ADSync`,
      HOW_WRITEBACK_WORKS,
      `${ERROR_TABLE}, SSPR_0030`,
      'inferred: no source says how many heartbeats have to be missed',
    ],
    arrange: () => ({ world: { connector: { service: 'stopped' } }, after: '11 minutes', request: reset }),
  },
};
