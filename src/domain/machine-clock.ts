import type { Instant } from '../kernel/instant.js';
import type { DomainController } from './state.js';

/** The time by a domain controller's own clock. */
export function clockAt(_controller: Pick<DomainController, 'host'>, now: Instant): Instant {
  return now;
}
