import type { AccessDirectory } from '../../domain/access-directory.js';
import { propagateAdminSdHolder } from '../../domain/sd-prop.js';
import { accountsAt } from '../../domain/replica.js';
import { HOUR } from '../../kernel/duration.js';
import type { Instant } from '../../kernel/instant.js';
import type { Action, Scheduled } from '../../world/action.js';
import type { State } from '../../world/state.js';

type Change = (directory: AccessDirectory) => AccessDirectory;

/**
 * Writes a change of access control lists, and lets it arrive: what is written on an object itself is in effect at
 * once where it is written, what others inherit from it only after the domain's permission delay.
 */
export function changeDirectory(
  { domain }: State,
  now: Instant,
  reaching: 'the object' | 'what lies below',
  change: Change,
): readonly Scheduled[] {
  domain.directory = change(domain.directory);
  const later: Scheduled[] = [];
  for (const controller of domain.controllers) {
    const at = now + (reaching === 'the object' ? 0 : domain.permissionDelay);
    if (at === now) {
      controller.replica.directory = change(controller.replica.directory);
      continue;
    }
    controller.pendingUntil = Math.max(at, controller.pendingUntil ?? at);
    later.push({ at, action: arrive(controller.host, change) });
  }
  return later;
}

function arrive(host: string, change: Change): Action {
  return {
    apply: ({ domain }, now) => {
      const controller = domain.controllers.find((one) => one.host === host);
      if (controller === undefined) return { facts: [] };
      controller.replica.directory = change(controller.replica.directory);
      if (controller.pendingUntil !== undefined && controller.pendingUntil <= now) {
        controller.pendingUntil = undefined;
      }
      return { facts: [] };
    },
  };
}

/**
 * The next hourly run of SDProp. It is only put on the clock at the beginning, and after something has changed that it
 * might correct: its other runs would change nothing.
 */
export function nextSdProp({ domain }: State, now: Instant): readonly Scheduled[] {
  const runs = Math.floor((now - domain.sdPropSince) / HOUR) + 1;
  return [{ at: domain.sdPropSince + runs * HOUR, action: sdProp }];
}

const sdProp: Action = {
  apply: (state, now) => {
    const { domain } = state;
    // It runs on the PDC emulator, which has to run itself.
    if (!domain.controllers[0].online) return { facts: [], later: nextSdProp(state, now) };
    const [pdcEmulator] = domain.controllers;
    const accounts = [...accountsAt(domain, pdcEmulator)];
    const later = changeDirectory(state, now, 'the object', (directory) => {
      return propagateAdminSdHolder(directory, accounts, pdcEmulator.replica.groups).directory;
    });
    return { facts: [], later };
  },
};
