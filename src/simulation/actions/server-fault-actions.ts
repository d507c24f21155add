import type { ServerFaults } from '../../connector/server-faults.js';
import { MINUTE, type Duration } from '../../kernel/duration.js';
import type { Action } from '../../world/action.js';
import { nextSyncCycle } from './sync-scheduler.js';

/** In effect at once. */
function change(to: Partial<ServerFaults>): Action {
  return {
    apply: ({ connector }) => {
      connector.faults = { ...connector.faults, ...to };
      return { facts: [] };
    },
  };
}

/** In effect when the service ADSync next starts. */
function fromNextStart(to: Partial<ServerFaults>): Action {
  return {
    apply: ({ connector }) => {
      connector.faultsFromNextStart = { ...connector.faultsFromNextStart, ...to };
      return { facts: [] };
    },
  };
}

/** A group policy comes back with its next refresh: every 90 minutes (MicrosoftDocs/windowsserverdocs: group policy). */
const POLICY_REFRESH: Duration = 90 * MINUTE;

/** What is not defined any more leaves its value in the registry behind. */
const undefineRemoteSamPolicy: Action = {
  apply: (state, now) => {
    const { faults } = state.connector;
    return faults.remoteSam === 'restricted by policy'
      ? change({ remoteSam: 'left behind in the registry' }).apply(state, now)
      : { facts: [] };
  },
};

const removeRemoteSamValue: Action = {
  apply: (state, now) => {
    const { remoteSam } = state.connector.faults;
    if (remoteSam !== 'restricted by policy' && remoteSam !== 'left behind in the registry') {
      return { facts: [] };
    }
    const { facts } = change({ remoteSam: 'open' }).apply(state, now);
    // Where the policy is still there, so is the value after the next refresh.
    const back = change({ remoteSam });
    return {
      facts,
      later: remoteSam === 'restricted by policy' ? [{ at: now + POLICY_REFRESH, action: back }] : [],
    };
  },
};

/** Rejoins, restores, brings back into scope, or disables the second account; with the next cycle it is so. */
const mendLinks: Action = {
  apply: ({ connector }, now) => ({
    facts: [],
    later: [{ at: nextSyncCycle(connector, now), action: change({ links: new Map() }) }],
  }),
};

/** What makes a write fail on the sync server or on its way into the domain, and what mends it. */
export const SERVER_FAULT_ACTIONS = {
  'disable-sign-and-encrypt-ldap': {
    says: 'clears "Sign and Encrypt LDAP Traffic" in the options of the connector',
    action: fromNextStart({ signAndEncryptLdap: false }),
  },
  'enable-sign-and-encrypt-ldap': {
    says: 'ticks "Sign and Encrypt LDAP Traffic" wherever the options of the connector have it',
    action: fromNextStart({ signAndEncryptLdap: true }),
  },
  'shorten-connector-password': {
    says: 'gives the connector account a password of 127 characters, there and here',
    action: change({ accountPasswordLength: 127 }),
  },
  'add-connector-account-to-protected-users': {
    says: 'puts the connector account into Protected Users',
    action: change({ accountIsProtectedUser: true }),
  },
  'remove-connector-account-from-protected-users': {
    says: 'takes the connector account out of Protected Users',
    action: change({ accountIsProtectedUser: false }),
  },
  'block-rpc': { says: 'blocks RPC to the domain controllers', action: change({ rpc: 'blocked' }) },
  'open-rpc': { says: 'opens RPC to the domain controllers', action: change({ rpc: 'open' }) },
  'restrict-remote-sam': {
    says: 'restricts remote calls to the SAM by policy, without the connector account',
    action: change({ remoteSam: 'restricted by policy' }),
  },
  'undefine-remote-sam-policy': {
    says: 'sets the policy on remote calls to the SAM to "not defined"',
    action: undefineRemoteSamPolicy,
  },
  'remove-restrict-remote-sam': {
    says: 'removes the registry value RestrictRemoteSam',
    action: removeRemoteSamValue,
  },
  'restore-default-reads': {
    says: 'restores the default permissions to read the domain',
    action: change({ remoteSam: 'open' }),
  },
  'replace-domain-controllers': {
    says: 'replaces the domain controllers by ones that know the control for policy hints',
    action: change({ policyHints: true }),
  },
  'add-forest': {
    says: 'removes the forest from the wizard and adds it again',
    action: change({ forestAddedLater: true }),
  },
  'mend-synchronisation': {
    says: 'mends what keeps users from being synchronised: joins, scopes, duplicates',
    action: mendLinks,
  },
} as const;
