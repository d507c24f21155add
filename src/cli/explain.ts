import { sayInstant } from '../kernel/instant.js';
import type { Verdict } from '../failure-modes/verdict.js';
import type { Entry, LogName } from '../records/entry.js';
import { findScenario, readScenario } from '../node/scenario-files.js';
import { summary } from '../scenario/describe-record.js';
import { playCases, type Scene, type Story } from '../scenario/play.js';
import { isAdministratorScreen } from '../tenant/administrator-screens.js';
import { colours, type Colours } from './colours.js';
import { byHeading } from './by-heading.js';
import { badUsage, EXIT, type Command } from './command.js';
import { paragraph } from './paragraph.js';
import { SHIPPED_SCENARIOS } from './shipped.js';

export const explain: Command = {
  name: 'explain',
  summary: 'tell a scenario in prose: what happened, who saw what, why, and how to fix it',
  takes: '<scenario> [options]',
  options: { seed: { type: 'string', value: 'text', says: 'another seed: other ids, other timing' } },
  examples: [
    ['writeback explain founding-ticket', 'a shipped scenario'],
    ['writeback explain tickets/4711.yaml', 'to paste into an answer to the customer'],
  ],
  run: (args, output) => {
    const [word, ...others] = args.words;
    if (word === undefined)
      throw badUsage('explain needs a scenario', '"writeback list" shows the shipped ones');
    if (others.length > 0) throw badUsage('explain takes one scenario', 'run it once for each');
    const c = colours(output.colour);
    const width = Number.isFinite(output.width) ? output.width : Infinity;
    const stories = playCases(readScenario(findScenario(word, SHIPPED_SCENARIOS)), {
      seed: args.text('seed'),
    });
    output.write(`${stories.map((story) => prose(story, width, c)).join('\n\n')}\n`);
    return EXIT.asExpected;
  },
};

function prose(story: Story, width: number, c: Colours): string {
  const { name, ticket, source } = story.file.scenario;
  const title = story.case.name === undefined ? name : `${name} › ${story.case.name}`;
  const blocks = [c.bold(title)];
  if (ticket !== undefined) blocks.push(paragraph(`The customer says: “${flat(ticket)}”`, 0, width));
  for (const scene of story.scenes) {
    const told = sentencesOf(scene).map((one) => paragraph(one, 2, width));
    blocks.push([paragraph(c.cyan(`${scene.number}. ${beginning(scene)}`), 0, width), ...told].join('\n'));
    if (scene.verdict !== undefined) blocks.push(...why(scene.verdict, width, c));
  }
  const sources = [source ?? []].flat();
  if (sources.length > 0) blocks.push(paragraph(`The scenario comes from: ${sources.join('; ')}.`, 0, width));
  return blocks.join('\n\n');
}

function beginning({ title, from }: Scene): string {
  return `${title}, ${sayInstant(from)} UTC.`;
}

/** Each hop in the order of the way, and what it left there. */
function sentencesOf({ entries, verdict }: Scene): readonly string[] {
  const own = (log: LogName): readonly Entry[] => entries.filter((entry) => entry.log === log);
  const sentences: string[] = [];
  const say = (log: LogName, words: (own: readonly Entry[]) => string): void => {
    for (const records of byHeading(own(log), ({ host }) => host)) sentences.push(words(records));
  };
  say('console', (records) => `At the console: ${records.map(oneLine).join('; ')}`);
  say('user-screen', (records) => `${reader(records.at(-1))}, at last: “${oneLine(records.at(-1))}”`);
  say('entra-audit', (records) => {
    const failed = records.filter(
      (entry) => entry.log === 'entra-audit' && entry.record.result === 'failure',
    );
    const shown = failed.length > 0 ? failed : records.slice(-1);
    return `The tenant's audit log has ${count(records.length, 'row')}; ${failed.length > 0 ? 'those that failed say' : 'the last says'} ${shown.map((one) => `“${reasonOf(one)}”`).join(' and ')}.`;
  });
  say('entra-sign-in', (records) => `The tenant's sign-in log: ${records.map(oneLine).join('; ')}.`);
  say('mail', (records) => `Mail went out: ${records.map(oneLine).join('; ')}.`);
  say('connector-application', (records) => {
    const last = records.findLast(
      (entry) => 'message' in entry.record && entry.record.level.name === 'Error',
    );
    const said =
      last !== undefined && 'message' in last.record
        ? `; ${last.record.id} says: ${short(last.record.message)}`
        : '';
    return `The sync server ${hostOf(records)} logs ${idsOf(records)} in its Application log${said}.`;
  });
  say(
    'dc-security',
    (records) => `The domain controller ${hostOf(records)} logs ${idsOf(records)} in its Security log.`,
  );
  say(
    'dc-password-protection',
    (records) => `The agent of Entra Password Protection on ${hostOf(records)} logs ${idsOf(records)}.`,
  );
  if (verdict !== undefined && verdict.outcome !== 'succeeded') {
    const silent = [
      ...(own('connector-application').length === 0 ? ['the sync server'] : []),
      ...(own('dc-security').length === 0 ? ['the domain controller'] : []),
    ];
    if (silent.length > 0) sentences.push(`Nothing of it is in the logs of ${silent.join(' and ')}.`);
  }
  if (sentences.length === 0) sentences.push('Nobody sees anything of it.');
  return sentences;
}

function why(verdict: Verdict, width: number, c: Colours): readonly string[] {
  const { title, explanation, figures, fix, warning, sources, alsoFails, outcome } = verdict;
  if (title === null || explanation === null) {
    return [paragraph(`${c.green('Why:')} ${nothingHidden(outcome)}`, 2, width)];
  }
  const also = alsoFails.length === 0 ? '' : ` It would also have failed for: ${alsoFails.join(', ')}.`;
  return [
    paragraph(
      `${c.yellow('Why:')} ${title}. ${explanation} ${figures.map(sentence).join(' ')}${also}`.trim(),
      2,
      width,
    ),
    [c.green('  How to fix it:'), ...fix.map((step) => paragraph(`• ${step}`, 4, width, 2))].join('\n'),
    ...(warning === null ? [] : [paragraph(`${c.red('Mind:')} ${warning}`, 2, width)]),
    c.dim(paragraph(`Known from: ${sources.join('; ')}.`, 2, width)),
  ];
}

/** Where no cause is hidden: all went well, or what was said is the whole of it. */
function nothingHidden(outcome: string): string {
  if (outcome === 'succeeded' || outcome === 'signed in') return 'nothing is wrong.';
  return `what was said is the whole of it; it ended: ${outcome.replaceAll('-', ' ')}.`;
}

function sentence(figure: string): string {
  const text = figure.charAt(0).toUpperCase() + figure.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function reader(entry: Entry | undefined): string {
  const byAdministrator = entry?.log === 'user-screen' && isAdministratorScreen(entry.record.screen);
  return byAdministrator ? `The administrator ${entry.record.user} reads` : 'The person reads';
}

function reasonOf(entry: Entry): string {
  return entry.log === 'entra-audit'
    ? entry.record.resultReason || entry.record.activityDisplayName
    : summary(entry);
}

function idsOf(records: readonly Entry[]): string {
  return records
    .map(({ record }) =>
      'message' in record
        ? `${record.id}${record.keywords.name === 'Audit Failure' ? ' (Audit Failure)' : ''}`
        : '',
    )
    .join(', ');
}

function hostOf([first]: readonly Entry[]): string {
  return first?.host ?? '';
}

function count(many: number, what: string): string {
  return `${many} ${what}${many === 1 ? '' : 's'}`;
}

function oneLine(entry: Entry | undefined): string {
  return entry === undefined ? '' : flat(summary(entry));
}

const LONGEST = 240;

function short(text: string): string {
  const line = flat(text);
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line.replace(/\.$/, '');
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
