import type { ScenarioFile } from '../scenario/parse-scenario.js';
import { badUsage } from './command.js';

/** One story of a file: what a run plays, and counts. */
export interface Selected {
  readonly file: ScenarioFile;
  /** Its place among the file's cases, from 0. */
  readonly index: number;
}

export interface Selection {
  /** Only those whose name, case or path matches this pattern. */
  readonly grep?: string | undefined;
  /** Only those with one of these words among their tags. */
  readonly tag?: string | undefined;
  /** Only the share of one machine of several, such as 2/5. */
  readonly shard?: string | undefined;
}

/** The stories that a run is to play. @throws SimulatorError `bad-usage` */
export function selectTests(files: readonly ScenarioFile[], selection: Selection): readonly Selected[] {
  const all = files.flatMap((file) => file.cases.map((_, index) => ({ file, index })));
  const wanted = [byGrep(selection.grep), byTag(selection.tag)];
  const matching = all.filter((one) => wanted.every((wants) => wants(one)));
  if (matching.length === 0) {
    const tags = [...new Set(files.flatMap(({ scenario }) => scenario.tags))].toSorted();
    throw badUsage(
      'no scenario matches',
      tags.length === 0 ? 'none has tags' : `the tags are: ${tags.join(', ')}`,
    );
  }
  return matching.filter(byShard(selection.shard));
}

type Wants = (one: Selected) => boolean;

function byGrep(pattern: string | undefined): Wants {
  if (pattern === undefined) return () => true;
  let expression: RegExp;
  try {
    expression = new RegExp(pattern, 'i');
  } catch {
    throw badUsage(
      `"${pattern}" is not a regular expression`,
      'put a backslash before ( [ * + ? that stand for themselves',
    );
  }
  return (one) => expression.test(`${one.file.scenario.name}\n${keyOf(one)}`);
}

function byTag(tags: string | undefined): Wants {
  if (tags === undefined) return () => true;
  const wanted = new Set(tags.split(',').map((tag) => tag.trim()));
  return ({ file }) => file.scenario.tags.some((tag) => wanted.has(tag));
}

function byShard(shard: string | undefined): Wants {
  if (shard === undefined) return () => true;
  const [, mine = '', all = ''] = /^(\d{1,6})\/(\d{1,6})$/.exec(shard) ?? [];
  const [index, count] = [Number(mine), Number(all)];
  if (index < 1 || index > count)
    throw badUsage(`"${shard}" is no shard`, 'write one like 2/5: the second of five');
  return (one) => fnv1a(keyOf(one)) % count === index - 1;
}

/** What a story is called from any machine that runs from the same folder. */
function keyOf({ file, index }: Selected): string {
  const name = file.cases[index]?.name;
  const path = file.source.file.replaceAll('\\', '/');
  return name === undefined ? path : `${path}#${name}`;
}

/** A story stays in its shard whatever else is added. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  // The lowest bits of this hash are its weakest.
  return (hash ^ (hash >>> 16)) >>> 0;
}
