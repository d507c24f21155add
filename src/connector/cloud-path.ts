import { decideBy, type Decision, type Rule } from '../kernel/decision.js';

/** What lies between the sync server and the cloud, as far as it can be wrong. */
export interface Environment {
  /** TCP 443 outwards: to everything, to one relay only, to neither relay, or to nothing. */
  readonly firewall: FirewallState;
  readonly proxy: ProxyState;
  /** TLS 1.2 as the registry has it, and as it has been in effect since the machine started. */
  readonly tls12: { readonly registry: boolean; readonly inEffect: boolean };
  /** Whether the root certificates of the relays' new chain are trusted. */
  readonly rootCertificates: boolean;
  /** Whether names of the cloud resolve. */
  readonly nameResolution: boolean;
}

export const FIREWALL_STATES = ['open', 'one relay blocked', 'relays blocked', 'closed'] as const;
export type FirewallState = (typeof FIREWALL_STATES)[number];

export const PROXY_STATES = ['none', 'works', 'not configured', 'demands authentication'] as const;
export type ProxyState = (typeof PROXY_STATES)[number];

/** Why the sync server does not get through to the cloud. */
export type CloudPathRefusal =
  | { readonly rule: 'cloud-names-unresolved' }
  | { readonly rule: 'firewall-blocks-443'; readonly blocked: 'relays blocked' | 'closed' }
  | { readonly rule: 'proxy-in-the-way'; readonly proxy: 'not configured' | 'demands authentication' }
  | { readonly rule: 'tls-12-disabled' }
  | { readonly rule: 'root-certificate-missing' };

/** In the order in which a connection is made: name, way, handshake. */
const RULES: readonly Rule<Environment, CloudPathRefusal>[] = [
  {
    rule: 'cloud-names-unresolved',
    refusal: ({ nameResolution }) => (nameResolution ? undefined : { rule: 'cloud-names-unresolved' }),
  },
  {
    rule: 'firewall-blocks-443',
    refusal: ({ firewall }) =>
      firewall === 'relays blocked' || firewall === 'closed'
        ? { rule: 'firewall-blocks-443', blocked: firewall }
        : undefined,
  },
  {
    rule: 'proxy-in-the-way',
    refusal: ({ proxy }) =>
      proxy === 'not configured' || proxy === 'demands authentication'
        ? { rule: 'proxy-in-the-way', proxy }
        : undefined,
  },
  {
    rule: 'tls-12-disabled',
    refusal: ({ tls12 }) => (tls12.inEffect ? undefined : { rule: 'tls-12-disabled' }),
  },
  {
    rule: 'root-certificate-missing',
    refusal: ({ rootCertificates }) => (rootCertificates ? undefined : { rule: 'root-certificate-missing' }),
  },
];

/** Whether the sync server gets through to the cloud. */
export function decideCloudPath(environment: Readonly<Environment>): Decision<CloudPathRefusal> {
  return decideBy(RULES, environment);
}

/**
 * When a listener that is up notices. A connection that is cut is lost at once; a name or a certificate is asked for at
 * the next heartbeat, which is a request of its own; what the registry says of TLS counts from the next start of the
 * machine. All inferred: no source says when.
 */
export const NOTICED: Readonly<Record<CloudPathRefusal['rule'], 'at once' | 'at the next heartbeat'>> = {
  'cloud-names-unresolved': 'at the next heartbeat',
  'firewall-blocks-443': 'at once',
  'proxy-in-the-way': 'at once',
  'tls-12-disabled': 'at the next heartbeat',
  'root-certificate-missing': 'at the next heartbeat',
};
