import type { PasswordScreened } from '../../domain/facts.js';
import {
  DC_AGENT,
  FILTER_EVENTS,
  NO_POLICY_YET,
  REASON_EVENTS,
  type AgentEvent,
} from '../../domain/password-protection-events.js';
import type { Fact } from '../../kernel/fact.js';
import { NO_PUBLISHED_TEXT } from '../../kernel/sourced.js';
import type { Entry } from '../entry.js';
import { factKey, type WritingContext } from '../writing-context.js';

/** The records of the DC agent: one for a pass, a correlated pair for a rejection. */
export function writeAgentEvents(
  fact: Fact<PasswordScreened>,
  context: WritingContext,
): readonly Entry<'dc-password-protection'>[] {
  const activityId = context.ids.guid('password-protection', factKey(fact));
  return eventsOf(fact.body).map((event) => entry(fact, event, activityId, context));
}

function eventsOf({ operation, outcome, by }: PasswordScreened): readonly AgentEvent[] {
  switch (outcome) {
    case 'no policy yet':
      return [NO_POLICY_YET];
    case 'compliant':
      return [FILTER_EVENTS[operation].compliant];
    case 'rejected':
    case 'would be rejected': {
      const events: AgentEvent[] = [FILTER_EVENTS[operation][outcome]];
      if (by !== undefined) events.push(REASON_EVENTS[operation][outcome][by]);
      return events;
    }
  }
}

function entry(
  { host, at, session, body }: Fact<PasswordScreened>,
  { id, message }: AgentEvent,
  activityId: string,
  context: WritingContext,
): Entry<'dc-password-protection'> {
  const { provider, guid, channel, level, task, keywords } = DC_AGENT;
  const { userName, fullName } = body;
  const text = message.text ?? NO_PUBLISHED_TEXT;
  return {
    log: 'dc-password-protection',
    host,
    at,
    session,
    record: {
      provider: { name: provider, guid },
      id,
      level,
      task,
      keywords,
      at,
      recordNumber: context.numbers.next(channel, host),
      activityId,
      channel,
      computer: host,
      // The names of the two items are not published, so they have none.
      data: [{ value: userName }, { value: fullName }],
      message: `${text}\n\nUserName: ${userName}\nFullName: ${fullName}`,
    },
    provenance: [{ part: 'message', string: message }],
  };
}
