import { failedLogonSubcategory } from '../../domain/failed-logon.js';
import type { SecurityFact } from '../../domain/facts.js';
import { SECURITY_AUDITING, SECURITY_EVENTS, SUBCATEGORY_OF } from '../../domain/security-events.js';
import type { Fact } from '../../kernel/fact.js';
import type { Entry, Provenance } from '../entry.js';
import type { WritingContext } from '../writing-context.js';
import { lsassOf } from './logon-session.js';
import { NO_MINIMUM_AGE } from './directory-values.js';
import { securityRecord } from './security-record.js';
import { namesIn, securityValues } from './security-values.js';

/** The Security log's record of a fact; none where the audit policy leaves it out. */
export function writeSecurityEvent(
  fact: Fact<SecurityFact>,
  context: WritingContext,
): readonly Entry<'dc-security'>[] {
  const { body, host, at } = fact;
  if (!body.audited) return [];
  const template = SECURITY_EVENTS[body.kind];
  const record = securityRecord(
    template,
    body.kind === 'logon-failed' ? failedLogonSubcategory(body.status) : SUBCATEGORY_OF[body.kind],
    succeeded(body),
    securityValues(fact, context),
    namesIn(body),
    {
      at,
      recordNumber: context.numbers.next(SECURITY_AUDITING.channel, host),
      execution: lsassOf(fact, context),
      computer: host,
    },
  );
  const provenance = [{ part: 'message', string: template.message }, ...inferredValues(body)];
  return [{ log: 'dc-security', host, at, session: fact.session, record, provenance }];
}

/** Values whose meaning no source gives. */
function inferredValues(body: SecurityFact): readonly Provenance[] {
  if (body.kind !== 'domain-policy-changed' || body.changed.minimumAge !== 0) return [];
  return [{ part: 'MinPasswordAge', string: NO_MINIMUM_AGE }];
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
    case 'access-control-stamped':
    case 'session-opened':
    case 'domain-policy-changed':
    case 'attribute-modified':
      return true;
    case 'object-accessed':
      return body.granted;
  }
}
