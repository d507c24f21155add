import type { Duration } from '../kernel/duration.js';
import type { Instant } from '../kernel/instant.js';

/** A client's heartbeats as the cloud receives them. They are counted when somebody asks: nothing happens at each. */
export interface Heartbeats {
  readonly first: Instant;
  readonly every: Duration;
  /** When the client was lost; undefined while its heart beats. */
  readonly until: Instant | undefined;
}

/** The last heartbeat that has arrived by now. */
export function lastHeartbeat({ first, every, until }: Heartbeats, now: Instant): Instant {
  const end = Math.max(first, Math.min(now, until ?? now));
  return first + Math.floor((end - first) / every) * every;
}
