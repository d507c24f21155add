import { resumePropagation } from '../../domain/permission-propagation.js';
import { reconnect, replicateNow } from '../../domain/replication.js';
import type { Action } from '../../world/action.js';
import { controllerNamed } from './domain-names.js';

/** What an administrator does to domain controllers, or to the sync server's choice of them. */
export type ControllerAction =
  | { readonly action: 'stop-controller' | 'start-controller'; readonly controller: string }
  | { readonly action: 'prefer-controllers'; readonly controllers: readonly string[] }
  | { readonly action: 'replicate' };

export function isControllerAction(doing: { readonly action: string }): doing is ControllerAction {
  return ['stop-controller', 'start-controller', 'prefer-controllers', 'replicate'].includes(doing.action);
}

/** What is done, in the words that follow "an administrator". */
export function sayControllerAction(doing: ControllerAction): string {
  switch (doing.action) {
    case 'stop-controller':
      return `stops the domain controller ${doing.controller}`;
    case 'start-controller':
      return `starts the domain controller ${doing.controller}`;
    case 'replicate':
      return 'has every domain controller replicate with its partners (repadmin /syncall)';
    case 'prefer-controllers':
      return doing.controllers.length === 0
        ? 'lets the sync server use any domain controller'
        : `makes the sync server prefer ${doing.controllers.join(', ')}`;
  }
}

/** The action itself. */
export function controllerAction(doing: ControllerAction): Action {
  return {
    apply: (state, now) => {
      if (doing.action === 'prefer-controllers') {
        state.connector.preferredControllers = doing.controllers;
        return { facts: [] };
      }
      if (doing.action === 'replicate') {
        replicateNow(state.domain, now);
        return { facts: [] };
      }
      const controller = controllerNamed(state, doing.controller);
      const starts = doing.action === 'start-controller' && !controller.online;
      controller.online = doing.action === 'start-controller';
      if (starts) {
        reconnect(state.domain, controller, now);
        resumePropagation(state.domain, controller, now);
      }
      return { facts: [] };
    },
  };
}
