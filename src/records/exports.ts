import type { Entry } from './entry.js';
import { domainControllerExports } from './windows/domain-controller-exports.js';

/** How the records of one party are written into a file, one after the other. */
export interface ExportFormat {
  /** What the format is, for the help. */
  readonly says: string;
  readonly before: string;
  /** The record with its line break; nothing for a record of another party. */
  record(entry: Entry): string | undefined;
  readonly after: string;
}

/** Whose records can be exported, and in which formats. */
export const EXPORTS: Readonly<Record<string, Readonly<Record<string, ExportFormat>>>> = {
  dc: domainControllerExports,
};
