import { inFolder, idOf, readScenario } from '../node/scenario-files.js';
import { parseScenario } from '../scenario/parse-scenario.js';
import { playScenario } from '../scenario/play.js';
import { colours } from './colours.js';
import { badUsage, EXIT, type Command } from './command.js';
import { failureModeNamed } from './failure-mode-named.js';
import { prettyScene } from './pretty-story.js';
import { SHIPPED_SCENARIOS } from './shipped.js';

export const show: Command = {
  name: 'show',
  summary: 'show a failure mode: its cause, what each party sees of it, how to fix it',
  takes: '<failure-mode> [options]',
  options: {
    provenance: { type: 'boolean', says: 'show where each product string is known from, and how surely' },
  },
  examples: [
    ['writeback show minimum-password-age', 'all about one'],
    ['writeback list --failures', 'which there are'],
  ],
  run: (args, output) => {
    const [word, ...others] = args.words;
    const mode = failureModeNamed(word, 'show');
    if (others.length > 0) throw badUsage('show takes one failure mode', 'run it once for each');
    const c = colours(output.colour);
    const text = `version: 1\nname: ${JSON.stringify(mode.title)}\ngiven: { failure: ${mode.id} }\n`;
    const { scenes } = playScenario(parseScenario(text, `${mode.id}.yaml`));
    const blocks = [
      `${c.bold(mode.title)}\n${c.dim(`${mode.id}; at fault: the ${mode.party}`)}`,
      ...scenes.map((scene) => prettyScene(scene, { ...output, provenance: args.flag('provenance') }, c)),
      `  ${c.bold('Sources')}\n${mode.sources.map((source) => `    ${source}`).join('\n')}`,
    ];
    const told = scenariosAbout(mode.id);
    if (told.length > 0)
      blocks.push(`  ${c.bold('Scenarios')}\n${told.map((id) => `    writeback play ${id}`).join('\n')}`);
    blocks.push(c.dim(`  writeback new ${mode.id} <file> begins a scenario file from it.`));
    output.write(`${blocks.join('\n\n')}\n`);
    return EXIT.asExpected;
  },
};

/** The shipped scenarios in which it is the true cause of something. */
function scenariosAbout(id: string): readonly string[] {
  return inFolder(SHIPPED_SCENARIOS)
    .filter((path) => {
      const file = readScenario(path);
      const expects = ({
        then,
      }: {
        readonly then?: { readonly cause?: string | undefined } | undefined;
      }): boolean => then?.cause === id;
      return file.cases.some(
        ({ steps, expected }) => steps.some(({ step }) => expects(step)) || expected.some(expects),
      );
    })
    .map(idOf);
}
