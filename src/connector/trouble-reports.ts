import type { ClientTrouble } from './client.js';
import type { ServiceEvent } from './facts.js';

/** What the sync server says of a trouble: when it strikes a client that listens, and when a client starts with it. */
interface Reports {
  readonly struck: readonly ServiceEvent[];
  readonly starting: readonly ServiceEvent[];
  /** Whether the web service of password reset is out of reach too: then health reports fail every five minutes. */
  readonly webService: boolean;
}

const UNREACHABLE = ['endpoint-failed', 'web-service-unreachable', 'client-unhealthy'] as const;

/**
 * The pairings are Microsoft's descriptions of the events (troubleshoot-sspr-writeback.md) and the records of one case
 * (unable-configure-pwd-writeback-error.md: 6800, 32001, 31044); which of them come together otherwise is inferred.
 */
export const TROUBLE_REPORTS: Readonly<Record<ClientTrouble['rule'], Reports>> = {
  'firewall-blocks-443': {
    struck: ['listener-lost', 'relay-unreachable', 'client-unhealthy'],
    starting: ['endpoint-failed', 'relay-unreachable', 'client-unhealthy'],
    webService: true,
  },
  'cloud-names-unresolved': {
    struck: ['listener-lost', 'client-unhealthy'],
    starting: UNREACHABLE,
    webService: true,
  },
  'proxy-in-the-way': {
    struck: ['listener-lost', 'client-unhealthy'],
    starting: UNREACHABLE,
    webService: true,
  },
  'tls-12-disabled': {
    struck: ['listener-lost', 'client-unhealthy'],
    starting: ['listener-lost', 'client-unhealthy'],
    webService: true,
  },
  'root-certificate-missing': {
    struck: ['listener-distrusts', 'client-unhealthy'],
    starting: ['listener-distrusts', 'client-unhealthy'],
    webService: false,
  },
  'configuration-unreadable': {
    struck: [],
    starting: ['configuration-failed', 'client-unhealthy'],
    webService: false,
  },
  'sync-account-blocked': {
    struck: [],
    starting: ['endpoint-failed', 'client-unhealthy'],
    webService: false,
  },
};
