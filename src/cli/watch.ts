import { existsSync, statSync, watch, type FSWatcher } from 'node:fs';
import { dirname } from 'node:path';
import type { ExitCode, Output } from './command.js';
import { isGlob } from '../node/glob.js';
import { EXIT } from './command.js';
import { reportError } from './report-error.js';

/** Editors write a file in several steps. */
const SETTLES_MS = 100;

/** Runs now and whenever a scenario changes, until it is interrupted; gives the last run's exit code. */
export function watchScenarios(
  words: readonly string[],
  run: () => ExitCode,
  output: Output,
): Promise<ExitCode> {
  let last: ExitCode = EXIT.asExpected;
  const runAgain = (): void => {
    try {
      last = run();
    } catch (error) {
      last = reportError(error);
    }
    output.write('\nwaiting for changes; Ctrl+C ends it\n');
  };
  let timer: NodeJS.Timeout | undefined;
  const changed = (name: string | null): void => {
    if (name !== null && !/\.ya?ml$/i.test(name)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      output.write('\n');
      runAgain();
    }, SETTLES_MS);
  };
  // Folders are watched, not files: an editor that saves by renaming would leave nothing to watch.
  const watchers = [...new Set(words.map(folderOf))].map((folder): FSWatcher => {
    return watch(folder, { recursive: true }, (_, name) => changed(name));
  });
  runAgain();
  return new Promise((resolve) => {
    process.once('SIGINT', () => {
      for (const watcher of watchers) watcher.close();
      clearTimeout(timer);
      resolve(last);
    });
  });
}

function folderOf(word: string): string {
  const parts = word.split('/');
  const fixed = isGlob(word) ? parts.slice(0, parts.findIndex(isGlob)).join('/') || '.' : word;
  if (!existsSync(fixed)) return '.';
  return statSync(fixed).isDirectory() ? fixed : dirname(fixed);
}
