import { SUBCATEGORIES, type Subcategory } from '../../src/domain/audit-policy.js';
import type { EventTemplate } from '../../src/domain/event-template.js';
import { SECURITY_EVENTS } from '../../src/domain/security-events.js';
import { parseInstant } from '../../src/kernel/instant.js';
import { eventXml } from '../../src/records/windows/event-xml.js';
import { securityRecord } from '../../src/records/windows/security-record.js';
import type { ParsedEvent } from './parse-event.js';

/**
 * Our XML for the values of a real event of the Security log: numbers as they are or in anybody's hexadecimal, times
 * with or without the T. Only values are taken; names, order, types and the rest of the System block are ours.
 *
 * @throws Error for an event that the simulator does not know
 */
export function rendersLike(event: ParsedEvent): string {
  const template = Object.values<EventTemplate>(SECURITY_EVENTS).find(({ id }) => id === event.EventID);
  const subcategory = (Object.keys(SUBCATEGORIES) as Subcategory[]).find(
    (name) => SUBCATEGORIES[name].task === event.Task,
  );
  if (template === undefined || subcategory === undefined)
    throw new Error(`no template for event ${event.EventID} of task ${event.Task}`);
  const record = securityRecord(
    ofVersion(template, event.Version),
    subcategory,
    event.Keywords === '0x8020000000000000',
    event.EventData,
    new Map(),
    {
      at: parseInstant(event.SystemTime),
      recordNumber: event.EventRecordID,
      execution: { processId: event.ProcessID, threadId: event.ThreadID },
      computer: event.Computer,
      ...(event.ActivityID === undefined ? {} : { activityId: event.ActivityID.replaceAll(/[{}]/g, '') }),
    },
  );
  return eventXml(record);
}

/** Older versions of a record have the first of its fields. */
const FIELDS_OF_4624: Readonly<Record<number, number>> = { 0: 20, 1: 21 };

function ofVersion(template: EventTemplate, version: number): EventTemplate {
  const fields = template.id === 4624 ? FIELDS_OF_4624[version] : undefined;
  return { ...template, version, fields: template.fields.slice(0, fields) };
}
