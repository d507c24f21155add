import { at } from '../../attempt/stage.js';
import type { ConsoleCommand } from '../../connector/console.js';
import type { ServiceEvent } from '../../connector/facts.js';
import { MILLISECOND, MINUTE, SECOND, type Duration } from '../../kernel/duration.js';
import type { Emitted } from '../../kernel/fact.js';
import type { Instant } from '../../kernel/instant.js';
import type { Action, PartyFact, Scheduled } from '../../world/action.js';
import { SYNC_ACCOUNT_NAME } from '../../tenant/sign-in-log.js';
import type { State } from '../../world/state.js';
import { exportCycle } from './object-sync.js';
import { writebackForDirectory } from './tenant-changes/audited.js';

/** Until what the server registers has arrived in the cloud: "usually it won't take much time"; the figure is inferred. */
const REGISTRATION_DELAY = MINUTE;

/** Ticks or clears Password writeback, in the wizard or with the cmdlet. */
export function configureWriteback(enable: boolean, command: ConsoleCommand): Action {
  return {
    apply: (state, now) => {
      if (!state.connector.service.running) return unanswered(state, command);
      state.connector.writebackEnabled = enable;
      if (!enable) stopListening(state, now);
      return {
        facts: [
          consoleUsed(state, command),
          ...(enable
            ? reports(state, [
                'onboarding-started',
                'token-acquired',
                'key-pair-created',
                'onboarding-succeeded',
                'client-started',
              ])
            : reports(state, [
                'offboarding-started',
                'token-acquired',
                'offboarding-succeeded',
                'client-stopped',
              ])),
        ],
        later: [{ at: now + REGISTRATION_DELAY, action: register(enable ? 'on' : 'off') }],
      };
    },
  };
}

/** Stops the service ADSync: nobody listens any more, and the cloud notices when heartbeats stay away. */
export const stopService: Action = {
  apply: (state, now) => {
    const { connector } = state;
    const wasListening = connector.listening;
    connector.service = { running: false, since: now };
    stopListening(state, now);
    const facts = [consoleUsed(state, 'stop-adsync')];
    return {
      facts: wasListening ? [...facts, ...reports(state, ['client-stopped', 'listener-lost'])] : facts,
    };
  },
};

/** Starts the service ADSync. The client needs the synchronisation account to get at its relays. */
export const startService: Action = {
  apply: (state, now) => {
    if (state.connector.service.running) return { facts: [consoleUsed(state, 'start-adsync')] };
    const started = startClient(state, now);
    return { ...started, facts: [consoleUsed(state, 'start-adsync'), ...started.facts] };
  },
};

/** Restart-Service ADSync: stops, then starts. */
export const restartService: Action = {
  apply: (state, now) => {
    const stopped = state.connector.listening ? reports(state, ['client-stopped']) : [];
    state.connector.service = { running: false, since: now };
    stopListening(state, now);
    const start: Action = { apply: startClient };
    return {
      facts: [consoleUsed(state, 'restart-adsync'), ...stopped],
      later: [{ at: now + RESTART_TAKES, action: start }],
    };
  },
};

/** How long the service is away; inferred. */
const RESTART_TAKES = 10 * SECOND;

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

function startClient(
  state: State,
  now: Instant,
): { facts: Emitted<PartyFact>[]; later: readonly Scheduled[] } {
  const { connector, tenant } = state;
  connector.service = { running: true, since: now };
  if (!connector.writebackEnabled) return { facts: [], later: [] };
  if (tenant.syncAccountBlocked !== undefined) {
    return { facts: reports(state, ['endpoint-failed', 'client-unhealthy']), later: [] };
  }
  startListening(state);
  return { facts: reports(state, ['client-started']), later: registrationOf(state, now) };
}

/** A setting that never arrived in the cloud is sent again. */
function registrationOf({ connector, tenant }: State, now: Instant): readonly Scheduled[] {
  if (!connector.writebackEnabled || tenant.writeback.registration === 'on') return [];
  return [{ at: now + REGISTRATION_DELAY, action: register('on') }];
}

function register(registration: 'on' | 'off'): Action {
  return {
    apply: (state) => {
      const before = state.tenant.writeback.registration;
      state.tenant.writeback.registration = registration;
      const { connector } = state;
      if (registration === 'on' && connector.writebackEnabled && connector.service.running)
        startListening(state);
      if (before === registration) return { facts: [] };
      const by = { ...connector.cloudAccount, displayName: SYNC_ACCOUNT_NAME.text };
      return { facts: [writebackForDirectory(state, registration === 'on', by)] };
    },
  };
}

function startListening({ connector, tenant }: State): void {
  connector.listening = true;
  tenant.writeback.lastHeartbeat = 'live';
}

function stopListening({ connector, tenant }: State, now: Instant): void {
  connector.listening = false;
  if (tenant.writeback.lastHeartbeat === 'live') tenant.writeback.lastHeartbeat = now;
}

function consoleUsed({ connector }: State, command: ConsoleCommand, answered = true): Emitted<PartyFact> {
  const { host, cloudConnectorName: connectorName } = connector;
  return at(host, { kind: 'console-used', command, answered, connectorName });
}

/** The cmdlets and the wizard ask the service; where it does not run, nothing changes. */
function unanswered(state: State, command: ConsoleCommand): { readonly facts: Emitted<PartyFact>[] } {
  return { facts: [consoleUsed(state, command, false)] };
}

/** The client's own reports, one after the other. */
export function reports({ connector }: State, events: readonly ServiceEvent[]): Emitted<PartyFact>[] {
  const syncAccount = connector.cloudAccount.userPrincipalName;
  return events.map((event, index) =>
    at(connector.host, { kind: 'service-reported', event, syncAccount }, (index + 1) * BETWEEN_REPORTS),
  );
}

const BETWEEN_REPORTS: Duration = 400 * MILLISECOND;
