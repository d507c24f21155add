import { MINUTE, type Duration } from '../kernel/duration.js';
import type { Instant } from '../kernel/instant.js';

/** The machines of a domain whose clocks are off, by host, and by how much they are ahead. */
export type ClockSkews = ReadonlyMap<string, Duration>;

interface Clocks {
  readonly clockSkews: ClockSkews;
}

interface Machine {
  readonly host: string;
}

/** The time by a machine's own clock. */
export function clockAt({ clockSkews }: Clocks, { host }: Machine, now: Instant): Instant {
  return now + (clockSkews.get(host) ?? 0);
}

/**
 * The Kerberos policy "Maximum tolerance for computer clock synchronization", which nobody changes here
 * (MicrosoftDocs/windows-itpro-docs: maximum-tolerance-for-computer-clock-synchronization.md).
 */
export const TOLERATED_SKEW: Duration = 5 * MINUTE;

/** How far the clocks of two machines are apart. */
export function skewBetween({ clockSkews }: Clocks, one: Machine, other: Machine): Duration {
  return Math.abs((clockSkews.get(one.host) ?? 0) - (clockSkews.get(other.host) ?? 0));
}
