import { toIso } from '../../kernel/instant.js';
import type { EventDatum, WindowsEvent } from './event.js';

export const NAMESPACE = 'http://schemas.microsoft.com/win/2004/08/events/event';

/** The record as Windows' event XML: the element order, casing and hexadecimal form of real records, on one line. */
export function eventXml(event: WindowsEvent): string {
  const { provider, execution } = event;
  const guid = provider.guid === undefined ? '' : ` Guid="${provider.guid}"`;
  // Manifest-based providers have no qualifiers; classic ones always do.
  const qualifiers = provider.guid === undefined ? ' Qualifiers="0"' : '';
  const { processId, threadId } = execution ?? { processId: 0, threadId: 0 };
  const dataName = event.dataName === undefined ? '' : ` Name="${attribute(event.dataName)}"`;
  return (
    `<Event xmlns="${NAMESPACE}"><System>` +
    `<Provider Name="${attribute(provider.name)}"${guid}/>` +
    `<EventID${qualifiers}>${event.id}</EventID>` +
    `<Version>${event.version ?? 0}</Version>` +
    `<Level>${event.level.value}</Level>` +
    `<Task>${event.task.value}</Task>` +
    `<Opcode>0</Opcode>` +
    `<Keywords>${event.keywords.value}</Keywords>` +
    `<TimeCreated SystemTime="${toIso(event.at)}"/>` +
    `<EventRecordID>${event.recordNumber}</EventRecordID>` +
    (event.activityId === undefined
      ? '<Correlation/>'
      : `<Correlation ActivityID="{${event.activityId}}"/>`) +
    `<Execution ProcessID="${processId}" ThreadID="${threadId}"/>` +
    `<Channel>${text(event.channel)}</Channel>` +
    `<Computer>${text(event.computer)}</Computer>` +
    (event.userSid === undefined ? '<Security/>' : `<Security UserID="${attribute(event.userSid)}"/>`) +
    `</System><EventData${dataName}>${event.data.map(datum).join('')}</EventData></Event>`
  );
}

function datum({ name, value }: EventDatum): string {
  const open = name === undefined ? '<Data>' : `<Data Name="${attribute(name)}">`;
  return `${open}${text(value)}</Data>`;
}

// XML 1.0 has no way at all to write most control characters and lone surrogates.
const UNWRITABLE =
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function text(value: string): string {
  return (
    value
      .replaceAll(UNWRITABLE, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      // A line break stays as it is, in two characters, as Windows writes it; alone, a parser would take it for a feed.
      .replaceAll(/\r(?!\n)/g, '&#13;')
  );
}

function attribute(value: string): string {
  return text(value)
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\n', '&#10;');
}
