import { basename, dirname } from 'node:path';
import { idOf, inFolder, readScenario } from '../node/scenario-files.js';
import { colours } from './colours.js';
import { badUsage, EXIT, type Command } from './command.js';
import { SHIPPED_SCENARIOS } from './shipped.js';

export const list: Command = {
  name: 'list',
  summary: 'list the scenarios that come with the simulator',
  takes: '[options]',
  options: {
    matrix: {
      type: 'boolean',
      says: 'instead: what is modelled, what is inferred, what is not, in Markdown',
    },
    format: { type: 'string', value: 'format', says: 'how to show them', choices: ['pretty', 'json'] },
  },
  examples: [
    ['writeback list', 'names, and what each is about'],
    ['writeback list --format json', 'for other programs'],
    ['writeback list --matrix', 'what is modelled, and how surely it is known'],
  ],
  run: async (args, output) => {
    if (args.words.length > 0)
      throw badUsage('list takes no words', 'to check your own files, use "writeback test"');
    if (args.flag('matrix')) {
      if (args.text('format') !== undefined)
        throw badUsage('--matrix has one format', 'leave --format out: it is Markdown');
      // Loaded for those who ask: it reads every string table.
      const { supportMatrix } = await import('./support-matrix.js');
      output.write(supportMatrix());
      return EXIT.asExpected;
    }
    const scenarios = inFolder(SHIPPED_SCENARIOS).map((path) => {
      const { name, tags } = readScenario(path).scenario;
      return { id: idOf(path), folder: basename(dirname(path)), name, tags };
    });
    if (args.text('format') === 'json') {
      output.write(`${JSON.stringify(scenarios, undefined, 2)}\n`);
      return EXIT.asExpected;
    }
    const c = colours(output.colour);
    const width = Math.max(...scenarios.map(({ id }) => id.length));
    let before = '';
    for (const { id, folder, name } of scenarios) {
      if (folder !== before) output.write(`${before === '' ? '' : '\n'}${c.cyan(folder)}\n`);
      before = folder;
      output.write(`  ${c.bold(id.padEnd(width))}  ${name}\n`);
    }
    output.write(c.dim(`\nwriteback play <name> plays one.\n`));
    return EXIT.asExpected;
  },
};
