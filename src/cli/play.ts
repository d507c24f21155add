import { findScenario, readScenario } from '../node/scenario-files.js';
import { parseInstant } from '../kernel/instant.js';
import { playScenario, type Story } from '../scenario/play.js';
import type { ScenarioFile } from '../scenario/parse-scenario.js';
import { LOGS_SEEN_BY, VIEWS, type ViewName } from '../scenario/views.js';
import { didYouMean } from '../world/schema-problem.js';
import { badUsage, EXIT, type Arguments, type Command } from './command.js';
import { storyLines } from './ndjson.js';
import { briefStory } from './brief-story.js';
import { prettyStory, type PrettyOptions } from './pretty-story.js';
import { SHIPPED_SCENARIOS } from './shipped.js';

export const play: Command = {
  name: 'play',
  summary: 'play a scenario and show what each party sees, and the true cause',
  takes: '<scenario> [options]',
  options: {
    format: {
      type: 'string',
      value: 'format',
      says: 'how to show it; ndjson is one JSON object a line',
      choices: ['pretty', 'ndjson'],
    },
    as: {
      type: 'string',
      value: 'party',
      says: 'only what one party can see, and no cause',
      choices: VIEWS,
    },
    'hide-cause': { type: 'boolean', says: 'leave out the true cause, for a class to find' },
    step: { type: 'boolean', says: 'hop by hop: forward with Enter or →, back with ←, q ends it' },
    case: {
      type: 'string',
      value: 'name',
      says: 'one of its cases, by name or number; otherwise all of them',
    },
    at: { type: 'string', value: 'time', says: 'when it begins: an ISO 8601 date or time' },
    seed: { type: 'string', value: 'text', says: 'another seed: other ids, other timing' },
    brief: { type: 'boolean', says: 'only what people read, and the causes, side by side' },
    chatter: { type: 'boolean', says: 'show what comes by itself every few minutes too, such as heartbeats' },
    provenance: { type: 'boolean', says: 'show where each product string is known from, and how surely' },
  },
  examples: [
    ['writeback play founding-ticket', 'a shipped scenario, by name'],
    ['writeback play one-screen-six-causes --brief', 'the same sentence beside each cause'],
    ['writeback play founding-ticket --step --hide-cause', 'for a class: hop by hop, and who finds it?'],
    ['writeback play founding-ticket --as dc', "the domain controller's logs alone"],
    ['writeback play tickets/4711.yaml', 'a scenario file of your own'],
    ['writeback play founding-ticket --format ndjson', 'one JSON object a line, for other programs'],
  ],
  run: async (args, output) => {
    const [word, ...others] = args.words;
    if (word === undefined)
      throw badUsage('play needs a scenario', '"writeback list" shows the shipped ones');
    if (others.length > 0) throw badUsage('play takes one scenario', 'for several, use "writeback test"');
    const file = readScenario(findScenario(word, SHIPPED_SCENARIOS));
    const stories = storiesOf(file, args);
    const view = args.text('as') as ViewName | undefined;
    const logs = view && LOGS_SEEN_BY[view];
    const hideCause = args.flag('hide-cause') || view !== undefined;
    const provenance = args.flag('provenance');
    const options: PrettyOptions = { provenance, logs, hideCause, ...output };
    if (args.flag('step')) {
      const { stepThrough } = await import('./step-through.js');
      await stepThrough(stories, options, output);
    } else if (args.flag('brief')) {
      output.write(stories.map((story) => briefStory(story, { ...output, hideCause })).join('\n'));
    } else if (args.text('format') === 'ndjson') {
      for (const story of stories) {
        for (const line of storyLines(story, options)) output.write(`${JSON.stringify(line)}\n`);
      }
    } else {
      output.write(stories.map((story) => prettyStory(story, options)).join('\n\n'));
    }
    const failed = stories.some(({ failures }) => failures.length > 0);
    return failed ? EXIT.expectationFailed : EXIT.asExpected;
  },
};

function storiesOf(file: ScenarioFile, args: Arguments): readonly Story[] {
  const [seed, at, named] = ['seed', 'at', 'case'].map((name) => args.text(name));
  if (seed === '') throw badUsage('--seed cannot be empty', 'give any text');
  if (at !== undefined) parseInstant(at);
  const indices = named === undefined ? [...file.cases.keys()] : [caseNamed(file, named)];
  return indices.map((index) => playScenario(file, { seed, at, case: index, chatter: args.flag('chatter') }));
}

function caseNamed(file: ScenarioFile, named: string): number {
  const names = file.cases.flatMap(({ name }) => name ?? []);
  if (names.length === 0) throw badUsage('this scenario has no cases', 'leave --case out');
  const index = names.indexOf(named);
  if (index >= 0) return index;
  if (/^\d+$/.test(named) && file.cases[Number(named) - 1] !== undefined) return Number(named) - 1;
  throw badUsage(
    `there is no case "${named}"`,
    didYouMean(named, names) ?? `the cases are: ${names.join(', ')}`,
  );
}
