import { SUBCATEGORIES } from '../../domain/audit-policy.js';
import { failedLogonSubcategory } from '../../domain/failed-logon.js';
import type { SecurityFact } from '../../domain/facts.js';
import { SECURITY_AUDITING, SECURITY_EVENTS, SUBCATEGORY_OF } from '../../domain/security-events.js';
import type { Fact } from '../../kernel/fact.js';
import type { Entry } from '../entry.js';
import type { WritingContext } from '../writing-context.js';
import { lsassOf } from './logon-session.js';
import { eventData, messageText } from './render-fields.js';
import { namesIn, securityValues } from './security-values.js';

/** The Security log's record of a fact; none where the audit policy leaves it out. */
export function writeSecurityEvent(
  fact: Fact<SecurityFact>,
  context: WritingContext,
): readonly Entry<'dc-security'>[] {
  const { body, host, at } = fact;
  if (!body.audited) return [];
  const template = SECURITY_EVENTS[body.kind];
  const values = securityValues(fact, context);
  const { provider, guid, channel, level } = SECURITY_AUDITING;
  const { name, task } =
    SUBCATEGORIES[
      body.kind === 'logon-failed' ? failedLogonSubcategory(body.status) : SUBCATEGORY_OF[body.kind]
    ];
  return [
    {
      log: 'dc-security',
      host,
      at,
      session: fact.session,
      record: {
        provider: { name: provider, guid },
        id: template.id,
        version: template.version,
        level,
        task: { value: task, name },
        keywords: succeeded(body) ? SECURITY_AUDITING.success : SECURITY_AUDITING.failure,
        at,
        recordNumber: context.numbers.next(channel, host),
        execution: lsassOf(fact, context),
        channel,
        computer: host,
        data: eventData(template, values),
        message: messageText(template, values, namesIn(body)),
      },
      provenance: [{ part: 'message', string: template.message }],
    },
  ];
}

function succeeded(body: SecurityFact): boolean {
  switch (body.kind) {
    case 'password-reset-attempted':
    case 'password-change-attempted':
      return body.refusedBy === undefined;
    case 'credentials-validated':
      return BigInt(body.status) === 0n;
    case 'preauthentication-failed':
    case 'logon-failed':
      return false;
    case 'account-changed':
    case 'account-unlocked':
    case 'account-locked-out':
    case 'account-enabled':
    case 'account-disabled':
      return true;
  }
}
