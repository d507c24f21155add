import type { Duration } from '../kernel/duration.js';
import { MINUTE } from '../kernel/duration.js';
import type { Instant } from '../kernel/instant.js';
import type { CloudPathRefusal } from './cloud-path.js';

/** How often the client says that it is there (MicrosoftDocs/entra-docs: concept-sspr-writeback.md). */
export const HEARTBEAT_EVERY: Duration = 5 * MINUTE;

/**
 * Where the writeback client stands: not there; on its way; ticked, and its setting not yet in effect; on both relays of
 * the tenant; on one of them; on neither.
 */
export type ClientPhase = 'stopped' | 'starting' | 'onboarding' | 'listening' | 'degraded' | 'unhealthy';

/** What keeps a client that should listen from its relays. */
export type ClientTrouble =
  | CloudPathRefusal
  | { readonly rule: 'sync-account-blocked' }
  | { readonly rule: 'configuration-unreadable' };

/** The part of the service ADSync that fetches passwords from the tenant's relays. */
export interface WritebackClient {
  readonly phase: ClientPhase;
  readonly since: Instant;
  /** Counts its lives: what one of them has begun, no other finishes. */
  readonly life: number;
  readonly trouble: ClientTrouble | undefined;
}

/** What the client misses when it calls itself unhealthy (event 31044): every relay, or any one of them. */
export const UNHEALTHY_WITHOUT = ['both relays', 'either relay'] as const;
export type UnhealthyWithout = (typeof UNHEALTHY_WITHOUT)[number];

/** One of the tenant's two relays. */
export interface Relay {
  readonly namespace: string;
  readonly endpoint: string;
}

/** Whether a service host is in running state on a relay of the tenant. */
export function isListening({ phase }: WritebackClient): boolean {
  return phase === 'listening' || phase === 'degraded';
}
