import * as z from 'zod/mini';
import { ADMINISTRATOR_ENTRY_POINTS, CHANGE_ENTRY_POINTS } from '../attempt/errand.js';
import { OLD_PASSWORDS_DO_NOT_MATCH, oldPasswordsMatch } from '../simulation/attempt-request.js';
import { described } from '../world/described.js';
import { behaviour, leaving } from './behaviour-schema.js';

const user = described(
  'A user of the world, by account name or cloud sign-in name.',
  z.string().check(z.minLength(1, 'name a user')),
);

function passwords(says: string): z.ZodMiniUnion<[z.ZodMiniString, z.ZodMiniArray<z.ZodMiniString>]> {
  return described(
    says,
    z.union([z.string(), z.array(z.string()).check(z.minLength(1, 'at least one password'))]),
  );
}

const newPassword = passwords('The new password, or several to be tried in turn after refusals.');
const { verification, cookies, thinksFor } = behaviour;
/** Without gates there are no pages of them. */
const leavesForm = leaving(['user ID', 'new password', 'another password']);
const leavesUnlock = leaving([
  'user ID',
  'verification options',
  'verification',
  'second method',
  'error page',
]);

const change = z
  .strictObject({
    user,
    oldPassword: z.optional(
      passwords(
        'What the person types as the old password: one, or as many as there are new ones, each beside its own. My Sign-ins does not ask for it.',
      ),
    ),
    newPassword,
    entryPoint: described(
      'The page for a voluntary change, the sign-in page that forces one, or My Sign-ins after password and MFA.',
      z._default(z.enum(CHANGE_ENTRY_POINTS), 'change page'),
    ),
    thinksFor,
    leaves: leavesForm,
  })
  .check(
    z.refine(
      ({ oldPassword, entryPoint }) => oldPassword !== undefined || entryPoint === 'My Sign-ins',
      'a change needs the old password; only My Sign-ins does not ask for it',
    ),
    // Otherwise the old ones that are left over would be dropped, and nobody would know.
    z.refine(({ oldPassword, newPassword: typed }) => oldPasswordsMatch(oldPassword, typed), {
      path: ['oldPassword'],
      message: OLD_PASSWORDS_DO_NOT_MATCH.message,
      params: { hint: OLD_PASSWORDS_DO_NOT_MATCH.hint },
    }),
  );

const administratorReset = z.strictObject({
  user,
  by: described(
    'The administrator, a user of the world; a Global Administrator who is none, if left out.',
    z.optional(z.string().check(z.minLength(1, 'name a user'))),
  ),
  newPassword,
  entryPoint: described(
    'Where the administrator does it. The Microsoft 365 admin center and PowerShell never write back.',
    z._default(z.enum(ADMINISTRATOR_ENTRY_POINTS), 'Entra admin center'),
  ),
  forceChange: described(
    'Whether the user must change the password at the next sign-in: true, if left out. The Entra admin center and resetPassword of Microsoft Graph leave no choice.',
    z.optional(z.boolean()),
  ),
  thinksFor,
  leaves: leavesForm,
});

/** The steps in which somebody has a session, whatever they come for. */
export const sessionSteps = {
  reset: described(
    'Somebody resets a forgotten password at the password reset portal.',
    z.optional(z.strictObject({ user, newPassword, ...behaviour })),
  ),
  change: described('Somebody changes a password that they know.', z.optional(change)),
  administratorReset: described(
    "An administrator resets somebody's password; the behaviour is the administrator's.",
    z.optional(administratorReset),
  ),
  unlock: described(
    'Somebody who knows the password unlocks the account at the password reset portal, without a reset.',
    z.optional(z.strictObject({ user, verification, cookies, leaves: leavesUnlock })),
  ),
};
