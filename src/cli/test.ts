import { findScenarios, readScenario } from '../node/scenario-files.js';
import { playScenario, type Story } from '../scenario/play.js';
import { colours, type Colours } from './colours.js';
import { EXIT, type Command, type Output } from './command.js';
import { failureText } from './failure-text.js';
import { SHIPPED_SCENARIOS } from './shipped.js';

export const test: Command = {
  name: 'test',
  summary: "check scenarios' expectations",
  takes: '[paths…] [options]',
  options: {
    seed: { type: 'string', value: 'text', says: 'another seed for all of them' },
  },
  examples: [
    ['writeback test', 'the shipped scenarios'],
    ['writeback test tickets/', 'every .yaml and .yml file below a folder'],
    ['writeback test a.yaml b.yaml', 'these'],
  ],
  run: (args, output) => {
    const words = args.words.length === 0 ? [SHIPPED_SCENARIOS] : args.words;
    const seed = args.text('seed');
    // Read all before playing any: one bad file stops the run before it has said anything.
    const files = findScenarios(words, SHIPPED_SCENARIOS).map(readScenario);
    const stories = files.map((file) => playScenario(file, seed === undefined ? {} : { seed }));
    report(stories, output);
    return stories.every(({ failures }) => failures.length === 0) ? EXIT.asExpected : EXIT.expectationFailed;
  },
};

function report(stories: readonly Story[], output: Output): void {
  const c: Colours = colours(output.colour);
  let failed = 0;
  for (const story of stories) {
    const { file, checks, failures } = story;
    const mark = failures.length === 0 ? c.green('✓') : c.red('✗');
    const count =
      checks === 0
        ? c.yellow('expects nothing')
        : c.dim(failures.length === 0 ? `${checks} checks` : `${failures.length} of ${checks} checks failed`);
    output.write(`${mark} ${file.source.file}  ${count}\n`);
    if (failures.length === 0) continue;
    failed++;
    output.write(`${failures.map((failure) => failureText(story, failure, c)).join('\n\n')}\n\n`);
  }
  output.write(`\n${stories.length - failed} passed, ${failed} failed\n`);
}
