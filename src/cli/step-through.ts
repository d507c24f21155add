import { sayInstant } from '../kernel/instant.js';
import type { Entry } from '../records/entry.js';
import type { Story } from '../scenario/play.js';
import { colours } from './colours.js';
import type { Output } from './command.js';
import { prettyEntries, prettyVerdict, sceneHeading, type PrettyOptions } from './pretty-story.js';

/** Shows stories hop by hop, as the person at the terminal likes: forward, back, and out. */
export function stepThrough(
  stories: readonly Story[],
  options: PrettyOptions,
  output: Output,
): Promise<void> {
  const pages = stories.flatMap((story) => pagesOf(story, options));
  const { stdin, stdout } = process;
  const terminal = (stdin.isTTY as boolean | undefined) === true;
  const clears = terminal && stdout.isTTY;
  const c = colours(options.colour);
  let at = 0;
  const show = (): void => {
    const place = c.dim(`${at + 1} of ${pages.length}   Enter or →: on   ←: back   q: end`);
    output.write(`${clears ? '\u001b[2J\u001b[H' : ''}${pages[at] ?? ''}\n\n${place}\n${clears ? '' : '\n'}`);
  };
  show();
  return new Promise((resolve) => {
    const end = (): void => {
      if (terminal) stdin.setRawMode(false);
      stdin.pause();
      stdin.off('data', read);
      resolve();
    };
    const read = (chunk: string): void => {
      for (const [key] of chunk.matchAll(KEY)) {
        if (ENDS.has(key) || (FORWARD.has(key) && at === pages.length - 1)) {
          end();
          return;
        }
        const before = at;
        if (FORWARD.has(key)) at++;
        if (BACK.has(key)) at = Math.max(0, at - 1);
        if (at !== before) show();
      }
    };
    if (terminal) stdin.setRawMode(true);
    stdin.setEncoding('utf8');
    stdin.on('data', read);
    stdin.once('end', end);
    stdin.resume();
  });
}

// oxlint-disable-next-line no-control-regex -- the keys of a terminal are such characters
const KEY = /\u001b\[[0-9;]*[A-Za-z~]|[^]/g;
const FORWARD = new Set(['\r', '\n', ' ', 'n', '\u001b[C', '\u001b[B', '\u001b[6~']);
const BACK = new Set(['p', 'b', '\u007f', '\u001b[D', '\u001b[A', '\u001b[5~']);
const ENDS = new Set(['q', '\u0003', '\u0004']);

/** A page for the beginning, for each scene's hops, and for its cause. */
function pagesOf(story: Story, options: PrettyOptions): readonly string[] {
  const c = colours(options.colour);
  const { name, ticket } = story.file.scenario;
  const title = story.case.name === undefined ? name : `${name} › ${story.case.name}`;
  const pages = [
    `${c.bold(title)}\n\n${ticket?.trim() ?? ''}\n\n${c.dim(`begins ${sayInstant(story.start)}`)}`,
  ];
  for (const scene of story.scenes) {
    const heading = sceneHeading(scene, options.width, c);
    const entries = scene.entries.filter(({ log }) => options.logs?.includes(log) !== false);
    for (const hop of hopsOf(entries)) pages.push(`${heading}\n\n${prettyEntries(hop, options, c)}`);
    if (entries.length === 0) pages.push(heading);
    if (scene.verdict !== undefined && options.hideCause !== true) {
      pages.push(`${heading}\n\n${prettyVerdict(scene.verdict, options, c)}`);
    }
  }
  return pages;
}

/** What one log of one machine says before the next one speaks. */
function hopsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const hops: Entry[][] = [];
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    const last = hops.at(-1);
    if (last?.[0]?.log === entry.log && last[0].host === entry.host) last.push(entry);
    else hops.push([entry]);
  }
  return hops;
}
