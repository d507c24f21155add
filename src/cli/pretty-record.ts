import { sayInstant } from '../kernel/instant.js';
import type { DirectoryAudit } from '../records/directory-audit.js';
import type { Entry } from '../records/entry.js';
import type { WindowsEvent } from '../records/windows/event.js';
import type { Colours } from './colours.js';
import { paragraph } from './paragraph.js';

interface Options {
  readonly provenance: boolean;
  readonly width: number;
}

/** One record for a person to read; `before` is the one above it in the same log. */
export function prettyRecord(
  entry: Entry,
  before: Entry | undefined,
  options: Options,
  c: Colours,
): string[] {
  const lines = recordLines(entry, before, options, c);
  if (!options.provenance) return lines;
  return [
    ...lines,
    ...entry.provenance.map(({ part, string: { confidence, source } }) =>
      c.dim(paragraph(`[${confidence}] ${part}: ${source}`, 14, options.width, 2)),
    ),
  ];
}

function recordLines(entry: Entry, before: Entry | undefined, { width }: Options, c: Colours): string[] {
  const time = c.dim(sayInstant(entry.at).slice(11));
  switch (entry.log) {
    case 'user-screen':
      return entry.record.text.split('\n').map((line) => c.bold(paragraph(line, 4, width)));
    case 'entra-audit': {
      const activity = sameActivity(entry.record, before) ? [] : [activityLine(entry.record, c)];
      const { result, resultReason } = entry.record;
      const mark = result === 'success' ? c.green(result) : c.red(result);
      const reason = resultReason === '' ? c.dim('(no reason)') : resultReason;
      return [...activity, paragraph(`${time}  ${mark}  ${reason}`, 6, width, 19)];
    }
    case 'connector-application':
    case 'dc-system':
    case 'dc-password-protection': {
      const { id, level, provider } = entry.record;
      const word = level.name === 'Error' ? c.red(level.name) : c.green(level.name);
      return [
        `    ${time}  ${c.bold(String(id))}  ${word}  ${c.dim(provider.name)}`,
        ...messageLines(entry.record, width),
      ];
    }
    case 'dc-security': {
      const { id, keywords, task } = entry.record;
      const word = keywords.name === 'Audit Failure' ? c.red(keywords.name) : c.green(keywords.name);
      return [
        `    ${time}  ${c.bold(String(id))}  ${word}  ${c.dim(task.name)}`,
        ...messageLines(entry.record, width),
      ];
    }
    case 'entra-sign-in': {
      const { userPrincipalName, userDisplayName, status } = entry.record;
      const word = status.errorCode === 0 ? c.green('success') : c.red('failure');
      const line = `    ${time}  ${word}  ${userPrincipalName}  ${c.dim(userDisplayName)}`;
      return status.errorCode === 0
        ? [line]
        : [line, paragraph(`error ${status.errorCode}: ${status.failureReason}`, 14, width, 2)];
    }
    case 'mail': {
      const { to, subject, fromName } = entry.record;
      return [
        paragraph(`${time}  ${c.dim(`to ${to.join(', ')}, from ${fromName}:`)} ${subject}`, 4, width, 10),
      ];
    }
    case 'console': {
      const prompt = entry.record.shell === 'PowerShell' ? 'PS C:\\> ' : '';
      return [
        ...entry.record.input.map((line) => c.bold(paragraph(`${prompt}${line}`, 4, width, 2))),
        ...entry.record.output.map((line) => paragraph(line, 4, width, 2)),
      ];
    }
  }
}

function sameActivity(record: DirectoryAudit, before: Entry | undefined): boolean {
  return before?.log === 'entra-audit' && before.record.activityDisplayName === record.activityDisplayName;
}

function activityLine(
  { activityDisplayName, category, loggedByService }: DirectoryAudit,
  c: Colours,
): string {
  return `    ${activityDisplayName}  ${c.dim(`${category}, ${loggedByService}`)}`;
}

/** The message without fields that did not change, and without headings that are left with none; exports have all. */
function messageLines({ message }: WindowsEvent, width: number): string[] {
  const changed = message.split('\n').filter((line) => line.trim() !== '' && !/^\t.*\t-$/.test(line));
  const hasHeadings = message.includes('\t');
  return changed
    .filter(
      (line, index) => !hasHeadings || !line.endsWith(':') || (changed[index + 1] ?? '').startsWith('\t'),
    )
    .map((line) => {
      const indent = 14 + 2 * (/^\s*/.exec(line)?.[0].length ? 1 : 0);
      return paragraph(line.trim().replaceAll(/\t+/g, ' '), indent, width, 2);
    });
}
