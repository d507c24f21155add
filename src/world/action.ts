import type { ConnectorFact } from '../connector/facts.js';
import type { DomainFact } from '../domain/facts.js';
import type { Emitted } from '../kernel/fact.js';
import type { Instant } from '../kernel/instant.js';
import type { TenantFact } from '../tenant/facts.js';
import type { State } from './state.js';

/** Everything that can happen at the three parties. */
export type PartyFact = TenantFact | ConnectorFact | DomainFact;

/** Something done to the world from outside a session: by an administrator, a service, or the passing of time. */
export interface Action {
  apply(
    state: State,
    now: Instant,
  ): { readonly facts: readonly Emitted<PartyFact>[]; readonly later?: readonly Scheduled[] };
}

/** An action on its way. */
export interface Scheduled {
  readonly at: Instant;
  readonly action: Action;
}
