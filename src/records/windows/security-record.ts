import { SUBCATEGORIES, type Subcategory } from '../../domain/audit-policy.js';
import type { EventTemplate } from '../../domain/event-template.js';
import { SECURITY_AUDITING } from '../../domain/security-events.js';
import type { WindowsEvent } from './event.js';
import { eventData, messageText, type FieldValues, type Names } from './render-fields.js';

/** What one record has of its own. */
export type Occasion = Pick<WindowsEvent, 'at' | 'recordNumber' | 'computer'> & {
  readonly execution: NonNullable<WindowsEvent['execution']>;
  /** Some real records have one; it joins nothing (windows-itpro-docs shows none). */
  readonly activityId?: string;
};

/** A record of the Security log: what all of them carry, what the template asks for, and what this one has. */
export function securityRecord(
  template: EventTemplate,
  subcategory: Subcategory,
  succeeded: boolean,
  values: FieldValues,
  names: Names,
  occasion: Occasion,
): WindowsEvent {
  const { provider, guid, channel, level, success, failure } = SECURITY_AUDITING;
  const { name, task } = SUBCATEGORIES[subcategory];
  return {
    provider: { name: provider, guid },
    id: template.id,
    version: template.version,
    level,
    task: { value: task, name },
    keywords: succeeded ? success : failure,
    channel,
    ...occasion,
    data: eventData(template, values),
    message: messageText(template, values, names),
  };
}
