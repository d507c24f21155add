import { SimulatorBug } from '../../../kernel/error.js';
import type { Duration } from '../../../kernel/duration.js';
import type { Emitted } from '../../../kernel/fact.js';
import type { Instant } from '../../../kernel/instant.js';
import type { PortalSetting } from '../../../tenant/portal.js';
import type { CloudUser } from '../../../tenant/state.js';
import type { PartyFact, Scheduled } from '../../../world/action.js';
import type { State } from '../../../world/state.js';
import { signInNameOf } from '../../find-user.js';

/** A change of the tenant by an administrator: how it is said, where it is made, and what it does. */
export interface Change<V> {
  /** Who makes it; an administrator if left out. */
  readonly who?: 'user';
  /** In the words that follow "an administrator"; a user's are a sentence. */
  readonly says: (value: V) => string;
  /** On which page; undefined for what is no setting. */
  readonly setting?: (value: V) => readonly [PortalSetting, Readonly<Record<string, string>>];
  readonly apply: (state: State, value: V, now: Instant) => readonly Emitted<PartyFact>[] | undefined;
  /** The rows that it leaves when it is made, whenever it comes into effect. */
  readonly audited?: (state: State, value: V) => readonly Emitted<PartyFact>[];
  /** Whether the page does not take it: then nothing changes. */
  readonly isRejected?: (state: State, value: V) => boolean;
  /** Undocumented changes are taken to be in effect at once. */
  readonly takes?: Duration;
  /** What follows of itself once it is in effect. */
  readonly later?: (now: Instant) => readonly Scheduled[];
}

export function userNamed(state: State, name: string): CloudUser {
  const user = state.tenant.users.get(signInNameOf(state, name).toLowerCase());
  if (user === undefined) throw new SimulatorBug('a name leads to no user');
  return user;
}

export function without<T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> {
  return new Set([...set].filter((other) => other !== one));
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
