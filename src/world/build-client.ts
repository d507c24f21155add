import { HEARTBEAT_EVERY, type ClientPhase, type Relay, type WritebackClient } from '../connector/client.js';
import { decideClientStart } from '../connector/client-start.js';
import type { Environment } from '../connector/cloud-path.js';
import { RELAY_NAMESPACES } from '../connector/relays.js';
import type { ServerFaults } from '../connector/server-faults.js';
import type { ConnectorState } from '../connector/state.js';
import type { Ids } from '../kernel/ids.js';
import { parseMoment, type Instant } from '../kernel/instant.js';
import type { TenantState } from '../tenant/state.js';
import type { World } from './schema.js';

type Server = World['connector'];

/** The writeback client as it stands when the story begins, and what lies around it. */
export function buildClient(
  { connector, tenant, users }: World,
  ids: Ids,
  start: Instant,
): Pick<
  ConnectorState,
  | 'client'
  | 'environment'
  | 'faults'
  | 'faultsFromNextStart'
  | 'relays'
  | 'configurationReadable'
  | 'staleConfiguration'
  | 'onboardingFault'
  | 'onboardingTrouble'
  | 'keys'
  | 'configured'
  | 'unhealthyWithout'
> {
  const tenantId = ids.guid('tenant', tenant.initialDomain);
  const relay = (index: 0 | 1): Relay => ({
    namespace: RELAY_NAMESPACES[index].text,
    endpoint: `${tenantId}_${ids.guid('relay', index)}`,
  });
  return {
    client: clientOf(connector, start),
    environment: environmentOf(connector),
    faults: {
      links: linkFaults(users, ids),
      forestAddedLater: connector.forestAddedLater,
      signAndEncryptLdap: connector.signAndEncryptLdap,
      accountPasswordLength: connector.accountPasswordLength,
      accountIsProtectedUser: connector.accountInProtectedUsers,
      rpc: connector.network.rpc,
      remoteSam: connector.remoteSam,
      policyHints: connector.policyHints,
    },
    faultsFromNextStart: {},
    relays: [relay(0), relay(1)],
    configurationReadable: connector.configuration !== 'unreadable',
    staleConfiguration: connector.configuration === 'stale',
    onboardingFault: connector.onboardingFault,
    onboardingTrouble: undefined,
    keys: { generation: GENERATION, since: parseMoment(connector.keysCreated, start) },
    // The keys are made when writeback is configured.
    configured: parseMoment(connector.keysCreated, start),
    unhealthyWithout: connector.unhealthyWithout,
  };
}

function linkFaults(users: World['users'], ids: Ids): ServerFaults['links'] {
  return new Map(
    Object.entries(users).flatMap(([name, { link }]) =>
      link === 'whole' ? [] : [[ids.guid('entra-object', name), link] as const],
    ),
  );
}

/** What the cloud has of the client. */
export function buildWriteback({ connector, tenant }: World, start: Instant): TenantState['writeback'] {
  const { phase } = clientOf(connector, start);
  const beats = phase === 'listening' || phase === 'degraded';
  return {
    registration: connector.writeback === 'not in effect' ? 'never' : connector.writeback,
    portalSetting: tenant.writebackSetting,
    unlockWithoutReset: tenant.unlockWithoutReset,
    heartbeats: { first: start, every: HEARTBEAT_EVERY, until: beats ? undefined : start },
    keyGeneration: connector.keys === 'match' ? GENERATION : GENERATION + 1,
  };
}

const GENERATION = 1;

function environmentOf({ network }: Server): Environment {
  const { tls12, firewall, proxy, rootCertificates, nameResolution } = network;
  return { firewall, proxy, rootCertificates, nameResolution, tls12: { registry: tls12, inEffect: tls12 } };
}

function clientOf(connector: Server, since: Instant): WritebackClient {
  const client = (phase: ClientPhase): WritebackClient => ({ phase, since, life: 0, trouble: undefined });
  if (connector.service === 'stopped') return client('stopped');
  if (connector.writeback === 'not in effect') return client('onboarding');
  if (connector.writeback !== 'on') return client('stopped');
  // Its relays have been known since before the story, so neither its account nor its file is asked for.
  const start = decideClientStart({
    environment: environmentOf(connector),
    configurationReadable: true,
    identityWorks: true,
  });
  if (!start.allowed) return { ...client('unhealthy'), trouble: start.refusal };
  return client(connector.network.firewall === 'one relay blocked' ? 'degraded' : 'listening');
}
