import { at } from '../../attempt/stage.js';
import type { ConsoleCommand } from '../../connector/console.js';
import type { ConsoleFigures } from '../../connector/facts.js';
import { isListening } from '../../connector/client.js';
import { MINUTE, SECOND, type Duration } from '../../kernel/duration.js';
import type { Emitted } from '../../kernel/fact.js';
import type { Instant } from '../../kernel/instant.js';
import type { Action, PartyFact, Scheduled } from '../../world/action.js';
import { SYNC_ACCOUNT_NAME } from '../../tenant/sign-in-log.js';
import type { State } from '../../world/state.js';
import { exportCycle } from './object-sync.js';
import { writebackForDirectory } from './tenant-changes/audited.js';
import { clientConnects, clientStarts, clientStops, reports } from './client-life.js';

/** Until what the server registers has arrived in the cloud: "usually it won't take much time"; the figure is inferred. */
export const REGISTRATION_DELAY = MINUTE;

/** Stops the service ADSync: nobody listens any more, and the cloud notices when heartbeats stay away. */
export const stopService: Action = {
  apply: (state, now) => {
    const { connector } = state;
    const wasListening = isListening(connector.client);
    connector.service = { running: false, since: now };
    const stopped = clientStops(state, now);
    const facts = [consoleUsed(state, 'stop-adsync'), ...stopped.facts];
    return {
      facts: wasListening ? [...facts, ...reports(state, ['client-stopped', 'listener-lost'], 0)] : facts,
    };
  },
};

/** Starts the service ADSync. The client needs the synchronisation account to get at its relays. */
export const startService: Action = {
  apply: (state, now) => {
    if (state.connector.service.running) return { facts: [consoleUsed(state, 'start-adsync')] };
    const started = starts(state, now);
    return { ...started, facts: [consoleUsed(state, 'start-adsync'), ...started.facts] };
  },
};

/** Restart-Service ADSync: stops, then starts. */
export const restartService: Action = {
  apply: (state, now) => {
    const away = goesAway(state, now, RESTART_TAKES);
    return { ...away, facts: [consoleUsed(state, 'restart-adsync'), ...away.facts] };
  },
};

/** The whole machine starts again; what its registry says of TLS is in effect from then on. */
export const rebootServer: Action = {
  apply: (state, now) => goesAway(state, now, REBOOT_TAKES),
};

/** A backup brings back a key pair that the cloud has replaced since; the service starts again with it. */
export const restoreServer: Action = {
  apply: (state, now) => {
    const { keys } = state.connector;
    state.connector.keys = { generation: keys.generation - 1, since: keys.since };
    return goesAway(state, now, REBOOT_TAKES);
  },
};

/** How long the service is away; both inferred. */
const RESTART_TAKES = 10 * SECOND;
const REBOOT_TAKES = 3 * MINUTE;

function goesAway(state: State, now: Instant, away: Duration): Done {
  const { connector } = state;
  const stopped = isListening(connector.client) ? reports(state, ['client-stopped'], 0) : [];
  connector.service = { running: false, since: now };
  const { facts } = clientStops(state, now);
  const { life } = connector.client;
  const start: Action = {
    apply: (later, then) => {
      // Somebody has started or stopped it meanwhile.
      if (later.connector.client.life !== life || later.connector.service.running) return { facts: [] };
      if (away === REBOOT_TAKES) {
        const { environment } = later.connector;
        const { registry } = environment.tls12;
        later.connector.environment = { ...environment, tls12: { registry, inEffect: registry } };
      }
      return starts(later, then);
    },
  };
  return { facts: [...facts, ...stopped], later: [{ at: now + away, action: start }] };
}

/** Start-ADSyncSyncCycle -PolicyType Delta: carries up what was configured and has not arrived. */
export const startDeltaSync: Action = {
  apply: (state, now) => {
    if (!state.connector.service.running) return unanswered(state, 'start-delta-sync');
    if (state.tenant.syncAccountBlocked !== undefined) {
      return { facts: [consoleUsed(state, 'start-delta-sync-refused')] };
    }
    return {
      facts: [consoleUsed(state, 'start-delta-sync')],
      later: [...registrationOf(state, now), { at: now + EXPORT_TAKES, action: exportCycle }],
    };
  },
};

/** From the start of a cycle to what it exports; inferred. */
const EXPORT_TAKES = 30 * SECOND;

interface Done {
  readonly facts: readonly Emitted<PartyFact>[];
  readonly later?: readonly Scheduled[];
}

function starts(state: State, now: Instant): Done {
  const { connector } = state;
  connector.service = { running: true, since: now };
  connector.faults = { ...connector.faults, ...connector.faultsFromNextStart };
  connector.faultsFromNextStart = {};
  const { facts, later = [] } = clientStarts(state, now);
  return { facts, later: [...later, ...registrationOf(state, now)] };
}

/** A setting that never arrived in the cloud is sent again. */
function registrationOf({ connector, tenant }: State, now: Instant): readonly Scheduled[] {
  if (!connector.writebackEnabled || tenant.writeback.registration === 'on') return [];
  return [{ at: now + REGISTRATION_DELAY, action: register('on') }];
}

/** What the server registered has arrived in the cloud. */
export function register(registration: 'on' | 'off'): Action {
  return {
    apply: (state, now) => {
      const before = state.tenant.writeback.registration;
      state.tenant.writeback.registration = registration;
      const { connector } = state;
      // What was ticked long ago takes effect at last.
      const connects = registration === 'on' && connector.client.phase === 'onboarding';
      const { facts, later = [] } = connects ? clientConnects(state, now) : { facts: [] };
      if (before === registration) return { facts, later };
      const by = { ...connector.cloudAccount, displayName: SYNC_ACCOUNT_NAME.text };
      return { facts: [...facts, writebackForDirectory(state, registration === 'on', by)], later };
    },
  };
}

/** Something was typed or clicked on the sync server. */
export function consoleUsed(
  { connector }: State,
  command: ConsoleCommand,
  { answered = true, shown }: { readonly answered?: boolean; readonly shown?: ConsoleFigures } = {},
): Emitted<PartyFact> {
  const { host, cloudConnectorName: connectorName } = connector;
  const told = { kind: 'console-used', command, answered, connectorName } as const;
  return at(host, shown === undefined ? told : { ...told, shown });
}

/** The cmdlets and the wizard ask the service; where it does not run, nothing changes. */
export function unanswered(state: State, command: ConsoleCommand): { readonly facts: Emitted<PartyFact>[] } {
  return { facts: [consoleUsed(state, command, { answered: false })] };
}
