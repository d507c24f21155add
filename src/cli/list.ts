import { basename, dirname } from 'node:path';
import { idOf, inFolder, readScenario } from '../node/scenario-files.js';
import { FAILURE_MODES } from '../failure-modes/catalogue.js';
import type { PartyAtFault } from '../failure-modes/failure-mode.js';
import { colours } from './colours.js';
import { badUsage, EXIT, type Command } from './command.js';
import { SHIPPED_SCENARIOS } from './shipped.js';

export const list: Command = {
  name: 'list',
  summary: 'list the scenarios that come with the simulator, or the failure modes',
  takes: '[options]',
  options: {
    matrix: {
      type: 'boolean',
      says: 'instead: what is modelled, what is inferred, what is not, in Markdown',
    },
    failures: { type: 'boolean', says: 'the failure modes, for show and new' },
    tag: { type: 'string', value: 'tag', says: 'only the scenarios with this tag' },
    format: { type: 'string', value: 'format', says: 'how to show them', choices: ['pretty', 'json'] },
  },
  examples: [
    ['writeback list', 'names, and what each is about'],
    ['writeback list --failures', 'every root cause that the simulator knows, by the party at fault'],
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
    const rows = args.flag('failures') ? failureRows() : scenarioRows(args.text('tag'));
    if (args.text('format') === 'json') {
      output.write(`${JSON.stringify(rows, undefined, 2)}\n`);
      return EXIT.asExpected;
    }
    const c = colours(output.colour);
    const width = Math.max(...rows.map(({ id }) => id.length));
    let before = '';
    for (const { id, folder, name } of rows) {
      if (folder !== before) output.write(`${before === '' ? '' : '\n'}${c.cyan(folder)}\n`);
      before = folder;
      output.write(`  ${c.bold(id.padEnd(width))}  ${name}\n`);
    }
    const next = args.flag('failures')
      ? 'writeback show <failure-mode> shows one.'
      : 'writeback play <name> plays one.';
    output.write(c.dim(`\n${next}\n`));
    return EXIT.asExpected;
  },
};

interface Row {
  readonly id: string;
  readonly folder: string;
  readonly name: string;
  readonly tags?: readonly string[];
}

function scenarioRows(tag: string | undefined): readonly Row[] {
  const rows = inFolder(SHIPPED_SCENARIOS).map((path) => {
    const { name, tags } = readScenario(path).scenario;
    return { id: idOf(path), folder: basename(dirname(path)), name, tags };
  });
  const wanted = rows.filter(({ tags }) => tag === undefined || tags.includes(tag));
  if (wanted.length > 0) return wanted;
  const tags = [...new Set(rows.flatMap((row) => row.tags))].toSorted();
  throw badUsage(`no scenario has the tag "${tag}"`, `the tags are: ${tags.join(', ')}`);
}

function failureRows(): readonly Row[] {
  return PARTIES_AT_FAULT.flatMap((party) =>
    FAILURE_MODES.filter((mode) => mode.party === party).map(({ id, title }) => ({
      id,
      folder: `at fault: the ${party}`,
      name: title,
    })),
  );
}

const PARTIES_AT_FAULT: readonly PartyAtFault[] = ['user', 'tenant', 'sync server', 'domain'];
