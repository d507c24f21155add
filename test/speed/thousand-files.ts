// Prints how long it takes to validate and run the scenario files below a folder, next to what parsing them takes.
// Runs in a process of its own, from the built library, as a user's program would.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type * as Files from '../../src/node/scenario-files.js';
import type * as Play from '../../src/scenario/play.js';

const built = (path: string): string => pathToFileURL(resolve('dist', path)).href;
const { inFolder, readScenario } = (await import(built('node/scenario-files.js'))) as typeof Files;
const { playScenario } = (await import(built('scenario/play.js'))) as typeof Play;

const [folder = '.'] = process.argv.slice(2);
const paths = inFolder(folder);

/** Of the processor, so that a busy machine changes little. */
function milliseconds(act: () => void): number {
  const began = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

let failed = 0;
const parsing = (): void => {
  for (const path of paths) parse(readFileSync(path, 'utf8'));
};
const running = (): void => {
  for (const path of paths) {
    const file = readScenario(path);
    for (const index of file.cases.keys()) failed += playScenario(file, { case: index }).failures.length;
  }
};
parsing();
running();
const rounds = [1, 2, 3, 4, 5].map(() => ({ parse: milliseconds(parsing), run: milliseconds(running) }));
process.stdout.write(JSON.stringify({ files: paths.length, failed, rounds }));
