import type { Entry } from './entry.js';
import { tenantExports } from './entra/tenant-exports.js';
import { connectorExports } from './windows/connector-exports.js';
import { domainControllerExports } from './windows/domain-controller-exports.js';

/** What a format needs to know besides the records. */
export interface ExportContext {
  readonly tenantId: string;
  /** What each machine's clock is ahead of UTC, in minutes, by host name in lower case; one that is not there shows UTC. */
  readonly utcOffsets: ReadonlyMap<string, number>;
  /** Whether records are written of whose words no source shows all. @defaultValue false */
  readonly unpublished?: boolean | undefined;
}

/** How the records of one party are written into a file, one after the other. */
export interface StreamedFormat {
  /** What the format is, for the help. */
  readonly says: string;
  readonly before: string;
  /** The record with its line break; nothing for a record of another party. */
  record(entry: Entry, context: ExportContext): string | undefined;
  readonly after: string;
}

/** How they are written where the whole has to be known first, such as newest first. */
export interface GatheredFormat {
  readonly says: string;
  /** Whether the record is the party's. */
  gathers(entry: Entry): boolean;
  /** The text of all of them, which come in the order in which they occurred. */
  whole(entries: readonly Entry[], context: ExportContext): string;
}

export type ExportFormat = StreamedFormat | GatheredFormat;

/** Whose records can be exported, and in which formats. */
export const EXPORTS: Readonly<Record<string, Readonly<Record<string, ExportFormat>>>> = {
  connector: connectorExports,
  dc: domainControllerExports,
  entra: tenantExports,
};
