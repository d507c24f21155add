import type { Verdict } from '../failure-modes/verdict.js';
import { sayInstant } from '../kernel/instant.js';
import type { Entry, LogName } from '../records/entry.js';
import type { Scene, Story } from '../scenario/play.js';
import { isAdministratorScreen } from '../tenant/administrator-screens.js';
import { byHeading } from './by-heading.js';
import { colours, type Colours } from './colours.js';
import { failureTexts } from '../scenario/failure-text.js';
import { testReport } from '../scenario/test-report.js';
import { prettyRecord } from './pretty-record.js';
import { paragraph } from './paragraph.js';

export interface PrettyOptions {
  readonly provenance: boolean;
  readonly colour: boolean;
  readonly width: number;
  /** Only these logs. @defaultValue all */
  readonly logs?: readonly LogName[] | undefined;
  /** Leaves out the true cause, for a class to find. @defaultValue false */
  readonly hideCause?: boolean | undefined;
}

/** Whose eyes a log is read with; the order in which a person would like to read them. */
export const LOG_HEADINGS: readonly (readonly [LogName, (entry: Entry) => string])[] = [
  ['console', ({ host }) => `The administrator, at ${host}`],
  ['user-screen', readerOf],
  ['entra-audit', () => "The tenant's audit log"],
  ['entra-sign-in', () => "The tenant's sign-in log"],
  ['connector-application', ({ host }) => `The sync server's Application log, on ${host}`],
  ['dc-security', ({ host }) => `The domain controller's Security log, on ${host}`],
  ['dc-system', ({ host }) => `The System log of ${host}`],
  ['dc-password-protection', ({ host }) => `The agent of Entra Password Protection, on ${host}`],
  ['mail', () => 'Mail'],
];

function readerOf(entry: Entry): string {
  if (entry.log !== 'user-screen' || !isAdministratorScreen(entry.record.screen)) return 'The user';
  return `The administrator, ${entry.record.user}`;
}

/** The whole story, for a person to read. */
export function prettyStory(story: Story, options: PrettyOptions): string {
  const c = colours(options.colour);
  const { scenario } = story.file;
  const which = story.case.name === undefined ? '' : ` › ${story.case.name}`;
  const blocks = [c.bold(`${scenario.name}${which}`)];
  if (scenario.ticket !== undefined) blocks.push(quote(scenario.ticket, options.width, c));
  blocks.push(c.dim(`begins ${sayInstant(story.start)}, seed "${story.seed}"; all times in UTC`));
  for (const scene of story.scenes) blocks.push(prettyScene(scene, options, c));
  if (options.hideCause !== true) blocks.push(ending(story, c));
  return `${blocks.join('\n\n')}\n`;
}

/** A scene with all that was seen of it. */
export function prettyScene(scene: Scene, options: PrettyOptions, c: Colours): string {
  const { verdict } = scene;
  const entries = scene.entries.filter(({ log }) => options.logs?.includes(log) !== false);
  const blocks = [sceneHeading(scene, options.width, c)];
  for (const [log, heading] of LOG_HEADINGS) {
    const own = entries.filter((entry) => entry.log === log);
    for (const read of byHeading(own, heading)) blocks.push(prettyEntries(read, options, c));
  }
  if (entries.length === 0 && (verdict === undefined || options.hideCause)) {
    blocks.push(c.dim(options.logs === undefined ? NOTHING : '  nothing to see from here'));
  }
  if (verdict !== undefined && options.hideCause !== true) blocks.push(prettyVerdict(verdict, options, c));
  return blocks.join('\n\n');
}

const NOTHING = '  nothing that anybody could see';

/** What happens in a scene, and when. */
export function sceneHeading(
  { number, title, from, to, entries, verdict }: Scene,
  width: number,
  c: Colours,
): string {
  const head = `${number}. ${title} `;
  const when =
    verdict === undefined && entries.every(({ log }) => log !== 'console')
      ? `until ${sayInstant(to)}`
      : sayInstant(from);
  const rule = '─'.repeat(Math.max(2, Math.min(width, PAGE) - head.length - when.length - 1));
  return `${c.bold(c.cyan(head))}${c.dim(`${rule} ${when}`)}`;
}

/** Records of one log on one machine, under the name of who reads it. */
export function prettyEntries(own: readonly Entry[], options: PrettyOptions, c: Colours): string {
  const [first] = own;
  if (first === undefined) return '';
  const [, heading] = LOG_HEADINGS.find(([log]) => log === first.log) ?? [];
  const lines = own.flatMap((entry, index) => prettyRecord(entry, own[index - 1], options, c));
  return [`  ${c.bold(heading?.(first) ?? first.log)}`, ...lines].join('\n');
}

/** How wide headings are where lines are not broken. */
const PAGE = 100;

/** The true cause of what a scene shows, or that there is none. */
export function prettyVerdict(verdict: Verdict, { width, provenance }: PrettyOptions, c: Colours): string {
  const { title, explanation, figures, fix, warning, alsoFails, unseen, sources } = verdict;
  if (title === null || explanation === null) {
    return `  ${c.bold('What nobody says: the true cause')}\n    ${fine(verdict, c)}`;
  }
  const lines = [
    `  ${c.bold('What nobody says: the true cause')}`,
    `    ${c.yellow(c.bold(title))} ${c.dim(`(${verdict.cause})`)}`,
    paragraph(explanation, 4, width),
    ...figures.map((figure) => paragraph(`• ${figure}`, 4, width, 2)),
  ];
  if (alsoFails.length > 0)
    lines.push(paragraph(`It would also have failed for: ${alsoFails.join(', ')}.`, 4, width));
  lines.push(`    ${c.green('How to fix it')}`, ...fix.map((step) => paragraph(`• ${step}`, 4, width, 2)));
  if (warning !== null) lines.push(paragraph(`${c.red('Mind:')} ${warning}`, 4, width, 2));
  for (const one of unseen) {
    lines.push(
      `    ${c.green('Why it is in no log')}: ${one.title} ${c.dim(`(${one.id})`)}`,
      ...[one.cause, ...one.figures, ...one.fix].map((line) => paragraph(`• ${line}`, 4, width, 2)),
    );
  }
  if (provenance) lines.push(...sources.map((source) => c.dim(paragraph(`source: ${source}`, 4, width, 2))));
  return lines.join('\n');
}

function fine({ outcome }: Verdict, c: Colours): string {
  if (outcome === 'succeeded') return c.green('none: all went well');
  if (outcome === 'signed in') return c.green('none: signed in');
  return `none beyond what was said: ${outcome.replaceAll('-', ' ')}`;
}

function ending(story: Story, c: Colours): string {
  const { checks, failures } = story;
  if (failures.length > 0) {
    const texts = failureTexts(testReport(story), c);
    return `${c.red(`${failures.length} of ${checks} expectations not met`)}\n\n${texts}`;
  }
  return checks === 0
    ? c.dim('The scenario expects nothing.')
    : c.green(checks === 1 ? '✓ the one expectation is met' : `✓ all ${checks} expectations met`);
}

function quote(text: string, width: number, c: Colours): string {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((block) => paragraph(block.replaceAll('\n', ' '), 0, width - 4))
    .join('\n\n')
    .split('\n')
    .map((line) => c.dim(`  │ ${line}`))
    .join('\n');
}
