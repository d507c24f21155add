import * as z from 'zod/mini';
import { ATTEMPT_STATES } from '../attempt/routes.js';
import { FAILURE_MODES } from '../failure-modes/catalogue.js';
import { parseInstant } from '../kernel/instant.js';
import { ADMINISTRATOR_ACTION_NAMES } from '../simulation/actions/administrator.js';
import { SIGN_IN_PLACES } from '../simulation/sign-in.js';
import { SIGN_IN_WAYS } from '../simulation/credential-records.js';
import { SIGN_IN_LOCATIONS } from '../tenant/smart-lockout.js';
import { tenantChangeSchema } from './tenant-change-schema.js';
import { sessionSteps } from './session-schema.js';
import { domainActionSchema } from './domain-action-schema.js';
import { described, wholeNumber } from '../world/described.js';
import { expectations, finalExpectations } from './expectation-schema.js';
import { casesAreDistinct, exactlyOne, stepsSomewhere } from './schema-checks.js';
import { readable } from '../world/readable.js';
import { DURATION_SAYS, durationText, MOMENT_SAYS, momentText, worldSchema } from '../world/schema.js';

const failureModes = FAILURE_MODES.map(({ id }) => id);

const start = z.string().check(readable(parseInstant));

function named(what: string): z.ZodMiniString {
  return z.string().check(z.minLength(1, `${what} needs a name`), z.maxLength(200));
}

const signIn = z.strictObject({
  user: described('A user of the world, by account name or cloud sign-in name.', z.string()),
  password: described('The password typed.', z.string()),
  times: described(
    'How often it is typed, one right after the other; wrong ones count towards a lockout.',
    z._default(wholeNumber(1, 1000), 1),
  ),
  way: described(
    'How the password reaches the domain controller: Kerberos, as at a computer of the domain; NTLM, as from older programs; or an LDAP bind.',
    z._default(z.enum(SIGN_IN_WAYS), 'Kerberos'),
  ),
  to: described(
    'Where: to a computer of the domain, or to the cloud.',
    z._default(z.enum(SIGN_IN_PLACES), 'computer'),
  ),
  at: described(
    'The domain controller that the computer asks, by name; the first that runs if it is left out or does not run.',
    z.optional(z.string().check(z.minLength(1))),
  ),
  from: described(
    'From what kind of place the cloud is signed in to; its smart lockout counts them apart.',
    z._default(z.enum(SIGN_IN_LOCATIONS), 'familiar'),
  ),
});

const wait = z.union([
  durationText,
  z.strictObject({ until: described(`The moment until which time passes: ${MOMENT_SAYS}.`, momentText) }),
  z.strictObject({ for: described(`How long: ${DURATION_SAYS}.`, durationText) }),
]);

const administrator = described(
  'An administrator does something, at once; what it sets in motion takes its time. In the domain it is a mapping: { action: grant-right, right: resetPassword, on: Staff }.',
  z.optional(z.union([z.enum(ADMINISTRATOR_ACTION_NAMES), domainActionSchema])),
);

const tenant = described(
  'An administrator changes something in the tenant; documented delays pass before it is in effect.',
  z.optional(tenantChangeSchema),
);

/** What administrators do while a step is under way. */
const MEANWHILE_KINDS = ['administrator', 'tenant'] as const;

const meanwhile = exactlyOne(
  z
    .strictObject({
      after: described(`How long after the step begins: ${DURATION_SAYS}.`, z.optional(durationText)),
      while: described(
        'Instead, with a reset: the state at which the session stands then, such as bindingToDomain.',
        z.optional(z.enum(ATTEMPT_STATES)),
      ),
      administrator,
      tenant,
    })
    .check(
      z.refine(
        (one) => (one.after === undefined) !== (one.while === undefined),
        'say when: either "after" or "while"',
      ),
    ),
  MEANWHILE_KINDS,
  'what happens meanwhile',
);

/** The steps that a scenario can take; each step is exactly one of them. */
export const STEP_KINDS = [
  'reset',
  'change',
  'administratorReset',
  'unlock',
  'signIn',
  'administrator',
  'tenant',
  'wait',
] as const;

/** The steps that are sessions. */
const SESSION_KINDS = ['reset', 'change', 'administratorReset', 'unlock'] as const;

const step = exactlyOne(
  z
    .strictObject({
      ...sessionSteps,
      signIn: described(
        'Somebody signs in to a computer of the domain, or to the cloud.',
        z.optional(signIn),
      ),
      administrator,
      tenant,
      wait: described(`Time passes: ${DURATION_SAYS}, or { until: a moment }.`, z.optional(wait)),
      at: described(
        `When the step begins, if not at once: ${MOMENT_SAYS}. Time passes until then.`,
        z.optional(momentText),
      ),
      meanwhile: described(
        'What administrators do while the step is under way, such as a fault in the middle of a session.',
        z.optional(z.array(meanwhile).check(z.maxLength(100, 'at most 100 things meanwhile'))),
      ),
      then: z.optional(expectations),
    })
    .check(
      z.refine(
        (one) =>
          SESSION_KINDS.some((kind) => one[kind] !== undefined) ||
          (one.meanwhile ?? []).every((doing) => doing.while === undefined),
        'only a session stands at a state: ' + SESSION_KINDS.join(', '),
      ),
    ),
  STEP_KINDS,
  'a step',
);

const steps = z
  .array(step)
  .check(z.minLength(1, 'a story needs at least one step'), z.maxLength(1000, 'at most 1000 steps'));

const seed = z.string().check(z.minLength(1), z.maxLength(200));

const given = z.strictObject({
  failure: described(
    'The id of a failure mode: the world in which just this fault is. What else is given differs from that world. Its person is called MyUser, or as the one user who is given.',
    z.optional(z.enum(failureModes)),
  ),
  ...worldSchema.shape,
});

const extended = described(
  'A file that ends in .world.yaml, in the folder of this one or below: what is given there is given here, but for what differs.',
  z.optional(
    z.string().check(z.regex(/\.world\.ya?ml$/i, 'a shared world is a file that ends in .world.yaml')),
  ),
);

const variation = z.strictObject({
  name: described('What differs, in a few words; no two cases share it.', named('a case')),
  given: described('What differs from the world of the file.', z.optional(given)),
  at: described('When this case begins, if at another time.', z.optional(start)),
  seed: described('A seed of its own.', z.optional(seed)),
  when: described('Steps in place of those of the file.', z.optional(steps)),
  then: described(
    'What must be seen at the end; what the file expects under the same key is not expected here.',
    z.optional(finalExpectations),
  ),
});

/** A scenario file: one customer's ticket, as data. */
export const scenarioSchema = z
  .strictObject({
    version: described('The version of this format: 1.', z.literal(1)),
    name: described('What the story is about, in one line.', named('a scenario')),
    ticket: described("The customer's words.", z.optional(z.string())),
    extends: extended,
    at: described(
      'When the story begins: an ISO 8601 date or time; 2023-06-08T09:00:00Z if left out.',
      z.optional(start),
    ),
    seed: described(
      'Whatever looks drawn by chance follows from it; the name of the file if left out.',
      z.optional(seed),
    ),
    given: described(
      "The world when the story begins: only what differs from the founding article's healthy tenant.",
      z.prefault(given, {}),
    ),
    when: described(
      'What happens, in order. May be left out where a failure is given: then its person meets it.',
      z.optional(steps),
    ),
    then: described('What must be seen when the story is over.', z.optional(finalExpectations)),
    cases: described(
      'Variations of the story, each a test of its own.',
      z.optional(
        z
          .array(variation)
          .check(z.minLength(1, 'an empty table has no case'), z.maxLength(1000, 'at most 1000 cases')),
      ),
    ),
    source: described('Where the story comes from.', z.optional(z.union([z.string(), z.array(z.string())]))),
    tags: described('Words to select scenarios by.', z._default(z.array(z.string()), [])),
  })
  .check(stepsSomewhere, casesAreDistinct);

/** A world that scenario files share: a file that ends in `.world.yaml`. */
export const sharedWorldSchema = z.strictObject({
  version: described('The version of this format: 1.', z.literal(1)),
  name: described('What world it is, in one line.', z.optional(named('a world'))),
  extends: extended,
  at: described('When stories begin that do not say so themselves.', z.optional(start)),
  given: described(
    'What differs from the healthy tenant.',
    z.prefault(z.strictObject(worldSchema.shape), {}),
  ),
});

/** A scenario as it is written, defaults filled in. */
export type WrittenScenario = z.output<typeof scenarioSchema>;
export type Step = NonNullable<WrittenScenario['when']>[number];
