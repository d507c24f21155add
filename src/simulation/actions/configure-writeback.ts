import type { ConsoleCommand } from '../../connector/console.js';
import {
  decideOnboarding,
  OFFBOARDED,
  offboardingFailed,
  ONBOARDED,
  onboardingFailed,
  type Onboarding,
  type OnboardingRefusal,
} from '../../connector/onboarding.js';
import { SECOND, type Duration } from '../../kernel/duration.js';
import type { Emitted } from '../../kernel/fact.js';
import type { Instant } from '../../kernel/instant.js';
import type { Action, PartyFact, Scheduled } from '../../world/action.js';
import type { State } from '../../world/state.js';
import { clientConnects, clientStops, reports } from './client-life.js';
import { consoleUsed, register, REGISTRATION_DELAY, unanswered } from './writeback-client.js';

interface Done {
  readonly facts: readonly Emitted<PartyFact>[];
  readonly later?: readonly Scheduled[];
}

/** Where an administrator configures writeback, and as whom. */
export interface Configuring {
  readonly shell: 'powershell' | 'wizard';
  readonly administrator: 'managed' | 'federated';
}

/** From the wizard's last button until the client takes its new keys to the relays; inferred. */
const ONBOARDING_TAKES: Duration = 2 * SECOND;

/** Ticks Password writeback, in the wizard or with the cmdlet: new keys are made, and given to the cloud. */
export function enableWriteback({ shell, administrator }: Configuring): Action {
  const command: ConsoleCommand = `enable-writeback-${shell}`;
  return {
    apply: (state, now) => {
      const { connector } = state;
      if (!connector.service.running) return unanswered(state, command);
      const decision = decideOnboarding(onboarding(state, administrator));
      if (!decision.allowed) return fails(state, command, decision.refusal);
      const { facts } = clientStops(state, now);
      const life = connector.client.life + 1;
      connector.writebackEnabled = true;
      connector.configured = now;
      connector.onboardingTrouble = undefined;
      connector.configurationReadable = true;
      connector.faults = { ...connector.faults, forestAddedLater: false };
      connector.client = { phase: 'onboarding', since: now, life, trouble: undefined };
      makeKeys(state, now);
      const connect: Action = {
        apply: (later, then) =>
          later.connector.client.life === life ? clientConnects(later, then) : { facts: [] },
      };
      return {
        facts: [...facts, consoleUsed(state, command), ...reports(state, ONBOARDED)],
        later: [
          { at: now + ONBOARDING_TAKES, action: connect },
          { at: now + REGISTRATION_DELAY, action: register('on') },
        ],
      };
    },
  };
}

/** Clears Password writeback. What an earlier configuration left behind goes with it. */
export function disableWriteback({ shell, administrator }: Configuring): Action {
  const command: ConsoleCommand = `disable-writeback-${shell}`;
  return {
    apply: (state, now) => {
      const { connector } = state;
      if (!connector.service.running) return unanswered(state, command);
      const decision = decideOnboarding({
        ...onboarding(state, administrator),
        stale: false,
        fault: undefined,
      });
      if (!decision.allowed) {
        const refusal = decision.refusal as Parameters<typeof offboardingFailed>[0];
        return {
          facts: [
            consoleUsed(state, command, { answered: false }),
            ...reports(state, offboardingFailed(refusal)),
          ],
        };
      }
      const { facts } = clientStops(state, now);
      connector.writebackEnabled = false;
      connector.configured = now;
      connector.staleConfiguration = false;
      return {
        facts: [...facts, consoleUsed(state, command), ...reports(state, OFFBOARDED)],
        later: [{ at: now + REGISTRATION_DELAY, action: register('off') }],
      };
    },
  };
}

/** A new pair of keys, which both sides have; whatever was encrypted with the old one is lost. */
export function makeKeys({ connector, tenant }: State, now: Instant): void {
  const generation = Math.max(connector.keys.generation, tenant.writeback.keyGeneration) + 1;
  connector.keys = { generation, since: now };
  tenant.writeback.keyGeneration = generation;
}

function onboarding({ connector }: State, administrator: Configuring['administrator']): Onboarding {
  return {
    environment: connector.environment,
    stale: connector.staleConfiguration,
    administratorIsManaged: administrator === 'managed',
    fault: connector.onboardingFault,
  };
}

function fails(state: State, command: ConsoleCommand, refusal: OnboardingRefusal): Done {
  const { connector } = state;
  connector.onboardingTrouble = refusal;
  // It happens once: trying again is the documented way out.
  connector.onboardingFault = undefined;
  return {
    facts: [answerOf(state, command, refusal), ...reports(state, onboardingFailed(refusal))],
  };
}

function answerOf(state: State, command: ConsoleCommand, refusal: OnboardingRefusal): Emitted<PartyFact> {
  if (command === 'enable-writeback-wizard') return consoleUsed(state, 'enable-writeback-wizard-refused');
  return refusal.rule === 'stale-configuration'
    ? consoleUsed(state, 'enable-writeback-powershell-stale')
    : consoleUsed(state, command, { answered: false });
}
