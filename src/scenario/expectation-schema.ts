import * as z from 'zod/mini';
import { ATTEMPT_ENDS } from '../attempt/routes.js';
import { SIGN_IN_REFUSALS } from '../domain/sign-in.js';
import { FAILURE_MODES } from '../failure-modes/catalogue.js';
import { LOGS } from '../records/entry.js';
import { described, wholeNumber } from '../world/described.js';
import { DURATION_SAYS, durationText } from '../world/duration-text.js';
import { VIEWS } from './views.js';

/** What a record must contain: a number stands for its event id, a text for its reason or its words. */
const expectedRecord = described(
  'An event id, a status reason, or a mapping of the fields that must be there with these values; other fields may be anything.',
  z.union([z.int(), z.string(), z.record(z.string(), z.unknown())]),
);

const NOTHING = 'an empty list says nothing';

const times = z.strictObject({
  record: described('The record, as in a list.', expectedRecord),
  times: described('How often it occurs, exactly.', wholeNumber(0, 1_000_000)),
});

const records = z.union([
  z.array(expectedRecord),
  z.strictObject({
    includes: described(
      'These records in this order, whatever else there is.',
      z.optional(z.array(expectedRecord).check(z.minLength(1, NOTHING))),
    ),
    excludes: described(
      'None of these records.',
      z.optional(z.array(expectedRecord).check(z.minLength(1, NOTHING))),
    ),
    count: described('How many records there are.', z.optional(wholeNumber(0, 1_000_000))),
    counts: described(
      'How often certain records occur: a list of { record, times }.',
      z.optional(z.array(times).check(z.minLength(1, NOTHING))),
    ),
  }),
]);

function expectedRecords(whose: string): z.ZodMiniOptional<typeof records> {
  return described(
    `${whose} A list is exactly these records, in this order; [] is none.`,
    z.optional(records),
  );
}

/** How an attempt or a sign-in can end. */
const OUTCOMES = [...ATTEMPT_ENDS, 'signed in', ...SIGN_IN_REFUSALS] as const;

/** How a password stands on one side. */
const STANDINGS = ['works', ...SIGN_IN_REFUSALS, 'no account'] as const;

const passwordStanding = z.strictObject({
  user: described('A user of the world, by account name or cloud sign-in name.', z.string()),
  password: described('The password that is asked about.', z.string()),
  activeDirectory: described(
    'Whether it works in Active Directory, or what stands in its way.',
    z.optional(z.enum(STANDINGS)),
  ),
  entra: described(
    'Whether it works in the cloud, or what stands in its way.',
    z.optional(z.enum(STANDINGS)),
  ),
});

const causes = FAILURE_MODES.map(({ id }) => id);

const inOrder = z.strictObject({
  log: described('The log in which it stands.', z.enum(LOGS)),
  record: described('The record, as in a list.', expectedRecord),
});

const visible = z.strictObject({
  to: described(
    'Who: the user, the cloud (the tenant), the connector (the sync server), the dc, or the helpdesk, which reads the screen and the audit log.',
    z.enum(VIEWS),
  ),
  record: described('What they can see, as in a list of records.', expectedRecord),
  within: described(
    `By when, counted from the beginning of the step, at the end from that of the story: ${DURATION_SAYS}.`,
    z.optional(durationText),
  ),
});

const hidden = z.strictObject({
  from: described('Who must not be able to see it.', z.enum(VIEWS)),
  record: described('What they cannot see; nothing at all if left out.', z.optional(expectedRecord)),
});

const afterAStep = {
  outcome: described('How the attempt ends.', z.optional(z.enum(OUTCOMES))),
  cause: described(
    'The true cause: the id of a failure mode, or "none".',
    z.optional(z.enum(['none', ...causes])),
  ),
  alsoFails: described(
    'The other failure modes that would have refused the same password, in any order; [] is none.',
    z.optional(z.array(z.enum(causes))),
  ),
  unseen: described(
    'Failure modes that keep what happened out of a log, in any order; [] is none.',
    z.optional(z.array(z.enum(causes))),
  ),
  screen: described(
    'What the person reads at the end: the whole text or a part of it, or a code such as SSPR_0029.',
    z.optional(z.string().check(z.minLength(1, 'an empty text says nothing'))),
  ),
  whereItWorks: described(
    'Which password works where, as things stand then. Asking counts nowhere.',
    z.optional(z.array(passwordStanding).check(z.minLength(1, NOTHING))),
  ),
  console: expectedRecords('What administrators typed and read.'),
  'user-screen': expectedRecords('The pages that the person saw.'),
  mail: expectedRecords('Mails that password reset sent.'),
  'entra-audit': expectedRecords("Rows of the tenant's audit log."),
  'entra-sign-in': expectedRecords("Rows of the tenant's sign-in log."),
  'connector-application': expectedRecords("Records of the sync server's Application log."),
  'dc-security': expectedRecords("Records of the domain controller's Security log."),
  'dc-system': expectedRecords(
    "Records of the Security Accounts Manager in the domain controller's System log.",
  ),
  'dc-password-protection': expectedRecords(
    "Records of Microsoft Entra Password Protection's agent on the domain controller, its log DCAgent/Admin.",
  ),
  order: described(
    'Records of several logs, in the order in which they occur, whatever else there is.',
    z.optional(z.array(inOrder).check(z.minLength(1, NOTHING))),
  ),
  visible: described(
    'Who can see what, and by when.',
    z.optional(z.array(visible).check(z.minLength(1, NOTHING))),
  ),
  hidden: described('Who can see nothing of it.', z.optional(z.array(hidden).check(z.minLength(1, NOTHING)))),
};

/** What must be seen after one step. */
export const expectations = described(
  'What must be seen in what this step caused.',
  z.strictObject(afterAStep),
);

/** What must be seen when the story is over. */
export const finalExpectations = described(
  'What must be seen in the whole story. Outcome, cause and screen are those of the last attempt.',
  z.strictObject({
    ...afterAStep,
    steps: described(
      'What must be seen after a step, by its number: { 2: { cause: none } }. Useful where cases share their steps.',
      z.optional(
        z.record(
          z.string().check(z.regex(/^[1-9]\d{0,3}$/, 'a step is named by its number, counted from 1')),
          expectations,
        ),
      ),
    ),
  }),
);

export type Expectations = z.output<typeof expectations>;
export type FinalExpectations = z.output<typeof finalExpectations>;
export type ExpectedPassword = z.output<typeof passwordStanding>;
export type ExpectedRecords = NonNullable<Expectations['dc-security']>;
export type ExpectedRecord = z.output<typeof expectedRecord>;
