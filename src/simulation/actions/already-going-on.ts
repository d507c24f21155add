import type { Action } from '../../world/action.js';
import { chatterAtStart } from './client-life.js';
import { keyRollOver } from './key-roll-over.js';
import { exportObjects } from './object-sync.js';
import { nextSdProp } from './sd-prop.js';
import { syncCycles } from './sync-account.js';

/** What goes on when the story begins, and has gone on since before. */
export const alreadyGoingOn: Action = {
  apply: (state, now) => ({
    facts: chatterAtStart(state, now),
    later: [
      ...keyRollOver(state, now),
      ...syncCycles(state, now),
      ...nextSdProp(state, now),
      ...exportObjects(state, now),
    ],
  }),
};
