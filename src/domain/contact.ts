import type { DomainController } from './state.js';

/** Whether two domain controllers can talk to each other: both run. */
export function areInContact(
  one: Pick<DomainController, 'online'>,
  other: Pick<DomainController, 'online'>,
): boolean {
  return one.online && other.online;
}
