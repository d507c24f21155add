import { findScenario, readScenario } from '../node/scenario-files.js';
import { playScenario } from '../scenario/play.js';
import { badUsage, EXIT, type Command } from './command.js';
import { storyLines } from './ndjson.js';
import { briefStory } from './brief-story.js';
import { prettyStory } from './pretty-story.js';
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
    seed: { type: 'string', value: 'text', says: 'another seed: other ids, other timing' },
    brief: { type: 'boolean', says: 'only what people read, and the causes, side by side' },
    provenance: { type: 'boolean', says: 'show where each product string is known from, and how surely' },
  },
  examples: [
    ['writeback play founding-ticket', 'a shipped scenario, by name'],
    ['writeback play one-screen-six-causes --brief', 'the same sentence beside each cause'],
    ['writeback play tickets/4711.yaml', 'a scenario file of your own'],
    ['writeback play founding-ticket --format ndjson', 'one JSON object a line, for other programs'],
  ],
  run: (args, output) => {
    const [word, ...others] = args.words;
    if (word === undefined)
      throw badUsage('play needs a scenario', '"writeback list" shows the shipped ones');
    if (others.length > 0) throw badUsage('play takes one scenario', 'for several, use "writeback test"');
    const file = readScenario(findScenario(word, SHIPPED_SCENARIOS));
    const seed = args.text('seed');
    const story = playScenario(file, seed === undefined ? {} : { seed });
    const provenance = args.flag('provenance');
    if (args.flag('brief')) {
      output.write(briefStory(story, output));
    } else if (args.text('format') === 'ndjson') {
      for (const line of storyLines(story, { provenance })) output.write(`${JSON.stringify(line)}\n`);
    } else {
      output.write(prettyStory(story, { provenance, ...output }));
    }
    return story.failures.length === 0 ? EXIT.asExpected : EXIT.expectationFailed;
  },
};
