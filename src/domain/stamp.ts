import type { Instant } from '../kernel/instant.js';
import { compareGuids } from './compare-guids.js';

/** What replication keeps of the last write to an attribute, wherever it came from. */
export interface Stamp {
  /** How often it has been written; what a domain began with was never. */
  readonly version: number;
  /** By the clock of the domain controller that wrote. */
  readonly at: Instant;
  /** That domain controller's objectGUID. */
  readonly dsa: string;
}

/**
 * Whether one write of an attribute wins over another: the higher version, then the later time, then the greater GUID.
 * A value that was never written loses against every other.
 *
 * Source: [MS-DRSR], AttributeStamp; Microsoft, "How the Active Directory Replication Model Works", on conflicts.
 */
export function isNewer(one: Stamp | undefined, other: Stamp | undefined): boolean {
  if (one === undefined || one === other) return false;
  if (other === undefined) return true;
  return (one.version - other.version || one.at - other.at || compareGuids(one.dsa, other.dsa)) > 0;
}

/** The stamp of a write on top of what stood there. */
export function stampAfter(before: Stamp | undefined, at: Instant, dsa: string): Stamp {
  return { version: (before?.version ?? 0) + 1, at, dsa };
}
