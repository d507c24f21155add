import { existsSync } from 'node:fs';
import { SimulatorError } from '../kernel/error.js';
import { findScenario, readScenario } from '../node/scenario-files.js';
import { sharedReader } from '../node/shared-worlds.js';
import { writeWhole } from '../node/write-whole.js';
import { parseScenario } from '../scenario/parse-scenario.js';
import { playScenario } from '../scenario/play.js';
import { recordScenario } from '../scenario/record-scenario.js';
import { testReport } from '../scenario/test-report.js';
import { failureTexts } from '../scenario/failure-text.js';
import { colours } from './colours.js';
import { badUsage, EXIT, type Command } from './command.js';
import { SHIPPED_SCENARIOS } from './shipped.js';

export const record: Command = {
  name: 'record',
  summary: "write what happens into a scenario's expectations",
  takes: '<file> [options]',
  options: {
    'dry-run': { type: 'boolean', says: 'show the file as it would be, and leave it as it is' },
  },
  examples: [
    ['writeback record tickets/4711.yaml', 'fill in what is expected, and correct what is not met'],
    ['writeback record tickets/4711.yaml --dry-run | diff tickets/4711.yaml -', 'look first'],
  ],
  run: (args, output) => {
    const [path, ...others] = args.words;
    if (path === undefined)
      throw badUsage('record needs a scenario file', 'for example: writeback record tickets/4711.yaml');
    if (others.length > 0) throw badUsage('record takes one file', 'run it once for each');
    const found = findScenario(path, SHIPPED_SCENARIOS);
    const dry = args.flag('dry-run');
    if (!dry && !existsSync(path)) throw notRecordedInto(path);
    const file = readScenario(found);
    const { text, changed } = recordScenario(file);
    // What is written must be a scenario that is met: checked before the author's file is touched.
    const story = playScenario(parseScenario(text, file.source.file, sharedReader(found)));
    if (dry) {
      output.write(text);
    } else {
      if (text !== file.source.text) writeWhole(path, text);
      output.write(
        `${path}: ${changed === 0 ? 'nothing to record' : changed === 1 ? 'one expectation recorded' : `${changed} expectations recorded`}\n`,
      );
    }
    if (story.failures.length === 0) return EXIT.asExpected;
    output.write(
      `\nnot recorded, since only you know what is meant:\n\n${failureTexts(testReport(story), colours(output.colour))}\n`,
    );
    return EXIT.expectationFailed;
  },
};

/** The scenarios of the package belong to it, and the next installation would undo what is written there. */
function notRecordedInto(name: string): SimulatorError {
  return new SimulatorError({
    code: 'shipped-scenario',
    message: 'a shipped scenario is not recorded into',
    hint: `for a copy of your own: writeback record ${name} --dry-run > ${name.replace(/\.ya?ml$/i, '')}.yaml`,
    file: name,
  });
}
