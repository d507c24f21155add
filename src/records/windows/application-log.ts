import {
  OTHER_EVENTS,
  STARTED,
  SUCCEEDED,
  engineFailedEvent,
  failedEvent,
  wordless,
  type ApplicationEvent,
} from '../../connector/application-events.js';
import { ENGINE_TRACES } from '../../connector/engine-traces.js';
import type {
  ChatterBegan,
  ChatterEnded,
  ConnectorFact,
  ConsoleUsed,
  WritebackContext,
} from '../../connector/facts.js';
import { ENGINE_ERRORS, type EngineError } from '../../connector/failures.js';
import { SERVICE_EVENTS } from '../../connector/service-events.js';
import type { Fact } from '../../kernel/fact.js';
import { formatInstant } from '../../kernel/instant.js';
import { fill, NO_PUBLISHED_TEXT } from '../../kernel/sourced.js';
import type { Entry } from '../entry.js';
import { correlationIdOf, factKey, type WritingContext } from '../writing-context.js';

/** Facts that the Application log shows; what an administrator types is not among them. */
export type LoggedFact = Exclude<ConnectorFact, ConsoleUsed | ChatterBegan | ChatterEnded>;

export const CHANNEL = 'Application';
/** Classic events carry no audit keyword, only that they are classic. */
const CLASSIC = { value: '0x80000000000000', name: 'Classic' } as const;
const LEVELS = {
  Error: { value: 2, name: 'Error' },
  Warning: { value: 3, name: 'Warning' },
  Information: { value: 4, name: 'Information' },
} as const;
/** The numbers behind the categories are in no source; the viewer shows the words (inferred). */
const CATEGORIES = {
  None: { value: 0, name: 'None' },
  'MA Extension': { value: 1, name: 'MA Extension' },
  Server: { value: 3, name: 'Server' },
} as const;

/** The sync server's Application log record of a fact. */
export function writeApplicationEvent(
  fact: Fact<LoggedFact>,
  context: WritingContext,
): Entry<'connector-application'> {
  const { host, at } = fact;
  const event = eventOf(fact.body);
  const message =
    event.message.text === undefined ? NO_PUBLISHED_TEXT : fill(event.message.text, valuesOf(fact, context));
  return {
    log: 'connector-application',
    host,
    at,
    session: fact.session,
    record: {
      provider: { name: event.provider },
      id: event.id,
      level: LEVELS[event.level],
      task: CATEGORIES[event.category],
      keywords: CLASSIC,
      at,
      recordNumber: context.numbers.next(CHANNEL, host),
      channel: CHANNEL,
      computer: host,
      data: [{ value: message }],
      message,
    },
    provenance: [{ part: 'message', string: event.message }],
  };
}

function eventOf(body: LoggedFact): ApplicationEvent {
  switch (body.kind) {
    case 'writeback-started':
      return STARTED[body.operation];
    case 'writeback-succeeded':
      return SUCCEEDED[body.context.operation];
    case 'writeback-failed':
      return body.error === undefined
        ? wordless(body.failure, body.context.operation)
        : failedEvent(body.failure, body.context.operation);
    case 'service-reported':
      return SERVICE_EVENTS[body.event];
    case 'engine-failed':
      return body.trace === undefined ? engineFailedEvent(body.error) : ENGINE_TRACES[body.trace.name];
    case 'ldap-bind':
    case 'logon-user':
    case 'password-hash-seen':
    case 'password-hash-sync-failed':
      return OTHER_EVENTS[body.kind];
    case 'password-hash-accepted':
      return OTHER_EVENTS[body.options === undefined ? body.kind : 'password-hash-accepted-with-options'];
  }
}

function valuesOf(
  fact: Fact<LoggedFact>,
  { ids }: WritingContext,
): Readonly<Record<string, string | number>> {
  const { body } = fact;
  const trackingId = correlationIdOf(fact, ids);
  switch (body.kind) {
    case 'writeback-started':
      return { trackingId, userPrincipalName: body.userPrincipalName };
    case 'service-reported':
      return {
        trackingId,
        syncAccount: body.syncAccount,
        ...(body.relay === undefined
          ? {}
          : { namespace: body.relay.namespace, endpoint: body.relay.endpoint }),
      };
    case 'ldap-bind':
    case 'logon-user':
      return { domain: body.domain, accountName: body.accountName };
    case 'writeback-succeeded':
      return { trackingId, ...contextValues(body.context) };
    case 'writeback-failed':
      return {
        trackingId,
        ...contextValues(body.context),
        hr: body.error ?? NO_PUBLISHED_TEXT,
        text: textOf(body.error),
      };
    case 'engine-failed':
      return {
        thread: ids.integer('engine-thread', factKey(fact), 1000, 9999),
        hrLower: body.error?.toLowerCase() ?? NO_PUBLISHED_TEXT,
        ...body.trace,
        text: textOf(body.error),
        build: body.build,
      };
    case 'password-hash-sync-failed':
      return { domain: body.domain };
    case 'password-hash-seen':
      return {
        sourceAnchor: body.sourceAnchor,
        distinguishedName: body.distinguishedName,
        changeDate: formatInstant(body.changed, 'MM/dd/yyyy HH:mm:ss'),
      };
    case 'password-hash-accepted': {
      const { sourceAnchor, distinguishedName, options } = body;
      if (options === undefined) return { sourceAnchor, distinguishedName };
      const mustChange = options.mustChange ? 'True' : 'False';
      return { sourceAnchor, distinguishedName, ...options, mustChange };
    }
  }
}

function textOf(error: EngineError | undefined): string {
  return (error === undefined ? undefined : ENGINE_ERRORS[error].text) ?? NO_PUBLISHED_TEXT;
}

/** Truths as .NET prints them. */
function contextValues(context: WritebackContext): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(context).map(([name, value]) => [
      name,
      typeof value === 'boolean' ? (value ? 'True' : 'False') : value,
    ]),
  );
}
