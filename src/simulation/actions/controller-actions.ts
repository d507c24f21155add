import { SimulatorError } from '../../kernel/error.js';
import type { Action } from '../../world/action.js';
import { didYouMean } from '../../world/schema-problem.js';

/** What an administrator does to domain controllers, or to the sync server's choice of them. */
export type ControllerAction =
  | { readonly action: 'stop-controller' | 'start-controller'; readonly controller: string }
  | { readonly action: 'prefer-controllers'; readonly controllers: readonly string[] };

export function isControllerAction(doing: { readonly action: string }): doing is ControllerAction {
  return ['stop-controller', 'start-controller', 'prefer-controllers'].includes(doing.action);
}

/** What is done, in the words that follow "an administrator". */
export function sayControllerAction(doing: ControllerAction): string {
  switch (doing.action) {
    case 'stop-controller':
      return `stops the domain controller ${doing.controller}`;
    case 'start-controller':
      return `starts the domain controller ${doing.controller}`;
    case 'prefer-controllers':
      return doing.controllers.length === 0
        ? 'lets the sync server use any domain controller'
        : `makes the sync server prefer ${doing.controllers.join(', ')}`;
  }
}

/** The action itself. */
export function controllerAction(doing: ControllerAction): Action {
  return {
    apply: ({ domain, connector }) => {
      if (doing.action === 'prefer-controllers') {
        connector.preferredControllers = doing.controllers;
        return { facts: [] };
      }
      const name = doing.controller.toLowerCase();
      const hosts = domain.controllers.map(({ host }) => host);
      const controller = domain.controllers.find(
        ({ host }) => host.toLowerCase() === name || host.toLowerCase().startsWith(`${name}.`),
      );
      if (controller === undefined) {
        throw new SimulatorError({
          code: 'unknown-user',
          message: `there is no domain controller "${doing.controller}"`,
          hint: didYouMean(doing.controller, hosts) ?? `known: ${hosts.slice(0, 5).join(', ')}`,
        });
      }
      controller.online = doing.action === 'start-controller';
      return { facts: [] };
    },
  };
}
