import type { ConnectorState } from '../connector/state.js';
import type { DomainState } from '../domain/state.js';
import type { TenantState } from '../tenant/state.js';
import type { World } from './schema.js';

/** The running world: one slice for each party, and the answers to take where sources disagree. */
export interface State {
  readonly tenant: TenantState;
  readonly connector: ConnectorState;
  readonly domain: DomainState;
  /** The people by the names that the world has for them, in lower case. */
  readonly people: ReadonlyMap<string, Person>;
  readonly switches: World['switches'];
}

/** One person's two sides. */
export interface Person {
  readonly userPrincipalName: string;
  /** Key of the account in the domain, if there is one. */
  readonly account: string | undefined;
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
