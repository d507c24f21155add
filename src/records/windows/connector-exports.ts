import { NO_PUBLISHED_TEXT } from '../../kernel/sourced.js';
import type { Entry } from '../entry.js';
import type { ExportContext, ExportFormat } from '../exports.js';
import { dumpedEvent } from './event-dump.js';
import { clipboardText } from './event-text.js';
import { eventXml } from './event-xml.js';
import type { WindowsEvent } from './event.js';

/** A record of the sync server; one whose words nobody has published only where it is asked for. */
function written(
  entry: Entry,
  { unpublished = false }: ExportContext,
  write: (event: WindowsEvent) => string,
): string | undefined {
  if (entry.log !== 'connector-application') return undefined;
  const { record } = entry;
  return unpublished || !record.message.includes(NO_PUBLISHED_TEXT) ? write(record) : undefined;
}

/** The formats in which the sync server's Application log leaves Event Viewer and the tools that read its files. */
export const connectorExports = {
  xml: {
    says: 'event XML, as Event Viewer saves it',
    before: '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<Events>\n',
    record: (entry, context) => written(entry, context, (event) => `${eventXml(event)}\n`),
    after: '</Events>\n',
  },
  text: {
    says: "Event Viewer's text, as it copies it",
    before: '',
    record: (entry, context) => written(entry, context, (event) => `${clipboardText(event, context)}\n\n`),
    after: '',
  },
  json: {
    says: 'one JSON object a line, as evtx_dump prints it',
    before: '',
    record: (entry, context) => written(entry, context, (event) => `${JSON.stringify(dumpedEvent(event))}\n`),
    after: '',
  },
} as const satisfies Record<string, ExportFormat>;
