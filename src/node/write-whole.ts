import { lstatSync, realpathSync } from 'node:fs';
import { WholeFiles } from './whole-file.js';

/**
 * Writes a file whole or not at all; through a link it writes what the link leads to.
 *
 * @param overwrite whether a file of that name may be replaced
 * @throws SimulatorError `file-exists` or `unwritable-file`
 */
export function writeWhole(path: string, text: string, { overwrite = true } = {}): void {
  const files = new WholeFiles({ overwrite });
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  try {
    files.write(isLink ? realpathSync(path) : path, [text]);
    files.appear();
  } finally {
    files.abandon();
  }
}
