import type { ConnectorState } from '../connector/state.js';
import type { DomainState } from '../domain/state.js';
import type { TenantState } from '../tenant/state.js';
import type { World } from './schema.js';

/** The running world: one slice for each party, and the answers to take where sources disagree. */
export interface State {
  readonly tenant: TenantState;
  readonly connector: ConnectorState;
  readonly domain: DomainState;
  readonly switches: World['switches'];
}

type Atom = string | number | boolean | bigint | symbol | null | undefined;

/** The state as decisions see it: nothing in it can be written. */
export type DeepReadonly<T> = T extends Atom
  ? T
  : T extends (...args: never[]) => unknown
    ? T
    : T extends ReadonlyMap<infer K, infer V>
      ? ReadonlyMap<K, DeepReadonly<V>>
      : T extends ReadonlySet<infer V>
        ? ReadonlySet<DeepReadonly<V>>
        : { readonly [K in keyof T]: DeepReadonly<T[K]> };

export type View = DeepReadonly<State>;
