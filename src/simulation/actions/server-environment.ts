import type { Environment } from '../../connector/cloud-path.js';
import type { Action } from '../../world/action.js';
import { nextLook } from './client-life.js';

/** Changes what lies between the sync server and the cloud; its client notices in its time. */
function change(to: (environment: Environment) => Partial<Environment>): Action {
  return {
    apply: (state, now) => {
      const { connector } = state;
      connector.environment = { ...connector.environment, ...to(connector.environment) };
      return { facts: [], later: nextLook(state, now) };
    },
  };
}

function tls12(registry: boolean): Action {
  return change(({ tls12: { inEffect } }) => ({ tls12: { registry, inEffect } }));
}

/** What breaks the way from the sync server to the cloud, and what mends it. */
export const ENVIRONMENT_ACTIONS = {
  'close-firewall': {
    says: 'closes port 443 outwards to the sync server',
    action: change(() => ({ firewall: 'closed' })),
  },
  'block-relays': {
    says: 'blocks *.servicebus.windows.net in the firewall',
    action: change(() => ({ firewall: 'relays blocked' })),
  },
  'block-one-relay': {
    says: 'blocks one of the two relays in the firewall',
    action: change(() => ({ firewall: 'one relay blocked' })),
  },
  'open-firewall': {
    says: 'opens port 443 outwards to the sync server',
    action: change(() => ({ firewall: 'open' })),
  },
  'introduce-proxy': {
    says: 'lets the sync server out through a proxy only, which machine.config does not name',
    action: change(() => ({ proxy: 'not configured' })),
  },
  'demand-proxy-authentication': {
    says: 'makes the proxy demand authentication',
    action: change(() => ({ proxy: 'demands authentication' })),
  },
  'configure-proxy': {
    says: 'names the proxy in machine.config, and lets the sync server through it',
    action: change(() => ({ proxy: 'works' })),
  },
  'disable-tls12': { says: 'disables TLS 1.2 on the sync server', action: tls12(false) },
  'enable-tls12': { says: 'enables TLS 1.2 on the sync server', action: tls12(true) },
  'remove-root-certificates': {
    says: "removes the root certificates of the relays' chain from the sync server",
    action: change(() => ({ rootCertificates: false })),
  },
  'install-root-certificates': {
    says: "installs the root certificates of the relays' chain on the sync server",
    action: change(() => ({ rootCertificates: true })),
  },
  'break-name-resolution': {
    says: 'gives the sync server DNS servers that do not know the cloud',
    action: change(() => ({ nameResolution: false })),
  },
  'mend-name-resolution': {
    says: 'gives the sync server DNS servers that know the cloud',
    action: change(() => ({ nameResolution: true })),
  },
} as const;
