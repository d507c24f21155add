import { CHECKS } from '../failure-modes/checks.js';
import { LOG_SAYS } from '../scenario/views.js';
import { lookUp, type LookUp } from '../scenario/look-up.js';
import { inFolder, readScenarios } from '../node/scenario-files.js';
import { evidenceIn, type Evidence } from '../scenario/evidence.js';
import { playCases } from '../scenario/play.js';
import { colours } from './colours.js';
import { badUsage, EXIT, type Command, type Output } from './command.js';
import { paragraph } from './paragraph.js';
import { SHIPPED_SCENARIOS } from './shipped.js';

export const lookup: Command = {
  name: 'lookup',
  summary: 'find what can be behind a record: an event id, a code, a reason, a piece of a text',
  takes: '<anything> [options]',
  options: {
    format: { type: 'string', value: 'format', says: 'how to show it', choices: ['pretty', 'json'] },
  },
  examples: [
    ['writeback lookup 33004', 'an event id'],
    ['writeback lookup 80230626', 'an hr code, with or without 0x'],
    ['writeback lookup SSPR_0029', 'a code on the screen'],
    ['writeback lookup OnPremisesAdminActionRequired', 'a reason in the audit log'],
    ["writeback lookup 'does not meet the length'", 'a piece of what the screen says'],
  ],
  run: (args, output) => {
    const query = args.words.join(' ');
    if (query.trim() === '')
      throw badUsage('lookup needs something to look for', 'for example: writeback lookup 33008');
    const found = lookUp(query, shippedEvidence);
    if (found.causes.length === 0 && !found.healthy) {
      throw badUsage(
        `nothing that the simulator knows leaves "${query}"`,
        found.hint ?? 'try an event id, a code, or a few words of a text as they stand there',
      );
    }
    output.write(
      args.text('format') === 'json'
        ? `${JSON.stringify(plain(found), undefined, 2)}\n`
        : pretty(found, output),
    );
    return EXIT.asExpected;
  },
};

function shippedEvidence(): readonly Evidence[] {
  return readScenarios(inFolder(SHIPPED_SCENARIOS)).flatMap((file) => playCases(file).flatMap(evidenceIn));
}

function plain({ query, found, causes, healthy, check }: LookUp): unknown {
  return {
    query,
    found,
    healthy,
    check: check && {
      log: check.log,
      looks: [...check.groups].map(([look, group]) => ({ look, causes: group.map(idOf) })),
    },
    causes: causes.map((one) => {
      const { id, title, party, cause, fix, warning = null, sources } = one.mode ?? {};
      return {
        id,
        title,
        party,
        cause,
        check: CHECKS[id ?? ''] ?? null,
        figures: one.verdict?.figures ?? [],
        fix,
        warning,
        sources,
      };
    }),
  };
}

function pretty({ query, found, causes, healthy, check }: LookUp, { colour, width }: Output): string {
  const c = colours(colour);
  const places = found.map(({ log, says }) =>
    paragraph(`${c.dim(`${log === 'catalogue' ? 'the catalogue' : LOG_SAYS[log]}:`)} ${says}`, 2, width, 2),
  );
  const blocks = [[c.bold(`"${query}": ${howMany(causes.length)}`), ...places].join('\n')];
  if (healthy && causes.length > 0) blocks.push(c.yellow('  It is also there when nothing is wrong.'));
  if (check !== undefined) {
    const rows = [...check.groups].flatMap(([look, group]) => [
      paragraph(look, 4, width, 2),
      paragraph(`→ ${group.map(idOf).join(', ')}`, 6, width, 2),
    ]);
    blocks.push([c.bold(`The one check that tells most apart: ${LOG_SAYS[check.log]}`), ...rows].join('\n'));
  } else if (causes.length > 1) {
    blocks.push(c.bold('No log tells them apart: what does is said with each.'));
  }
  for (const one of causes) {
    const { mode } = one;
    if (mode === undefined) continue;
    const [fix] = mode.fix;
    blocks.push(
      [
        `${c.yellow(c.bold(mode.title))} ${c.dim(`(${mode.id}, at fault: the ${mode.party})`)}`,
        paragraph(mode.cause, 2, width),
        paragraph(checkOf(one), 2, width, 2),
        ...(fix === undefined ? [] : [paragraph(`${c.green('fix:')} ${fix}`, 2, width, 2)]),
        ...(mode.warning === undefined ? [] : [paragraph(`${c.red('mind:')} ${mode.warning}`, 2, width, 2)]),
      ].join('\n'),
    );
  }
  blocks.push(
    c.dim(
      'writeback show <failure-mode> shows all that one leaves; writeback new <failure-mode> begins a scenario.',
    ),
  );
  return `${blocks.join('\n\n')}\n`;
}

function howMany(causes: number): string {
  if (causes === 0)
    return 'seen in the stories that come with the simulator, which name no hidden cause for it';
  return causes === 1 ? 'one cause can leave it' : `${causes} causes can leave it`;
}

/** What settles whether it is this one. */
function checkOf({ mode, verdict }: Evidence): string {
  const check = CHECKS[mode?.id ?? ''];
  const [figure] = verdict?.figures ?? [];
  return check === undefined
    ? `compare: ${figure ?? 'the records that "writeback show" shows'}`
    : `check: ${check}`;
}

function idOf({ mode }: Evidence): string {
  return mode?.id ?? 'nothing wrong';
}
