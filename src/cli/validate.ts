import { SimulatorError, type Problem } from '../kernel/error.js';
import { findScenarios, readScenario } from '../node/scenario-files.js';
import { readSharedWorld } from '../node/shared-worlds.js';
import { performScenario } from '../scenario/perform-scenario.js';
import { badUsage, EXIT, type Command } from './command.js';
import { progress } from './progress.js';
import { SHIPPED_SCENARIOS } from './shipped.js';

export const validate: Command = {
  name: 'validate',
  summary: 'say what is wrong with scenario files, without looking at what they expect',
  takes: '<paths…> [options]',
  options: {
    quiet: { type: 'boolean', says: 'say nothing where nothing is wrong' },
  },
  examples: [
    ['writeback validate tickets/4711.yaml', 'one file'],
    ['writeback validate tickets/', 'every file below a folder, and all that is wrong with each'],
    ['writeback validate contoso.world.yaml', 'a world that scenarios share'],
  ],
  run: (args, output) => {
    if (args.words.length === 0)
      throw badUsage('validate needs files or folders', 'for example: writeback validate tickets/');
    const paths = findScenarios(args.words, SHIPPED_SCENARIOS);
    const shows = progress('read', paths.length);
    const problems: Problem[] = [];
    for (const [index, path] of paths.entries()) {
      problems.push(...problemsOf(path));
      shows.at(index + 1);
    }
    shows.done();
    const [first, ...others] = problems;
    if (first !== undefined) throw new SimulatorError(first, ...others);
    if (!args.flag('quiet'))
      output.write(paths.length === 1 ? 'the file is fine\n' : `${paths.length} files are fine\n`);
    return EXIT.asExpected;
  },
};

/** What is wrong with a file, and with its steps in its world: names that lead nowhere, moments that are past. */
function problemsOf(path: string): readonly Problem[] {
  try {
    if (/\.world\.ya?ml$/i.test(path)) {
      readSharedWorld(path);
      return [];
    }
    const file = readScenario(path);
    for (const index of file.cases.keys()) {
      const { steps } = performScenario(file, { case: index });
      for (const _ of steps) {
        // taken for what is wrong with it
      }
    }
    return [];
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error;
    return error.problems;
  }
}
