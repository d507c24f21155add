import { writeAccount } from '../../domain/originating-write.js';
import { accountsAt } from '../../domain/replica.js';
import { stampedBySdProp } from '../../domain/sd-prop.js';
import { HOUR } from '../../kernel/duration.js';
import type { Instant } from '../../kernel/instant.js';
import type { Action, Scheduled } from '../../world/action.js';
import type { State } from '../../world/state.js';

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
    // It runs on the PDC emulator, which has to run itself, and knows only what has arrived there.
    const [pdcEmulator] = domain.controllers;
    if (!pdcEmulator.online) return { facts: [], later: nextSdProp(state, now) };
    const { directory, groups } = pdcEmulator.replica;
    const stamped = [...stampedBySdProp(directory, accountsAt(domain, pdcEmulator), groups)];
    for (const { account, change } of stamped) writeAccount(domain, pdcEmulator, account, change, now);
    return { facts: [] };
  },
};
