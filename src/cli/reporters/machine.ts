import type { Reporter } from './reporter.js';

/** One JSON object; what "writeback merge" reads. */
export const json: Reporter = (run) => `${JSON.stringify(run, undefined, 2)}\n`;

/** One JSON object a line for each story. */
export const ndjson: Reporter = ({ tests }) => tests.map((test) => `${JSON.stringify(test)}\n`).join('');
