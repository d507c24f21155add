import { toIso } from '../kernel/instant.js';
import { findScenario, readScenario } from '../node/scenario-files.js';
import { WholeFiles } from '../node/whole-file.js';
import { EXPORTS, type ExportFormat } from '../records/exports.js';
import { exportRecords, type Exported } from '../scenario/export-records.js';
import type { ScenarioFile } from '../scenario/parse-scenario.js';
import { didYouMean } from '../world/schema-problem.js';
import { badUsage, EXIT, type Command } from './command.js';
import { SHIPPED_SCENARIOS } from './shipped.js';

/** Each party with its formats, for the help. */
const KNOWN = Object.entries(EXPORTS).map(
  ([party, formats]) => `${party} as ${Object.keys(formats).join(', ')}`,
);

export const exporting: Command = {
  name: 'export',
  summary: "write one party's records to a file, as its own tools would",
  takes: '<scenario> --party <party> --format <format> [options]',
  options: {
    party: { type: 'string', value: 'party', says: `whose records: ${KNOWN.join('; ')}` },
    format: { type: 'string', value: 'format', says: 'how they are written' },
    output: {
      type: 'string',
      value: 'file',
      says: 'where to; a second file beside it says that they are simulated (standard output if left out, or "-")',
    },
    force: { type: 'boolean', says: 'replace the files if they are there already' },
    unpublished: {
      type: 'boolean',
      says: "write the sync server's records too whose words nobody has published",
    },
    chatter: {
      type: 'boolean',
      says: 'write what comes by itself every few minutes too, such as heartbeats',
    },
    seed: { type: 'string', value: 'text', says: 'another seed: other ids, other timing' },
  },
  examples: [
    ['writeback export founding-ticket --party dc --format xml --output security.xml', 'event XML'],
    ['writeback export tickets/4711.yaml --party dc --format json', 'to standard output'],
    [
      'writeback export founding-ticket --party entra --format graph',
      "the tenant's audit log as Graph answers",
    ],
  ],
  run: (args, output) => {
    const [word, ...others] = args.words;
    if (word === undefined)
      throw badUsage('export needs a scenario', '"writeback list" shows the shipped ones');
    if (others.length > 0) throw badUsage('export takes one scenario', 'run it once for each');
    const party = args.text('party');
    const name = args.text('format');
    const format = formatNamed(party, name);
    const path = args.text('output');
    const file = readScenario(findScenario(word, SHIPPED_SCENARIOS));
    const exported = exportRecords(file, format, {
      seed: args.text('seed'),
      unpublished: args.flag('unpublished'),
      chatter: args.flag('chatter'),
    });
    if (path === undefined || path === '-') {
      for (const piece of exported.pieces) output.write(piece);
      process.stderr.write(`writeback: simulated records of ${file.id}, seed "${exported.seed}"\n`);
      return EXIT.asExpected;
    }
    if (path === '') throw badUsage('--output names no file', 'give a path, or "-" for standard output');
    const files = new WholeFiles({ overwrite: args.flag('force') });
    const beside = `${path}.simulated.json`;
    files.allow(path);
    files.allow(beside);
    try {
      files.write(path, exported.pieces);
      files.write(beside, [`${JSON.stringify(sidecar(file, exported, `${party} ${name}`), undefined, 2)}\n`]);
      files.appear();
    } finally {
      files.abandon();
    }
    return EXIT.asExpected;
  },
};

/** The format of that name for that party, or an error that says which there are. */
function formatNamed(party: string | undefined, format: string | undefined): ExportFormat {
  const parties = Object.keys(EXPORTS);
  if (party === undefined) throw badUsage('export needs --party', `one of: ${parties.join(', ')}`);
  const formats = Object.hasOwn(EXPORTS, party) ? EXPORTS[party] : undefined;
  if (formats === undefined)
    throw badUsage(
      `there is no party "${party}"`,
      didYouMean(party, parties) ?? `one of: ${parties.join(', ')}`,
    );
  const names = Object.keys(formats);
  if (format === undefined) throw badUsage('export needs --format', `one of: ${names.join(', ')}`);
  const found = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (found !== undefined) return found;
  throw badUsage(
    `records of ${party} cannot be written as "${format}"`,
    didYouMean(format, names) ?? `one of: ${names.join(', ')}`,
  );
}

/** What is to be known of a file that looks like evidence and is none. */
function sidecar(file: ScenarioFile, { seed, start, strings }: Exported, what: string): unknown {
  return {
    simulated: true,
    says: 'These records are simulated. Nothing in them happened; they are no evidence of anything.',
    by: `writeback-simulator ${VERSION}`,
    records: what,
    scenario: file.id,
    name: file.scenario.name,
    seed,
    start: toIso(start),
    provenance: [...strings.values()],
  };
}
