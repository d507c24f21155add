import { NO_PUBLISHED_TEXT } from '../../kernel/sourced.js';
import type { Entry } from '../entry.js';
import type { ExportContext, ExportFormat } from '../exports.js';
import { dumpedEvent } from './event-dump.js';
import { clipboardText } from './event-text.js';
import { eventXml } from './event-xml.js';
import type { WindowsEvent } from './event.js';

/** What a domain controller's logs hold: Security, System, and what its agents write. */
function eventOf(entry: Entry): WindowsEvent | undefined {
  switch (entry.log) {
    case 'dc-security':
    case 'dc-system':
    case 'dc-password-protection':
      return entry.record;
    default:
      return undefined;
  }
}

function written(entry: Entry, write: (event: WindowsEvent) => string): string | undefined {
  const event = eventOf(entry);
  return event === undefined ? undefined : write(event);
}

/** The formats in which a domain controller's records leave Event Viewer and the tools that read its files. */
export const domainControllerExports = {
  xml: {
    says: 'event XML, as Event Viewer saves it',
    before: '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<Events>\n',
    record: (entry) => written(entry, (event) => `${eventXml(event)}\n`),
    after: '</Events>\n',
  },
  text: {
    says: "Event Viewer's text, as it copies it",
    before: '',
    // A text that nobody has published is not made up, and its place holder is no part of the evidence.
    record: (entry, context: ExportContext) =>
      written(entry, (event) => `${clipboardText(event, context).replace(NO_PUBLISHED_TEXT, '')}\n\n`),
    after: '',
  },
  json: {
    says: 'one JSON object a line, as evtx_dump prints it',
    before: '',
    record: (entry) => written(entry, (event) => `${JSON.stringify(dumpedEvent(event))}\n`),
    after: '',
  },
} as const satisfies Record<string, ExportFormat>;
