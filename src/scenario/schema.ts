import * as z from 'zod';
import { FAILURE_MODES } from '../failure-modes/catalogue.js';
import { parseInstant } from '../kernel/instant.js';
import { DEFAULT_START } from '../simulation/simulation.js';
import { durationText, momentText, worldSchema } from '../world/schema.js';
import { readable } from '../world/readable.js';

/** What a record must contain: a number stands for its event id, a text for its reason or its words. */
const expectedRecord = z
  .union([z.int(), z.string(), z.record(z.string(), z.unknown())])
  .describe(
    'An event id, a status reason, or a mapping of the fields that must be there with these values; other fields may be anything.',
  );

const expectedRecords = z
  .union([
    z.array(expectedRecord).describe('Exactly these records, in this order; [] for none.'),
    z
      .strictObject({
        includes: z.array(expectedRecord).optional().describe('These records in this order, whatever else there is.'),
        excludes: z.array(expectedRecord).optional().describe('None of these records.'),
        count: z.int().min(0).optional().describe('How many records there are.'),
      })
      .describe('Less strict: what must be among them, what must not, and how many.'),
  ])
  .optional();

const causes = FAILURE_MODES.map(({ id }) => id);

const expectations = z
  .strictObject({
    outcome: z
      .enum(['succeeded', 'refused'])
      .optional()
      .describe('How the attempt ends.'),
    cause: z
      .enum(['none', ...causes])
      .optional()
      .describe('The true cause: the id of a failure mode, or "none".'),
    screen: z
      .string()
      .optional()
      .describe('What the person reads at the end: the whole text or a part of it, or a code such as SSPR_0029.'),
    console: expectedRecords.describe('What administrators typed and read.'),
    'user-screen': expectedRecords.describe('The pages that the person saw.'),
    'entra-audit': expectedRecords.describe("Rows of the tenant's audit log."),
    'connector-application': expectedRecords.describe("Records of the sync server's Application log."),
    'dc-security': expectedRecords.describe("Records of the domain controller's Security log."),
  })
  .describe('What must be seen: after a step, in what that step caused; at the end, in the whole story.');

const reset = z
  .strictObject({
    user: z.string().min(1).describe('A user of the world, by account name or cloud sign-in name.'),
    newPassword: z
      .union([z.string(), z.array(z.string()).min(1, 'at least one password')])
      .describe('The new password, or several to be tried in turn after refusals.'),
  })
  .describe('Somebody resets a forgotten password at the password reset portal.');

const wait = z
  .union([
    durationText,
    z.strictObject({ until: momentText.describe('A moment; one relative to the start of the story.') }),
  ])
  .describe('Time passes: a duration, or { until: a moment }.');

/** The steps that a scenario can take; each step is exactly one of them. */
export const STEP_KINDS = ['reset', 'wait'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

const step = z
  .strictObject({
    reset: reset.optional(),
    wait: wait.optional(),
    then: expectations.optional(),
  })
  .refine(
    (one) => STEP_KINDS.filter((kind) => one[kind] !== undefined).length === 1,
    `a step is exactly one of: ${STEP_KINDS.join(', ')}`,
  );

/** A scenario file: one customer's ticket, as data. */
export const scenarioSchema = z
  .strictObject({
    version: z.literal(1).describe('The version of this format.'),
    name: z.string().min(1).max(200).describe('What the story is about, in one line.'),
    ticket: z.string().optional().describe("The customer's words."),
    at: z
      .string()
      .check(readable(parseInstant))
      .default(DEFAULT_START)
      .describe('When the story begins: an ISO 8601 date or time.'),
    seed: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe('Whatever looks drawn by chance follows from it; the name of the file if left out.'),
    given: worldSchema.prefault({}),
    when: z.array(step).min(1, 'a story needs at least one step').max(1000).describe('What happens, in order.'),
    then: expectations.optional(),
    source: z.union([z.string(), z.array(z.string())]).optional().describe('Where the story comes from.'),
    tags: z.array(z.string()).default([]).describe('Words to select scenarios by.'),
  })
  .describe('A scenario: one ticket, the world that it happened in, what was done, and what everybody saw.');

export type Scenario = z.output<typeof scenarioSchema>;
export type Step = Scenario['when'][number];
export type Expectations = NonNullable<Scenario['then']>;
export type ExpectedRecords = NonNullable<Expectations['dc-security']>;
export type ExpectedRecord = z.output<typeof expectedRecord>;
