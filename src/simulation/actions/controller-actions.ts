import { resumePropagation } from '../../domain/permission-propagation.js';
import { reconnect, replicateNow } from '../../domain/replication.js';
import { typedIn } from '../../connector/preferred-controllers.js';
import type { Duration } from '../../kernel/duration.js';
import { skewIn } from '../../world/clock-skew.js';
import type { Instant } from '../../kernel/instant.js';
import type { State } from '../../world/state.js';
import { startService, stopService } from './writeback-client.js';
import { at } from '../../attempt/stage.js';
import { lengthInEffect } from '../../domain/password-length.js';
import type { Action, PartyFact } from '../../world/action.js';
import { controllerNamed } from './domain-names.js';

/** What an administrator does to domain controllers, or to the sync server's choice of them. */
export type ControllerAction =
  | { readonly action: 'stop-controller' | 'start-controller'; readonly controller: string }
  | { readonly action: 'prefer-controllers'; readonly controllers: readonly string[] }
  | { readonly action: 'replicate' }
  | { readonly action: 'set-clock'; readonly machine: string; readonly skew: string };

export function isControllerAction(doing: { readonly action: string }): doing is ControllerAction {
  return ['stop-controller', 'start-controller', 'prefer-controllers', 'replicate', 'set-clock'].includes(
    doing.action,
  );
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
    case 'set-clock':
      return `sets the clock of ${doing.machine}: ${doing.skew === '0' ? 'right' : `off by ${doing.skew}`}`;
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
      const { connector, domain } = state;
      if (doing.action === 'prefer-controllers') {
        connector.preferredControllers = typedIn(connector, doing.controllers, now);
        return { facts: [] };
      }
      if (doing.action === 'replicate') {
        replicateNow(domain, now);
        return { facts: [] };
      }
      if (doing.action === 'set-clock') {
        const host = setClock(state, doing.machine, skewIn(doing.skew), now);
        return { facts: [at(host, { kind: 'clock-set' } as const)] };
      }
      const controller = controllerNamed(state, doing.controller);
      const starts = doing.action === 'start-controller';
      if (controller.online === starts) return { facts: [] };
      controller.online = starts;
      if (starts) {
        reconnect(domain, controller, now);
        resumePropagation(domain, controller, now);
      }
      const { host, replica } = controller;
      const said = starts
        ? lengthInEffect(replica.passwordPolicy).map((fact) => at<PartyFact>(host, fact))
        : [];
      const { facts, later = [] } =
        host === connector.host ? withTheMachine(starts, state, now) : { facts: [] };
      return { facts: [...said, ...facts], later };
    },
  };
}

/** Returns the machine whose clock it is. */
function setClock(state: State, machine: string, skew: Duration, now: Instant): string {
  const { domain, connector } = state;
  const isServer = connector.host.toLowerCase().startsWith(`${machine.toLowerCase()}.`);
  const host = isServer ? connector.host : controllerNamed(state, machine).host;
  const skews = new Map(domain.clockSkews);
  skews.delete(host);
  domain.clockSkews = skew === 0 ? skews : skews.set(host, skew);
  // Whom Kerberos kept apart may find each other again.
  const controller = domain.controllers.find((one) => one.host === host);
  if (controller?.online === true) reconnect(domain, controller, now);
  return host;
}

/** The sync server is this domain controller, so ADSync stops and starts with it; nobody types anything. */
function withTheMachine(starts: boolean, state: State, now: Instant): ReturnType<Action['apply']> {
  const { facts, later = [] } = (starts ? startService : stopService).apply(state, now);
  return { facts: facts.filter(({ body }) => body.kind !== 'console-used'), later };
}
