import type { FieldType } from '../../domain/event-template.js';
import { toIso, type Instant } from '../../kernel/instant.js';

/** A named value of a Windows event: the number that is stored, and the word that the viewer shows. */
export interface Coded {
  readonly value: number | string;
  readonly name: string;
}

/** One item of EventData; classic events leave the name out. */
export interface EventDatum {
  readonly name?: string;
  readonly type?: FieldType;
  readonly value: string;
}

/** A record of a Windows event log, before it takes the shape of XML, text or JSON. */
export interface WindowsEvent {
  readonly provider: { readonly name: string; readonly guid?: string };
  readonly id: number;
  /** @defaultValue 0 */
  readonly version?: number;
  readonly level: Coded;
  readonly task: Coded;
  readonly keywords: Coded;
  readonly at: Instant;
  readonly recordNumber: number;
  /** Classic events carry neither. */
  readonly execution?: { readonly processId: number; readonly threadId: number };
  /** Joins records that a provider wrote together, where it says so. */
  readonly activityId?: string;
  readonly channel: string;
  readonly computer: string;
  /** SID of the account that wrote it, for providers that say so; the Security log never does. */
  readonly userSid?: string;
  /** The name that EventData itself carries, where the provider gives it one. */
  readonly dataName?: string;
  readonly data: readonly EventDatum[];
  /** The rendered message, lines separated by `\n`. */
  readonly message: string;
}

/** The record under the names that Windows gives its parts, flat enough to filter on. */
export interface EventObject {
  readonly EventID: number;
  readonly ProviderName: string;
  readonly Level: string;
  readonly Task: string;
  readonly Keywords: string;
  readonly TimeCreated: string;
  readonly EventRecordID: number;
  readonly Channel: string;
  readonly Computer: string;
  /** By name; a classic event's single unnamed item is its message, so it is left out. */
  readonly EventData?: Readonly<Record<string, string>>;
  readonly Message: string;
}

/** For JSON lines and for expectations in scenario files. */
export function eventObject(event: WindowsEvent): EventObject {
  const named = event.data.filter(({ name }) => name !== undefined);
  const base = {
    EventID: event.id,
    ProviderName: event.provider.name,
    Level: event.level.name,
    Task: event.task.name,
    Keywords: event.keywords.name,
    TimeCreated: toIso(event.at),
    EventRecordID: event.recordNumber,
    Channel: event.channel,
    Computer: event.computer,
  };
  return named.length === 0
    ? { ...base, Message: event.message }
    : {
        ...base,
        EventData: Object.fromEntries(named.map(({ name, value }) => [name, value])),
        Message: event.message,
      };
}
