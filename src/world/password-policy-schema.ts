import * as z from 'zod/mini';
import { described, flag, wholeNumber } from './described.js';
import { DURATION_SAYS, durationText } from './duration-text.js';
import { agesFit, lengthFits, lockoutFits } from './password-policy-ranges.js';

const maximumAge = z._default(z.union([z.literal('never'), durationText]), '42 days');

const minimumAge = described(
  `Minimum password age: how old a password must be before it may be replaced; ${DURATION_SAYS}. 0 to 998 days, and less than the maximum age.`,
  z._default(durationText, '1 day'),
);

/** The settings that both kinds of policy have in the same ranges. */
const common = {
  maximumAge: described(
    `Maximum password age: ${DURATION_SAYS}, up to 999 days, or "never". It never refuses a new password.`,
    maximumAge,
  ),
  minimumAge,
  complexity: flag('Password must meet complexity requirements.', true),
  reversibleEncryption: flag(
    'Store passwords using reversible encryption. It never refuses a new password. It holds if the domain or a fine-grained policy asks for it.',
    false,
  ),
  lockout: described(
    'Account lockout policy.',
    z.prefault(
      z
        .strictObject({
          threshold: described(
            'Account lockout threshold: how many wrong passwords lock an account, 0 to 999; 0 is never.',
            z._default(wholeNumber(0, 999), 0),
          ),
          duration: described(
            `Account lockout duration: ${DURATION_SAYS}, or "until unlocked" by an administrator.`,
            z._default(z.union([z.literal('until unlocked'), durationText]), '30 min'),
          ),
          observationWindow: described(
            `Reset account lockout counter after: ${DURATION_SAYS}. No longer than the duration.`,
            z._default(durationText, '30 min'),
          ),
        })
        .check(lockoutFits),
      {},
    ),
  ),
};

/** The Default Domain Policy's password settings, in the ranges that group policy accepts. */
export const passwordPolicy = z
  .strictObject({
    history: described(
      'Enforce password history: how many passwords are remembered, 0 to 24.',
      z._default(wholeNumber(0, 24), 24),
    ),
    minimumLength: described(
      'Minimum password length, in characters (UTF-16 units): 0 to 14, or to 128 with relaxMinimumPasswordLengthLimits.',
      z._default(wholeNumber(0, 128), 7),
    ),
    relaxMinimumPasswordLengthLimits: flag(
      'Relax minimum password length limits: allows a minimum length above 14.',
      false,
    ),
    minimumPasswordLengthAudit: described(
      'Minimum password length audit, 1 to 128: passwords shorter than this are set all the same, and reported in the System log (16978).',
      z.optional(wholeNumber(1, 128)),
    ),
    ...common,
  })
  .check(agesFit, lengthFits);

/** A fine-grained policy (Password Settings Object), in the ranges that its tools accept. */
export const fineGrainedPolicy = z
  .strictObject({
    precedence: described(
      'Precedence: of several policies that apply, the one with the lowest number wins, and ties are broken by objectGUID. From 1.',
      wholeNumber(1, 2_147_483_647),
    ),
    appliesTo: described(
      'The users and global groups that it applies to, by name. A link to the user itself outranks every link to a group.',
      z.prefault(
        z.strictObject({
          users: described('Users, by sAMAccountName.', z._default(z.array(z.string()), [])),
          groups: described('Global groups, by name.', z._default(z.array(z.string()), [])),
        }),
        {},
      ),
    ),
    objectGuid: described(
      'Its objectGUID, where a tie is to be broken in a certain way; otherwise it follows from the seed.',
      z.optional(
        z
          .string()
          .check(
            z.regex(
              /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
              'a GUID has 32 hex digits in five groups',
            ),
          ),
      ),
    ),
    history: described(
      'Enforce password history: how many passwords are remembered, 0 to 1024.',
      z._default(wholeNumber(0, 1024), 24),
    ),
    minimumLength: described(
      'Minimum password length, in characters (UTF-16 units): 0 to 255.',
      z._default(wholeNumber(0, 255), 7),
    ),
    ...common,
  })
  .check(agesFit);

export type DescribedPolicy = z.output<typeof passwordPolicy>;
export type DescribedFineGrainedPolicy = z.output<typeof fineGrainedPolicy>;
