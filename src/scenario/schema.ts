import * as z from 'zod/mini';
import { ATTEMPT_ENDS } from '../attempt/routes.js';
import { SIGN_IN_REFUSALS } from '../domain/sign-in.js';
import { FAILURE_MODES } from '../failure-modes/catalogue.js';
import { parseInstant } from '../kernel/instant.js';
import { ADMINISTRATOR_ACTION_NAMES } from '../simulation/actions/administrator.js';
import { SIGN_IN_WAYS } from '../simulation/credential-records.js';
import { DEFAULT_START } from '../simulation/simulation.js';
import { tenantChangeSchema } from './tenant-change-schema.js';
import { behaviour } from './behaviour-schema.js';
import { domainActionSchema } from './domain-action-schema.js';
import { described, wholeNumber } from '../world/described.js';
import { readable } from '../world/readable.js';
import { DURATION_SAYS, durationText, MOMENT_SAYS, momentText, worldSchema } from '../world/schema.js';

/** What a record must contain: a number stands for its event id, a text for its reason or its words. */
const expectedRecord = described(
  'An event id, a status reason, or a mapping of the fields that must be there with these values; other fields may be anything.',
  z.union([z.int(), z.string(), z.record(z.string(), z.unknown())]),
);

function expectedRecords(whose: string): z.ZodMiniOptional<typeof records> {
  return described(
    `${whose} A list is exactly these records, in this order; [] is none.`,
    z.optional(records),
  );
}

const records = z.union([
  z.array(expectedRecord),
  z.strictObject({
    includes: described(
      'These records in this order, whatever else there is.',
      z.optional(z.array(expectedRecord).check(z.minLength(1, 'an empty list says nothing'))),
    ),
    excludes: described(
      'None of these records.',
      z.optional(z.array(expectedRecord).check(z.minLength(1, 'an empty list says nothing'))),
    ),
    count: described('How many records there are.', z.optional(wholeNumber(0, 1_000_000))),
  }),
]);

/** How an attempt or a sign-in can end. */
const OUTCOMES = [...ATTEMPT_ENDS, 'signed in', ...SIGN_IN_REFUSALS] as const;

const causes = FAILURE_MODES.map(({ id }) => id);

const expectations = described(
  'What must be seen: after a step, in what that step caused; at the end, in the whole story.',
  z.strictObject({
    outcome: described('How the attempt ends.', z.optional(z.enum(OUTCOMES))),
    cause: described(
      'The true cause: the id of a failure mode, or "none".',
      z.optional(z.enum(['none', ...causes])),
    ),
    screen: described(
      'What the person reads at the end: the whole text or a part of it, or a code such as SSPR_0029.',
      z.optional(z.string().check(z.minLength(1, 'an empty text says nothing'))),
    ),
    console: expectedRecords('What administrators typed and read.'),
    'user-screen': expectedRecords('The pages that the person saw.'),
    mail: expectedRecords('Mails that password reset sent.'),
    'entra-audit': expectedRecords("Rows of the tenant's audit log."),
    'entra-sign-in': expectedRecords("Rows of the tenant's sign-in log."),
    'connector-application': expectedRecords("Records of the sync server's Application log."),
    'dc-security': expectedRecords("Records of the domain controller's Security log."),
    'dc-password-protection': expectedRecords(
      "Records of Microsoft Entra Password Protection's agent on the domain controller, its log DCAgent/Admin.",
    ),
  }),
);

const reset = z.strictObject({
  user: described(
    'A user of the world, by account name or cloud sign-in name.',
    z.string().check(z.minLength(1, 'name a user')),
  ),
  newPassword: described(
    'The new password, or several to be tried in turn after refusals.',
    z.union([z.string(), z.array(z.string()).check(z.minLength(1, 'at least one password'))]),
  ),
});

const resetStep = z.strictObject({ ...reset.shape, ...behaviour });

const signIn = z.strictObject({
  user: described('A user of the world, by account name or cloud sign-in name.', z.string()),
  password: described('The password typed.', z.string()),
  way: described(
    'How the password reaches the domain controller: Kerberos, as at a computer of the domain; NTLM, as from older programs; or an LDAP bind.',
    z._default(z.enum(SIGN_IN_WAYS), 'Kerberos'),
  ),
});

const wait = z.union([
  durationText,
  z.strictObject({ until: described(`The moment until which time passes: ${MOMENT_SAYS}.`, momentText) }),
]);

/** The steps that a scenario can take; each step is exactly one of them. */
export const STEP_KINDS = ['reset', 'signIn', 'administrator', 'tenant', 'wait'] as const;

const step = z
  .strictObject({
    reset: described(
      'Somebody resets a forgotten password at the password reset portal.',
      z.optional(resetStep),
    ),
    signIn: described('Somebody signs in to a computer of the domain.', z.optional(signIn)),
    administrator: described(
      'An administrator does something, at once; what it sets in motion takes its time. In the domain it is a mapping: { action: grant-right, right: resetPassword, on: Staff }.',
      z.optional(z.union([z.enum(ADMINISTRATOR_ACTION_NAMES), domainActionSchema])),
    ),
    tenant: described(
      'An administrator changes something in the tenant; documented delays pass before it is in effect.',
      z.optional(tenantChangeSchema),
    ),
    wait: described(`Time passes: ${DURATION_SAYS}, or { until: a moment }.`, z.optional(wait)),
    then: z.optional(expectations),
  })
  .check(
    z.refine(
      (one) => STEP_KINDS.filter((kind) => one[kind] !== undefined).length === 1,
      `a step is exactly one of: ${STEP_KINDS.join(', ')}`,
    ),
  );

/** A scenario file: one customer's ticket, as data. */
export const scenarioSchema = z.strictObject({
  version: described('The version of this format: 1.', z.literal(1)),
  name: described(
    'What the story is about, in one line.',
    z.string().check(z.minLength(1, 'a scenario needs a name'), z.maxLength(200)),
  ),
  ticket: described("The customer's words.", z.optional(z.string())),
  at: described(
    'When the story begins: an ISO 8601 date or time.',
    z._default(z.string().check(readable(parseInstant)), DEFAULT_START),
  ),
  seed: described(
    'Whatever looks drawn by chance follows from it; the name of the file if left out.',
    z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  ),
  given: described(
    "The world when the story begins: only what differs from the founding article's healthy tenant.",
    z.prefault(worldSchema, {}),
  ),
  when: described(
    'What happens, in order.',
    z
      .array(step)
      .check(z.minLength(1, 'a story needs at least one step'), z.maxLength(1000, 'at most 1000 steps')),
  ),
  then: z.optional(expectations),
  source: described('Where the story comes from.', z.optional(z.union([z.string(), z.array(z.string())]))),
  tags: described('Words to select scenarios by.', z._default(z.array(z.string()), [])),
});

export type Scenario = z.output<typeof scenarioSchema>;
export type Step = Scenario['when'][number];
export type Expectations = NonNullable<Scenario['then']>;
export type ExpectedRecords = NonNullable<Expectations['dc-security']>;
export type ExpectedRecord = z.output<typeof expectedRecord>;
