import * as applicationEvents from '../connector/application-events.js';
import * as console from '../connector/console.js';
import { OPERATIONS } from '../connector/facts.js';
import * as failures from '../connector/failures.js';
import * as relays from '../connector/relays.js';
import * as engineTraces from '../connector/engine-traces.js';
import * as serviceEvents from '../connector/service-events.js';
import * as directoryAnswers from '../domain/directory-answers.js';
import * as directoryServiceEvents from '../domain/directory-service-events.js';
import * as logonEvents from '../domain/logon-events.js';
import * as agentEvents from '../domain/password-protection-events.js';
import * as samEvents from '../domain/sam-events.js';
import * as securityEvents from '../domain/security-events.js';
import * as signIn from '../domain/sign-in.js';
import type { Confidence, Sourced } from '../kernel/sourced.js';
import * as auditActivities from '../tenant/audit-activities.js';
import * as auditReasons from '../tenant/audit-reasons.js';
import * as changeActivities from '../tenant/change-activities.js';
import * as diagnosticSettings from '../tenant/diagnostic-settings.js';
import * as integrationPage from '../tenant/integration-page.js';
import * as mails from '../tenant/mails.js';
import * as portal from '../tenant/portal.js';
import { SCREEN_NAMES, screenIn, TEXT_PROFILES } from '../tenant/screens.js';
import * as signInLog from '../tenant/sign-in-log.js';

/** The string tables of each party. */
const TABLES = {
  tenant: [
    auditActivities,
    auditReasons,
    changeActivities,
    diagnosticSettings,
    integrationPage,
    mails,
    portal,
    signInLog,
    TEXT_PROFILES.flatMap((profile) => SCREEN_NAMES.map((name) => screenIn(profile, name))),
  ],
  'sync server': [
    applicationEvents,
    console,
    failures,
    relays,
    engineTraces,
    serviceEvents,
    (Object.keys(failures.WRITEBACK_FAILURES) as failures.WritebackFailure[]).flatMap((failure) =>
      OPERATIONS.map((operation) => applicationEvents.failedEvent(failure, operation)),
    ),
  ],
  domain: [
    directoryAnswers,
    directoryServiceEvents,
    logonEvents,
    agentEvents,
    samEvents,
    securityEvents,
    signIn,
  ],
} as const satisfies Record<string, readonly unknown[]>;

export type StringParty = keyof typeof TABLES;
export const STRING_PARTIES = Object.keys(TABLES) as StringParty[];

/** Every string that a party says, once. */
export function stringsOf(party: StringParty): readonly Sourced[] {
  return [...new Set(TABLES[party].flatMap((table) => found(table, isSourced)))];
}

/** How sure its strings are; those without a published text by themselves. */
export function confidences(party: StringParty): Readonly<Record<Confidence | 'unpublished', number>> {
  const counts = { article: 0, sample: 0, doc: 0, report: 0, inferred: 0, unpublished: 0 };
  for (const { text, confidence } of stringsOf(party)) {
    counts[text === undefined ? 'unpublished' : confidence]++;
  }
  return counts;
}

/** An event that a Windows log of a party can hold. */
export interface KnownEvent {
  readonly id: number;
  readonly message: Sourced;
}

/** Every event of a party's Windows logs, by id. */
export function eventsOf(party: StringParty): readonly KnownEvent[] {
  const events = TABLES[party].flatMap((table) => found(table, isEvent));
  return [...new Set(events)].toSorted((a, b) => a.id - b.id);
}

function isSourced(value: object): value is Sourced {
  return 'confidence' in value;
}

function isEvent(value: object): value is KnownEvent {
  return 'id' in value && typeof value.id === 'number' && 'message' in value;
}

function found<T extends object>(value: unknown, is: (value: object) => value is T): readonly T[] {
  if (typeof value !== 'object' || value === null) return [];
  return is(value) ? [value] : Object.values(value).flatMap((inner) => found(inner, is));
}
