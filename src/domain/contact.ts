import { skewBetween, TOLERATED_SKEW, type ClockSkews } from './machine-clock.js';
import type { DomainController } from './state.js';

type Machine = Pick<DomainController, 'online' | 'host'>;

/**
 * Whether two domain controllers can talk to each other: both run, and their clocks are close enough for Kerberos
 * (learn.microsoft.com: "Active Directory replication error 1398", a time difference between two domain controllers).
 */
export function areInContact(
  clocks: { readonly clockSkews: ClockSkews },
  one: Machine,
  other: Machine,
): boolean {
  return one.online && other.online && skewBetween(clocks, one, other) <= TOLERATED_SKEW;
}
