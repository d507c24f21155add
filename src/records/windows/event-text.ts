import { formatInstant } from '../../kernel/instant.js';
import type { ExportContext } from '../exports.js';
import type { WindowsEvent } from './event.js';
import { accountName } from './render-fields.js';

/**
 * The record as Event Viewer copies it to the clipboard: a header, then the description.
 *
 * @param utcOffsetMinutes of the machine at which it is read, whose local time the header shows
 */
export function eventText(event: WindowsEvent, utcOffsetMinutes = 0): string {
  const header: readonly [string, string | number][] = [
    ['Log Name', event.channel],
    ['Source', event.provider.name],
    ['Date', formatInstant(event.at, 'M/d/yyyy h:mm:ss a', utcOffsetMinutes)],
    ['Event ID', event.id],
    ['Task Category', event.task.name],
    ['Level', event.level.name],
    ['Keywords', event.keywords.name],
    ['User', event.userSid === undefined ? 'N/A' : accountName(event.userSid)],
    ['Computer', event.computer],
  ];
  const lines = header.map(([name, value]) => `${`${name}:`.padEnd(15)}${value}`);
  return `${lines.join('\n')}\nDescription:\n${event.message}`;
}

/** The record as it is copied at the machine that wrote it, so that all of its times are that machine's. */
export function clipboardText(event: WindowsEvent, { utcOffsets }: ExportContext): string {
  return eventText(event, utcOffsets.get(event.computer.toLowerCase()));
}
