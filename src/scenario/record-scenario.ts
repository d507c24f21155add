import { SimulatorError } from '../kernel/error.js';
import { LOGS, type LogName } from '../records/entry.js';
import { expectedOf } from './expected-of.js';
import type { ScenarioFile } from './parse-scenario.js';
import { playScenario, type Scene } from './play.js';
import type { SourceText } from './source-text.js';

/** A change of a text: what stands between two places is replaced. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface Recording {
  readonly text: string;
  /** How many expectations were written or changed. */
  readonly changed: number;
}

type Recorded = Readonly<Record<string, unknown>>;

/** What a recording can tell; the rest is an author's to say. */
const RECORDABLE: ReadonlySet<string> = new Set(['outcome', 'cause', 'unseen', 'screen', ...LOGS]);

/**
 * The text of a scenario with expectations as things happened: those that were not met say what happened, and a step
 * in which somebody tries something and of which nothing is expected gets some. Everything else stays as it was
 * written, comments and layout included.
 *
 * @throws SimulatorError `has-cases` if the file has cases, or if it cannot be played
 */
export function recordScenario(file: ScenarioFile): Recording {
  if (file.scenario.cases !== undefined) {
    throw new SimulatorError({
      code: 'has-cases',
      message: 'what happens differs from case to case, so that it cannot be recorded',
      hint: 'write the expectations of each case by hand; "writeback test" says what was found',
      file: file.source.file,
    });
  }
  const story = playScenario(file);
  const { source } = file;
  const edits: Edit[] = [];
  const numbered = story.case.steps.map((placed, index) => ({ placed, scene: story.scenes[index] }));
  for (const { placed, scene } of numbered) {
    if (scene === undefined || placed.number === undefined || placed.path[0] !== 'when') continue;
    if (placed.step.then === undefined) {
      if (scene.verdict !== undefined) edits.push(inserted(source, placed.path, expectedOf(scene)));
    } else edits.push(...corrected(source, [...placed.path, 'then'], scene));
  }
  const whole = {
    entries: story.scenes.flatMap(({ entries }) => entries),
    verdict: story.scenes.findLast(({ verdict }) => verdict !== undefined)?.verdict,
    failures: story.failures.filter(({ path }) => path[0] === 'then'),
  };
  edits.push(...corrected(source, ['then'], whole));
  return { text: applied(source.text, edits), changed: edits.length };
}

/** New values where an expectation was not met. */
function corrected(
  source: SourceText,
  path: readonly (string | number)[],
  seen: Pick<Scene, 'entries' | 'verdict' | 'failures'>,
): readonly Edit[] {
  const wrong = new Set(seen.failures.map((failure) => String(failure.path[path.length])));
  const now = expectedOf(seen) as Recorded;
  return [...wrong].flatMap((key) => {
    if (!RECORDABLE.has(key)) return [];
    const range = source.range([...path, key]);
    if (range === undefined) return [];
    const value = now[key] ?? (LOGS.includes(key as LogName) ? [] : undefined);
    return value === undefined ? [] : [{ from: range[0], to: range[1], text: flow(value) }];
  });
}

/** A "then" after the last key of a step, laid out as the step is. */
function inserted(source: SourceText, path: readonly (string | number)[], now: Recorded): Edit {
  const [from, to] = source.range(path) ?? [0, 0];
  const entries = Object.entries(now).map(([key, value]) => `${key}: ${flow(value)}`);
  if (source.text[from] === '{') {
    const end = source.text.lastIndexOf('}', to - 1);
    const before = source.text.slice(from, end).trimEnd();
    return { from: from + before.length, to: end, text: `, then: { ${entries.join(', ')} } ` };
  }
  const lineStart = source.text.lastIndexOf('\n', from - 1) + 1;
  const indent = ' '.repeat(from - lineStart);
  const newline = source.text.includes('\r\n') ? '\r\n' : '\n';
  const block = source.text.slice(from, to).trimEnd();
  // A comment behind the last value belongs to its line.
  const rest = /^[^\n\r]*/.exec(source.text.slice(from + block.length))?.[0].length ?? 0;
  const at = from + block.length + rest;
  const lines = [`${indent}then:`, ...entries.map((entry) => `${indent}  ${entry}`)];
  return { from: at, to: at, text: `${newline}${lines.join(newline)}` };
}

function applied(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((before, { from, to, text: by }) => before.slice(0, from) + by + before.slice(to), text);
}

/** A value in YAML's flow style. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${key}: ${flow(inner)}`)
      .join(', ')} }`;
  }
  if (typeof value !== 'string') return String(value);
  const plain =
    /^[A-Za-z][\w .'()/-]*$/.test(value) &&
    !/^(true|false|null|yes|no|on|off)$/i.test(value) &&
    value === value.trim();
  return plain ? value : `'${value.replaceAll("'", "''").replaceAll(/\s+/g, ' ')}'`;
}
