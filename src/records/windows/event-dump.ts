import { toIso } from '../../kernel/instant.js';
import { NAMESPACE } from './event-xml.js';
import type { EventDatum, WindowsEvent } from './event.js';

/** The record as evtx_dump prints one to a line: the names and the nesting of the XML, numbers as numbers. */
export interface DumpedEvent {
  readonly Event: Readonly<Record<string, unknown>>;
}

/** Source: omerbenamram/evtx: tests/snapshots, for the order, the GUIDs in capitals without braces, and the six digits of the time. */
export function dumpedEvent(event: WindowsEvent): DumpedEvent {
  const { provider, execution, activityId, userSid } = event;
  const guid = provider.guid === undefined ? {} : { Guid: bare(provider.guid) };
  const { processId, threadId } = execution ?? { processId: 0, threadId: 0 };
  return {
    Event: {
      ...attributes({ xmlns: NAMESPACE }),
      System: {
        Provider: attributes({ Name: provider.name, ...guid }),
        EventID:
          provider.guid === undefined ? { ...attributes({ Qualifiers: 0 }), '#text': event.id } : event.id,
        Version: event.version ?? 0,
        Level: event.level.value,
        Task: event.task.value,
        Opcode: 0,
        Keywords: event.keywords.value,
        TimeCreated: attributes({ SystemTime: `${toIso(event.at).slice(0, -2)}Z` }),
        EventRecordID: event.recordNumber,
        Correlation: activityId === undefined ? null : attributes({ ActivityID: bare(activityId) }),
        Execution: attributes({ ProcessID: processId, ThreadID: threadId }),
        Channel: event.channel,
        Computer: event.computer,
        Security: userSid === undefined ? null : attributes({ UserID: userSid }),
      },
      EventData: dumpedData(event),
    },
  };
}

function dumpedData({ data, dataName }: WindowsEvent): Readonly<Record<string, unknown>> {
  const own = dataName === undefined ? {} : attributes({ Name: dataName });
  const unnamed = data.filter(({ name }) => name === undefined).map(valueOf);
  const named = data.flatMap((datum) =>
    datum.name === undefined ? [] : [[datum.name, valueOf(datum)] as const],
  );
  // Several unnamed items are a list, one alone stands for itself.
  const items =
    unnamed.length === 0 ? {} : { Data: { '#text': unnamed.length === 1 ? unnamed[0] : unnamed } };
  return { ...own, ...items, ...Object.fromEntries(named) };
}

function valueOf({ type, value }: EventDatum): string | number {
  if (type === 'UInt32' || type === 'Int32') return Number(value);
  return type === 'GUID' ? bare(value) : value;
}

function bare(guid: string): string {
  return guid.replaceAll(/[{}]/g, '').toUpperCase();
}

function attributes(of: Readonly<Record<string, string | number>>): Readonly<Record<string, unknown>> {
  return { '#attributes': of };
}
