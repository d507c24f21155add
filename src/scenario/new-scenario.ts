import { Document, isDocument, isScalar, stringify, visit } from 'yaml';
import { arranged } from './arranged.js';
import { expectedOf } from './expected-of.js';
import { parseScenario } from './parse-scenario.js';
import { playScenario } from './play.js';

/**
 * A scenario file for a failure mode: its world and its steps written out, with expectations that are met, and
 * comments that say what to change.
 *
 * @param schema where the editor finds the JSON Schema, from the file's folder
 * @throws RangeError if there is no such failure mode
 */
export function newScenario(failure: string, schema: string): string {
  const { mode, given, preparation, attempts } = arranged(failure);
  const steps = [...preparation, ...attempts];
  const head = { version: 1, name: mode.title, given, when: steps };
  const played = playScenario(parseScenario(stringify(head), `${failure}.yaml`));
  const [last] = played.scenes.slice(-1);
  const then = last === undefined ? {} : expectedOf(last);
  const isEmpty = Object.keys(given as object).length === 0;
  return [
    `# yaml-language-server: $schema=${schema}`,
    ...comment(`A ticket about: ${mode.title}.`),
    '# writeback test <file> checks it, writeback play <file> shows it, writeback record <file> brings "then" up to date.',
    yaml({ version: 1, name: mode.title }),
    '',
    "# The customer's words.",
    'ticket: |',
    '  Write here what the customer wrote.',
    '',
    '# Where it comes from: a ticket number, a page.',
    yaml({ source: [...mode.sources] }),
    yaml({ tags: [mode.party.replace(' ', '-')] }),
    '',
    ...comment(mode.cause),
    '# Only what differs from a healthy tenant; put the names and figures of your customer here.',
    isEmpty ? 'given: {} # a healthy tenant: the fault is in what people do' : yaml({ given }),
    '',
    '# What happens, in order.',
    yaml({ when: steps }),
    ...indented(
      [
        '# What must be seen after this step: a list is exactly these records, [] is none.',
        yaml({ then }),
      ].join('\n'),
    ),
    '',
  ].join('\n');
}

/** YAML as a person would lay it out: lists of plain things in one line, and so are small mappings in lists. */
function yaml(value: unknown): string {
  const tree = new Document(value);
  visit(tree, {
    Seq: (_, list) => {
      const short = list.items.every((item) => isScalar(item) && String(item.value).length < SHORT);
      if (short) list.flow = true;
    },
    Map: (key, mapping, path) => {
      const small = mapping.items.every(
        ({ value: inner }) => isScalar(inner) && inner.type !== 'BLOCK_LITERAL',
      );
      const parent = path.at(-1);
      if (
        small &&
        mapping.items.length < 4 &&
        (mapping.items.length === 0 || (key !== null && !isDocument(parent)))
      )
        mapping.flow = true;
    },
  });
  const text = tree.toString({ lineWidth: 110, singleQuote: true }).trimEnd();
  return text.replaceAll(/(?<=: |- )\[ ([^\n]*) \]$/gm, '[$1]');
}

/** Longer texts get a line each. */
const SHORT = 40;

/** Lines that nobody has to scroll to read. */
function comment(text: string): readonly string[] {
  return [...text.matchAll(/.{1,100}(?:\s|$)/g)].map(([line]) => `# ${line.trim()}`);
}

function indented(text: string): readonly string[] {
  return text.split('\n').map((line) => `    ${line}`);
}
