import {
  SUPPORT_BLOG,
  TENANT_RUNBOOK,
  TROUBLESHOOTING,
  WRITEBACK_NOT_CONFIGURED,
} from '../connector/sources.js';
import { ERROR_TABLE, HOW_WRITEBACK_WORKS } from '../tenant/sources.js';
import { STRONG_PASSWORD } from './domain-policy.js';
import type { Catalogue } from './failure-mode.js';

const reset = { user: 'MyUser', newPassword: STRONG_PASSWORD } as const;
const CONNECTIVITY = 'MicrosoftDocs/entra-docs: tshoot-connect-connectivity.md';
const PREREQUISITES = 'MicrosoftDocs/entra-docs: how-to-connect-install-prerequisites.md';
const RETRY = 'inferred: that the client tries again every five minutes, with its health report';

/** What keeps the writeback client on the sync server from the tenant's relays, or its answer from the cloud. */
export const WRITEBACK_CLIENT: Pick<
  Catalogue,
  | 'firewall-blocks-443'
  | 'proxy-in-the-way'
  | 'tls-12-disabled'
  | 'root-certificate-missing'
  | 'cloud-names-unresolved'
  | 'configuration-unreadable'
  | 'key-mismatch'
  | 'service-died'
  | 'answer-lost'
> = {
  'firewall-blocks-443': {
    id: 'firewall-blocks-443',
    title: 'The firewall blocks port 443 to the relays',
    party: 'sync server',
    cause: "The sync server may not connect to the tenant's relays, from which it would fetch passwords.",
    figures: ({ blocked }) => [
      blocked === 'closed' ? 'TCP 443 outwards is closed' : 'TCP 443 to *.servicebus.windows.net is blocked',
    ],
    fix: [
      'Allow TCP 443 outwards to *.servicebus.windows.net and *.passwordreset.microsoftonline.com.',
      'Then restart the service ADSync, rather than wait until the client tries again.',
    ],
    sources: [`${TROUBLESHOOTING}, events 31034, 32002 and 31044`, RETRY],
    arrange: () => ({ world: {}, actions: ['block-relays'], after: '1 minute', request: reset }),
    mending: ['open-firewall', 'restart-adsync', { wait: '1 minute' }],
  },
  'proxy-in-the-way': {
    id: 'proxy-in-the-way',
    title: 'A proxy does not let the sync server through',
    party: 'sync server',
    cause:
      "The sync server's services reach the internet through a proxy only, and the proxy turns them away.",
    figures: ({ proxy }) => [
      proxy === 'not configured'
        ? 'machine.config names no proxy'
        : 'the proxy demands authentication (407), which the service does not give',
    ],
    fix: [
      'Name the proxy in machine.config, under system.net, and let the sync server through without authentication.',
      'Then restart the service ADSync.',
    ],
    sources: [CONNECTIVITY, PREREQUISITES, RETRY],
    arrange: () => ({ world: {}, actions: ['introduce-proxy'], after: '1 minute', request: reset }),
    mending: ['configure-proxy', 'restart-adsync', { wait: '1 minute' }],
  },
  'tls-12-disabled': {
    id: 'tls-12-disabled',
    title: 'TLS 1.2 is disabled on the sync server',
    party: 'sync server',
    cause:
      'The cloud accepts no older protocol than TLS 1.2, which the sync server has not used since it started.',
    figures: () => [],
    fix: [
      'Enable TLS 1.2 in the registry, for SCHANNEL and for both versions of the .NET Framework.',
      'Then restart the sync server.',
    ],
    sources: [PREREQUISITES, `${TROUBLESHOOTING}, event 32001`],
    arrange: () => ({
      world: {},
      actions: ['disable-tls12', 'reboot-sync-server'],
      after: '4 minutes',
      request: reset,
    }),
    mending: ['enable-tls12', 'reboot-sync-server', { wait: '4 minutes' }],
  },
  'root-certificate-missing': {
    id: 'root-certificate-missing',
    title: "The root certificates of the relays' chain are missing",
    party: 'sync server',
    cause: "The sync server does not trust the certificates that the tenant's relays show.",
    figures: () => [],
    fix: ['Install the root certificates that Azure uses.', 'Then restart the service ADSync.'],
    sources: [`${TROUBLESHOOTING}, "The remote certificate is invalid"`, RETRY],
    arrange: () => ({
      world: { connector: { network: { rootCertificates: false } } },
      request: reset,
    }),
    mending: ['install-root-certificates', 'restart-adsync', { wait: '1 minute' }],
  },
  'cloud-names-unresolved': {
    id: 'cloud-names-unresolved',
    title: 'The sync server cannot resolve names of the cloud',
    party: 'sync server',
    cause: 'The DNS servers that the sync server asks do not know the names of the relays.',
    figures: () => [],
    fix: ['Give the sync server DNS servers that resolve *.servicebus.windows.net.', 'Then restart ADSync.'],
    sources: [CONNECTIVITY, RETRY],
    arrange: () => ({ world: {}, actions: ['break-name-resolution'], after: '6 minutes', request: reset }),
    mending: ['mend-name-resolution', 'restart-adsync', { wait: '1 minute' }],
  },
  'configuration-unreadable': {
    id: 'configuration-unreadable',
    title: "The client's configuration cannot be read",
    party: 'sync server',
    cause: 'The service ADSync has started, and its writeback client could not read its configuration file.',
    figures: () => [],
    fix: ['Switch password writeback off and on again: that writes the configuration anew.'],
    sources: [`${TROUBLESHOOTING}, event 32005`],
    arrange: () => ({
      world: { connector: { configuration: 'unreadable' } },
      actions: ['restart-adsync'],
      after: '1 minute',
      request: reset,
    }),
    mending: ['disable-writeback-powershell', 'enable-writeback-powershell', { wait: '2 minutes' }],
  },
  'key-mismatch': {
    id: 'key-mismatch',
    title: 'The cloud encrypts with another key than the sync server has',
    party: 'sync server',
    cause: 'The sync server cannot decrypt the password: its key pair is not the one that the cloud knows.',
    figures: () => [],
    fix: ['Switch password writeback off and on again: that makes new keys, and gives them to the cloud.'],
    sources: [`${TROUBLESHOOTING}, event 32004`],
    arrange: () => ({ world: { connector: { keys: 'mismatch' } }, request: reset }),
    mending: ['disable-writeback-wizard', 'enable-writeback-wizard', { wait: '2 minutes' }],
  },
  'service-died': {
    id: 'service-died',
    title: 'The service stopped while it was at work',
    party: 'sync server',
    cause: 'The service ADSync fetched the password from the relay, and stopped before it could answer.',
    figures: ({ written }) => [
      written
        ? 'the domain has the new password; nobody told the cloud, or the user'
        : 'the domain has not got the new password',
    ],
    fix: [
      'Start the service ADSync, and reset the password once more.',
      'Ask the user to try the new password: it may be in effect on-premises.',
    ],
    sources: [
      'inferred: an operation ends with the process that carries it out',
      `${HOW_WRITEBACK_WORKS}, "Message expiration policies"`,
    ],
    arrange: () => ({
      world: {},
      meanwhile: { at: 'bindingToDomain', action: 'stop-adsync' },
      request: reset,
    }),
    mending: ['start-adsync', { wait: '1 minute' }],
  },
  'answer-lost': {
    id: 'answer-lost',
    title: 'The answer did not find its way back to the cloud',
    party: 'sync server',
    cause: 'The sync server did what it was asked, and lost its relays before it could say so.',
    figures: ({ written }) => [
      written
        ? 'the domain has the new password; the user read that it could not be reset'
        : 'the domain refused the password; the user read that it could not be reached',
    ],
    fix: ['Mend the way to the cloud.', 'Ask the user to try the new password: it is in effect on-premises.'],
    sources: [
      'inferred: the answer goes back over the relay that the question came from',
      `${ERROR_TABLE}, SSPR_0030`,
    ],
    arrange: () => ({
      world: {},
      request: reset,
      meanwhile: { at: 'answeringSuccess', action: 'close-firewall' },
    }),
    mending: ['open-firewall', 'restart-adsync', { wait: '1 minute' }],
  },
};

/** Why password writeback could not be switched on. */
export const ONBOARDING: Pick<
  Catalogue,
  'stale-configuration' | 'setup-administrator-refused' | 'onboarding-failed'
> = {
  'stale-configuration': {
    id: 'stale-configuration',
    title: 'What is left of an earlier configuration stands in the way',
    party: 'sync server',
    cause: 'Switching password writeback on fails: the stored configuration is in an invalid state.',
    figures: () => [],
    fix: ['Switch password writeback off first, which removes the configuration; then switch it on.'],
    sources: [TENANT_RUNBOOK],
    arrange: () => ({
      world: { connector: { writeback: 'off', configuration: 'stale' } },
      actions: ['enable-writeback-powershell'],
      after: '1 minute',
      request: reset,
    }),
    mending: ['disable-writeback-powershell', 'enable-writeback-powershell', { wait: '2 minutes' }],
  },
  'setup-administrator-refused': {
    id: 'setup-administrator-refused',
    title: 'The administrator who set it up got no token',
    party: 'sync server',
    cause:
      'Switching password writeback on needs an administrator whom Entra ID itself signs in, not a federated one.',
    figures: () => [],
    fix: ['Run the wizard again with an administrator who is managed in the cloud.'],
    sources: [`${TROUBLESHOOTING}, event 32009`],
    arrange: () => ({
      world: { connector: { writeback: 'never' } },
      actions: ['enable-writeback-wizard-federated'],
      after: '1 minute',
      request: reset,
    }),
    mending: ['enable-writeback-wizard', { wait: '2 minutes' }],
  },
  'onboarding-failed': {
    id: 'onboarding-failed',
    title: 'Password writeback could not be switched on',
    party: 'sync server',
    cause: 'Switching password writeback on began, and failed on the way.',
    figures: ({ fault }) => [fault],
    fix: [
      'Switch password writeback off and on again.',
      'If that does not help, look at the event beside it.',
    ],
    sources: [
      `${TROUBLESHOOTING}, events 32000, 32003, 32005, 32007, 32008 and 32010`,
      WRITEBACK_NOT_CONFIGURED,
      SUPPORT_BLOG,
    ],
    arrange: () => ({
      world: { connector: { writeback: 'never', onboardingFault: 'key generation fails' } },
      actions: ['enable-writeback-wizard'],
      after: '1 minute',
      request: reset,
    }),
    mending: ['enable-writeback-wizard', { wait: '2 minutes' }],
  },
};
