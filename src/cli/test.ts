import { findScenarios, readScenarios } from '../node/scenario-files.js';
import { writeWhole } from '../node/write-whole.js';
import { playScenario } from '../scenario/play.js';
import { testReport, type TestReport } from '../scenario/test-report.js';
import { colours } from './colours.js';
import { badUsage, EXIT, type Arguments, type Command, type ExitCode, type Output } from './command.js';
import { progress } from './progress.js';
import { runReport, type RunReport } from './reporters/reporter.js';
import { REPORTERS } from './reporters/reporters.js';
import { selectTests } from './select-tests.js';
import { SHIPPED_SCENARIOS } from './shipped.js';

export const test: Command = {
  name: 'test',
  summary: "check scenarios' expectations",
  takes: '[paths…] [options]',
  options: {
    grep: { type: 'string', value: 'pattern', says: 'only those whose name, case or path matches' },
    tag: { type: 'string', value: 'tags', says: 'only those with one of these tags, separated by commas' },
    reporter: {
      type: 'string',
      value: 'name',
      says: 'how to write what came of it',
      choices: Object.keys(REPORTERS),
    },
    output: {
      type: 'string',
      value: 'file',
      says: 'write the report to a file, whole or not at all, and the pretty one here',
    },
    shard: { type: 'string', value: 'i/n', says: 'only the share of the i-th of n machines' },
    bail: { type: 'boolean', says: 'stop after the first that fails' },
    seed: { type: 'string', value: 'text', says: 'another seed for all of them' },
    watch: { type: 'boolean', says: 'run again whenever a file changes, until interrupted' },
  },
  examples: [
    ['writeback test', 'the shipped scenarios'],
    ['writeback test tickets/', 'every .yaml and .yml file below a folder'],
    ["writeback test 'tickets/**/47*.yaml'", 'by pattern'],
    ['writeback test tickets/ --tag recovery --bail', 'some of them'],
    ['writeback test tickets/ --reporter junit --output results.xml', 'for a CI server'],
    ['writeback test tickets/ --shard 1/4 --reporter json --output 1.json', 'see "writeback merge"'],
  ],
  run: async (args, output) => {
    const words = args.words.length === 0 ? [SHIPPED_SCENARIOS] : args.words;
    if (args.flag('watch')) {
      const { watchScenarios } = await import('./watch.js');
      return watchScenarios(words, () => runOnce(words, args, output), output);
    }
    return runOnce(words, args, output);
  },
};

function runOnce(words: readonly string[], args: Arguments, output: Output): ExitCode {
  // Read all before playing any: one bad file stops the run before it has said anything.
  const files = readScenarios(findScenarios(words, SHIPPED_SCENARIOS));
  const [grep, tag, shard, seed] = ['grep', 'tag', 'shard', 'seed'].map((name) => args.text(name));
  if (seed === '') throw badUsage('--seed cannot be empty', 'give any text');
  const selected = selectTests(files, { grep, tag, shard });
  const reports: TestReport[] = [];
  const shows = progress('played', selected.length);
  for (const { file, index } of selected) {
    const report = testReport(playScenario(file, { seed, case: index }));
    reports.push(report);
    shows.at(reports.length);
    if (args.flag('bail') && !report.passed) break;
  }
  shows.done();
  return writeRun(runReport(reports), args, output);
}

/** Writes a run where it is wanted, and gives the exit code for it. */
export function writeRun(run: RunReport, args: Arguments, output: Output): ExitCode {
  const target = args.text('output');
  const reporter = REPORTERS[args.text('reporter') ?? 'pretty'];
  if (reporter === undefined) throw new RangeError('the choices let no other reporter through');
  if (target === undefined) {
    output.write(reporter(run, colours(output.colour)));
  } else {
    writeWhole(target, reporter(run, colours(false)));
    const { pretty } = REPORTERS;
    output.write(pretty?.(run, colours(output.colour)) ?? '');
  }
  return run.failed === 0 ? EXIT.asExpected : EXIT.expectationFailed;
}
