import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { SimulatorError } from '../kernel/error.js';

/** So much is gathered before it is written. */
const PIECE = 64 * 1024;

/** Files that appear together, whole, or not at all. */
export class WholeFiles {
  readonly #overwrite: boolean;
  readonly #pending: { readonly temporary: string; readonly path: string }[] = [];

  /** @param overwrite whether a file of that name may be replaced */
  constructor({ overwrite }: { readonly overwrite: boolean }) {
    this.#overwrite = overwrite;
  }

  /**
   * Writes a text, in pieces, beside the place where it will appear.
   *
   * @throws SimulatorError `unwritable-file`; what making the pieces throws is thrown on
   */
  write(path: string, pieces: Iterable<string>): void {
    this.allow(path);
    const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
    const file = attempt(path, () => openSync(temporary, 'w'));
    this.#pending.push({ temporary, path });
    try {
      let gathered = '';
      for (const piece of pieces) {
        gathered += piece;
        if (gathered.length < PIECE) continue;
        writeAll(path, file, gathered);
        gathered = '';
      }
      writeAll(path, file, gathered);
      attempt(path, () => {
        fsyncSync(file);
      });
    } finally {
      closeSync(file);
    }
  }

  /**
   * Says beforehand what would go wrong for sure.
   *
   * @throws SimulatorError `file-exists` or `unwritable-file`
   */
  allow(path: string): void {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there?.isDirectory() === true) throw unwritable(path, 'this is a folder');
    if (this.#overwrite || there === undefined) return;
    throw new SimulatorError({
      code: 'file-exists',
      message: 'there is such a file already, and it is left as it is',
      hint: 'give another name, or --force to replace it',
      file: path,
    });
  }

  /** Lets them appear: the last one first, so that nothing is ever there without what was written about it. */
  appear(): void {
    for (const { temporary, path } of this.#pending.toReversed()) {
      attempt(path, () => {
        renameSync(temporary, path);
      });
    }
    this.#pending.length = 0;
  }

  /** Takes away whatever has not appeared. */
  abandon(): void {
    for (const { temporary } of this.#pending) rmSync(temporary, { force: true });
    this.#pending.length = 0;
  }
}

function writeAll(path: string, file: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  let from = 0;
  // The system may take less than it is given.
  while (from < bytes.length) from += attempt(path, () => writeSync(file, bytes, from));
}

function attempt<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw unwritable(path, reasonOf(error));
  }
}

function unwritable(path: string, message: string): SimulatorError {
  const hint = 'check the folder, its permissions, and the room that is left';
  return new SimulatorError({ code: 'unwritable-file', message, hint, file: path });
}

function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'there is no such folder to write into';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'the file may not be written';
    case 'ENOSPC':
      return 'there is no room left on the disk';
    default:
      return `the file cannot be written (${code ?? String(error)})`;
  }
}
