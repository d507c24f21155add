import { sourced, unpublished, type Sourced } from '../kernel/sourced.js';
import type { BannedBy } from './password-protection.js';

/** A record of the DC agent: its number, and its text before the lines that name the user. */
export interface AgentEvent {
  readonly id: number;
  readonly message: Sourced;
}

const MONITOR = 'MicrosoftDocs/entra-docs: howto-password-ban-bad-on-premises-monitor.md';

/** A text that is published for one of the sister events alone, and reworded for this one. */
function reworded(text: string): Sourced {
  return sourced('inferred', `${MONITOR}, reworded from the text of a sister event`, text);
}

const CORRELATED = 'Please see the correlated event log message for more details.';

const rejected = (verb: string): string =>
  `The ${verb} password for the specified user was rejected because it did not comply with the current Azure password policy. ${CORRELATED}`;
const wouldBe = (verb: string): string =>
  `The ${verb} password for the specified user would normally have been rejected because it did not comply with the current Azure password policy. The current Azure password policy is configured for audit-only mode so the password was accepted. ${CORRELATED}`;
const compliant = (verb: string): string =>
  `The ${verb} password for the specified user was validated as compliant with the current Azure password policy.`;
const matched = (verb: string, lists: string): string =>
  `The ${verb} password for the specified user was rejected because it matched at least one of the tokens present in the ${lists} of the current Azure password policy.`;
const wouldMatch = (verb: string, lists: string): string =>
  `The ${verb} password for the specified user would normally have been rejected because it matches at least one of the tokens present in the ${lists} of the current Azure password policy. The current Azure password policy is configured for audit-only mode so the password was accepted.`;

const TENANT = 'per-tenant banned password list';
const MICROSOFT = 'Microsoft global banned password list';

/** Half of what a rejection logs comes from the filter DLL: ids from 10000. */
export const FILTER_EVENTS = {
  change: {
    compliant: { id: 10014, message: sourced('doc', MONITOR, compliant('changed')) },
    rejected: { id: 10016, message: reworded(rejected('changed')) },
    'would be rejected': {
      id: 10024,
      message: sourced(
        'doc',
        `${MONITOR}, without a hyphen in "configured" that the page has`,
        wouldBe('changed'),
      ),
    },
  },
  reset: {
    compliant: { id: 10015, message: reworded(compliant('reset')) },
    rejected: { id: 10017, message: sourced('doc', MONITOR, rejected('reset')) },
    'would be rejected': { id: 10025, message: reworded(wouldBe('reset')) },
  },
} as const satisfies Record<string, Record<string, AgentEvent>>;

type Reasons = Readonly<Record<BannedBy, AgentEvent>>;

/** The other half comes from the policy logic: ids from 30000, which say which list it was. */
export const REASON_EVENTS: Readonly<
  Record<'change' | 'reset', Readonly<Record<'rejected' | 'would be rejected', Reasons>>>
> = {
  change: {
    rejected: {
      'tenant list': { id: 30002, message: reworded(matched('changed', TENANT)) },
      'microsoft list': { id: 30004, message: reworded(matched('changed', MICROSOFT)) },
      'both lists': { id: 30026, message: unpublished(MONITOR) },
      'user name': { id: 30021, message: unpublished(MONITOR) },
    },
    'would be rejected': {
      'tenant list': { id: 30008, message: sourced('doc', MONITOR, wouldMatch('changed', TENANT)) },
      'microsoft list': { id: 30010, message: reworded(wouldMatch('changed', MICROSOFT)) },
      'both lists': { id: 30028, message: unpublished(MONITOR) },
      'user name': { id: 30024, message: unpublished(MONITOR) },
    },
  },
  reset: {
    rejected: {
      'tenant list': { id: 30003, message: sourced('doc', MONITOR, matched('reset', TENANT)) },
      'microsoft list': { id: 30005, message: reworded(matched('reset', MICROSOFT)) },
      'both lists': { id: 30027, message: unpublished(MONITOR) },
      'user name': { id: 30022, message: unpublished(MONITOR) },
    },
    'would be rejected': {
      'tenant list': { id: 30007, message: reworded(wouldMatch('reset', TENANT)) },
      'microsoft list': { id: 30009, message: reworded(wouldMatch('reset', MICROSOFT)) },
      'both lists': { id: 30029, message: unpublished(MONITOR) },
      'user name': { id: 30023, message: unpublished(MONITOR) },
    },
  },
};

/** Everything is accepted until the first policy has arrived. */
export const NO_POLICY_YET: AgentEvent = {
  id: 30001,
  message: sourced(
    'doc',
    MONITOR,
    'The password for the specified user was accepted because an Azure password policy is not available yet',
  ),
};

/** What every record of the provider carries; level and keywords as in a real 10015, the other ids inferred. */
export const DC_AGENT = {
  provider: 'Microsoft-AzureADPasswordProtection-DCAgent',
  guid: '{FCE041B2-EACD-48A2-8E09-4D5D43C0FF69}',
  channel: 'Microsoft-AzureADPasswordProtection-DCAgent/Admin',
  level: { value: 4, name: 'Information' },
  task: { value: 0, name: 'None' },
  keywords: { value: '0x8000000000000000', name: '' },
} as const;
