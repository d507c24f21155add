import { dirname, relative, resolve, sep } from 'node:path';
import { writeWhole } from '../node/write-whole.js';
import { newScenario } from '../scenario/new-scenario.js';
import { badUsage, EXIT, type Command } from './command.js';
import { failureModeNamed } from './failure-mode-named.js';
import { SCHEMA_FILE } from './shipped.js';

export const newCommand: Command = {
  name: 'new',
  summary: 'begin a scenario file from a failure mode',
  takes: '<failure-mode> [file]',
  options: {},
  examples: [
    ['writeback new minimum-password-age tickets/4711.yaml', 'a commented file that passes as it stands'],
    ['writeback new minimum-password-age', 'the same to standard output'],
    ['writeback list --failures', 'the failure modes'],
  ],
  run: (args, output) => {
    const [word, file, ...others] = args.words;
    const mode = failureModeNamed(word, 'new');
    if (others.length > 0) throw badUsage('new takes a failure mode and a file', 'quote a path with blanks');
    if (file === undefined) {
      output.write(newScenario(mode.id, schemaFrom('.')));
      return EXIT.asExpected;
    }
    if (!/\.ya?ml$/i.test(file))
      throw badUsage(`"${file}" is no name for a scenario`, 'scenario files end in .yaml');
    writeWhole(file, newScenario(mode.id, schemaFrom(dirname(file))), { overwrite: false });
    output.write(
      `${file}: written. Now put your customer's ticket into it, and run: writeback test ${file}\n`,
    );
    return EXIT.asExpected;
  },
};

/** Where an editor finds the schema, from a folder. */
function schemaFrom(folder: string): string {
  return relative(resolve(folder), SCHEMA_FILE).split(sep).join('/');
}
