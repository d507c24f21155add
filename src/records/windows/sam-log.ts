import { SAM_EVENTS, SAM_LOG, type SamEvent } from '../../domain/sam-events.js';
import type { SamFact } from '../../domain/sam-facts.js';
import type { Fact } from '../../kernel/fact.js';
import type { Entry } from '../entry.js';
import { factKey, type WritingContext } from '../writing-context.js';
import { lsassOf } from './logon-session.js';
import { eventData, messageText, type FieldValues } from './render-fields.js';

/** The System log's record of what the Security Accounts Manager of a domain controller says. */
export function writeSamEvent(fact: Fact<SamFact>, context: WritingContext): Entry<'dc-system'> {
  const { body, host, at, session } = fact;
  const template: SamEvent = SAM_EVENTS[body.kind];
  const values = valuesOf(body);
  const { provider, guid, channel, task, keywords, userSid } = SAM_LOG;
  return {
    log: 'dc-system',
    host,
    at,
    session,
    record: {
      provider: { name: provider, guid },
      id: template.id,
      version: template.version,
      level: template.level,
      task,
      keywords,
      at,
      recordNumber: context.numbers.next(channel, host),
      execution: lsassOf(fact, context),
      activityId: context.ids.guid('sam-activity', factKey(fact)),
      channel,
      computer: host,
      userSid,
      ...(template.dataName === undefined ? {} : { dataName: template.dataName }),
      data: eventData(template, values),
      message: messageText(template, values, new Map()),
    },
    provenance: [{ part: 'message', string: template.message }],
  };
}

function valuesOf(body: SamFact): FieldValues {
  switch (body.kind) {
    case 'remote-sam-denied':
      return { 'Throttle window:': body.window, 'Suppressed Message Count:': body.calls };
    case 'length-settings-in-effect':
      return {
        MinimumPasswordLength: body.minimumLength,
        RelaxMinimumPasswordLengthLimits: body.relaxed ? 1 : 0,
        MinimumPasswordLengthAudit: body.auditedLength ?? -1,
      };
    case 'short-password-set':
      return {
        AccountName: body.account,
        MinimumPasswordLength: body.minimumLength,
        MinimumPasswordLengthAudit: body.auditedLength,
      };
    case 'length-not-enforced':
      return { MinimumPasswordLength: body.minimumLength };
  }
}
