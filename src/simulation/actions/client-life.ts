import { at } from '../../attempt/stage.js';
import { HEARTBEAT_EVERY, isListening, type ClientTrouble, type Relay } from '../../connector/client.js';
import { decideClientStart } from '../../connector/client-start.js';
import { decideCloudPath, NOTICED } from '../../connector/cloud-path.js';
import type { Chatter, ServiceEvent } from '../../connector/facts.js';
import { TROUBLE_REPORTS } from '../../connector/trouble-reports.js';
import { MILLISECOND, SECOND, type Duration } from '../../kernel/duration.js';
import type { Emitted } from '../../kernel/fact.js';
import type { Instant } from '../../kernel/instant.js';
import type { Action, PartyFact, Scheduled } from '../../world/action.js';
import type { State } from '../../world/state.js';

/** What a change of the client leaves, and what it sets in motion. */
interface Change {
  readonly facts: readonly Emitted<PartyFact>[];
  readonly later?: readonly Scheduled[];
}

/** From the service's start until its client listens; inferred. */
export const STARTING_TAKES: Duration = 3 * SECOND;

/** Records of the same moment, one after the other. */
const BETWEEN_REPORTS: Duration = 400 * MILLISECOND;

/** The client's own reports, one after the other. */
export function reports(
  { connector }: State,
  events: readonly ServiceEvent[],
  first: Duration = BETWEEN_REPORTS,
): Emitted<PartyFact>[] {
  const syncAccount = connector.cloudAccount.userPrincipalName;
  return events.map((event, index) => {
    const after = first + index * BETWEEN_REPORTS;
    const body = { kind: 'service-reported', event, syncAccount } as const;
    return after === 0 ? at(connector.host, body) : at(connector.host, body, after);
  });
}

/** The service has started, and with it the client, if there is one. */
export function clientStarts(state: State, now: Instant): Change {
  const { connector } = state;
  if (!connector.writebackEnabled) return { facts: [] };
  const life = connector.client.life + 1;
  connector.client = { phase: 'starting', since: now, life, trouble: undefined };
  const ready: Action = {
    apply: (later, then) =>
      later.connector.client.life === life && later.connector.client.phase === 'starting'
        ? clientConnects(later, then)
        : { facts: [] },
  };
  return { facts: [], later: [{ at: now + STARTING_TAKES, action: ready }] };
}

/** The client gets at its relays, or says why not. */
export function clientConnects(state: State, now: Instant): Change {
  const { connector, tenant } = state;
  const start = decideClientStart({
    environment: connector.environment,
    configurationReadable: connector.configurationReadable,
    identityWorks: tenant.syncAccountBlocked === undefined,
  });
  if (!start.allowed) {
    return { facts: inTrouble(state, now, start.refusal, 'starting') };
  }
  const isDegraded = connector.environment.firewall === 'one relay blocked';
  const said = isDegraded ? withoutOneRelay(state) : [];
  return { facts: [...reports(state, ['client-started', ...said], 0), ...listens(state, now)] };
}

/** What a client adds that is on one of its relays only. */
function withoutOneRelay({ connector }: State): readonly ServiceEvent[] {
  return connector.unhealthyWithout === 'either relay' ? ['client-unhealthy'] : [];
}

/** What the client has been saying since before the story began. */
export function chatterAtStart(state: State, now: Instant): readonly Emitted<PartyFact>[] {
  const { client, relays } = state.connector;
  const first = now + HEARTBEAT_EVERY;
  if (isListening(client)) {
    return [beginChatter(state, 'heartbeat', first, client.phase === 'listening' ? relays : [relays[0]])];
  }
  return client.trouble !== undefined && TROUBLE_REPORTS[client.trouble.rule].webService
    ? [beginChatter(state, 'health-report-failed', first, [])]
    : [];
}

/** The client is gone: its service has stopped, or writeback has been switched off. */
export function clientStops(state: State, now: Instant): Change {
  const { client } = state.connector;
  const facts = silence(state, now);
  state.connector.client = { phase: 'stopped', since: now, life: client.life + 1, trouble: undefined };
  return { facts };
}

/** Looks whether the way to the cloud is as the client takes it to be; asked when either may have changed. */
export const clientLooks: Action = {
  apply: (state, now) => {
    const { client, environment } = state.connector;
    const path = decideCloudPath(environment);
    if (isListening(client)) {
      if (!path.allowed) return { facts: inTrouble(state, now, path.refusal, 'struck') };
      const phase = environment.firewall === 'one relay blocked' ? 'degraded' : 'listening';
      if (phase === client.phase) return { facts: [] };
      const told =
        phase === 'degraded'
          ? reports(state, ['listener-lost', ...withoutOneRelay(state)])
          : reports(state, ['relay-retried'], 0);
      const [, second] = state.connector.relays;
      const facts = told.map((fact) => aboutRelay(fact, second));
      return { facts: [...facts, ...endHeartbeat(state), ...listens(state, now)] };
    }
    if (client.phase !== 'unhealthy' || client.trouble === undefined) return { facts: [] };
    // What needs more than the way to the cloud is only tried again when the service starts.
    if (!path.allowed || !Object.hasOwn(NOTICED, client.trouble.rule)) return { facts: [] };
    // Said before anything is received over the relay: what comes next may come within the same moment.
    return { facts: [...reports(state, ['relay-retried'], 0), ...endChatter(state), ...listens(state, now)] };
  },
};

/** When the client looks again after a change of its environment: it notices a loss, or tries once more. */
export function nextLook({ connector, tenant }: State, now: Instant): readonly Scheduled[] {
  const { client, environment } = connector;
  const path = decideCloudPath(environment);
  const every = { first: tenant.writeback.heartbeats.first, every: HEARTBEAT_EVERY };
  if (isListening(client)) {
    const when = path.allowed ? 'at once' : NOTICED[path.refusal.rule];
    return [{ at: when === 'at once' ? now + CUT : nextOf(every, now), action: clientLooks }];
  }
  if (client.phase !== 'unhealthy' || !path.allowed) return [];
  return [{ at: nextOf({ first: client.since, every: HEARTBEAT_EVERY }, now), action: clientLooks }];
}

/** Until a connection that is cut is seen to be; inferred. */
const CUT: Duration = 10 * MILLISECOND;

function nextOf({ first, every }: { first: Instant; every: Duration }, now: Instant): Instant {
  return now < first ? first : first + (Math.floor((now - first) / every) + 1) * every;
}

/** On the relays from now on: one heartbeat at once, and one every five minutes. */
function listens(state: State, now: Instant): Emitted<PartyFact>[] {
  const { connector, tenant } = state;
  const { relays, environment, client } = connector;
  const phase = environment.firewall === 'one relay blocked' ? 'degraded' : 'listening';
  connector.client = { phase, since: now, life: client.life, trouble: undefined };
  tenant.writeback.heartbeats = { first: now, every: HEARTBEAT_EVERY, until: undefined };
  return [beginChatter(state, 'heartbeat', now, phase === 'listening' ? relays : [relays[0]])];
}

/** The client loses its relays, or does not get at them, and says so. */
export function inTrouble(
  state: State,
  now: Instant,
  trouble: ClientTrouble,
  when: 'struck' | 'starting',
): Emitted<PartyFact>[] {
  const { connector } = state;
  const quiet = silence(state, now);
  const { client } = connector;
  connector.client = { phase: 'unhealthy', since: now, life: client.life, trouble };
  const said = TROUBLE_REPORTS[trouble.rule];
  return [
    ...quiet,
    ...reports(state, said[when]),
    ...(said.webService ? [beginChatter(state, 'health-report-failed', now + HEARTBEAT_EVERY, [])] : []),
  ];
}

/** The heart stops beating, and the cloud keeps what it heard last. */
function silence(state: State, now: Instant): Emitted<PartyFact>[] {
  const { connector, tenant } = state;
  if (isListening(connector.client)) {
    tenant.writeback.heartbeats = { ...tenant.writeback.heartbeats, until: now };
    return endHeartbeat(state);
  }
  return endChatter(state);
}

function endHeartbeat({ connector }: State): Emitted<PartyFact>[] {
  return [at(connector.host, { kind: 'chatter-ended', report: 'heartbeat' } as const)];
}

function endChatter({ connector }: State): Emitted<PartyFact>[] {
  const { client } = connector;
  return client.trouble !== undefined && TROUBLE_REPORTS[client.trouble.rule].webService
    ? [at(connector.host, { kind: 'chatter-ended', report: 'health-report-failed' } as const)]
    : [];
}

/** What a machine says again and again, from an instant on. */
export function beginChatter(
  { connector }: Pick<State, 'connector'>,
  report: Chatter,
  first: Instant,
  relays: readonly Relay[],
): Emitted<PartyFact> {
  const syncAccount = connector.cloudAccount.userPrincipalName;
  return at(connector.host, {
    kind: 'chatter-began',
    report,
    first,
    every: HEARTBEAT_EVERY,
    syncAccount,
    relays,
  });
}

function aboutRelay(fact: Emitted<PartyFact>, relay: Relay): Emitted<PartyFact> {
  return fact.body.kind === 'service-reported' ? { ...fact, body: { ...fact.body, relay } } : fact;
}
