import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { SimulatorError } from '../../src/kernel/error.js';
import { parseOperations, type RecordedOperation } from './operation.js';

/** The recorded operations that come with the project. */
export const RECORDED = `${import.meta.dirname}/domain-operations.jsonl.gz`;

/**
 * Reads a `.jsonl` file, or one compressed as `.jsonl.gz`.
 *
 * @throws SimulatorError if it cannot be read or holds something else
 */
export function readOperations(file: string): readonly RecordedOperation[] {
  let text: string;
  try {
    const bytes = readFileSync(file);
    text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    const message = `the file cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`;
    throw new SimulatorError({ code: 'unreadable-file', message, file });
  }
  return parseOperations(text, file);
}
