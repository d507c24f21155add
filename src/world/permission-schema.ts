import * as z from 'zod/mini';
import { RIGHT_NAMES } from '../domain/access-rights.js';
import { described, flag } from './described.js';

const right = z.enum(RIGHT_NAMES);

/** An access control entry, as far as password writeback is concerned. */
export const permission = z
  .strictObject({
    allow: described('The right that is granted.', z.optional(right)),
    deny: described('The right that is denied.', z.optional(right)),
    to: described(
      'Whom it concerns: a user, a group, "Everyone", "Authenticated Users" or "SELF"; the connector account if left out.',
      z.optional(z.string()),
    ),
  })
  .check(
    z.refine(
      ({ allow, deny }) => (allow === undefined) !== (deny === undefined),
      'a permission is either allow or deny, with one right',
    ),
    z.refine(
      ({ allow, deny, to }) => to !== undefined || (allow ?? deny) !== 'changePassword',
      'changePassword is asked of the account itself: say to whom, such as to: SELF',
    ),
  );

export type DescribedPermission = z.output<typeof permission>;

/** Permissions on one object. */
export function permissions(where: string): z.ZodMiniDefault<z.ZodMiniArray<typeof permission>> {
  return described(`Further permissions written on ${where}.`, z._default(z.array(permission), []));
}

/** An organizational unit. */
export const organizationalUnit = z.strictObject({
  inheritance: flag('Whether permissions of the domain and of the units above reach this one.', true),
  permissions: permissions('this unit; users below it inherit them'),
});

/** Where the connector account's rights are written, and for whom. */
export const delegation = z.strictObject({
  on: described(
    'Where Reset Password, lockoutTime and pwdLastSet are delegated: "domain", or organizational units by path.',
    z._default(z.union([z.literal('domain'), z.array(z.string()).check(z.minLength(1))]), 'domain'),
  ),
  to: described(
    'A group to which they are delegated, of which the connector account should be a member; the account itself if left out.',
    z.optional(z.string()),
  ),
});

/** What an account in Active Directory says of its place in the tree and its permissions. */
export const placement = {
  organizationalUnit: described(
    'The organizational unit that holds the account, by path, such as Staff/Sales; the container Users if left out.',
    z.optional(z.string()),
  ),
  inheritance: described(
    'Whether the account inherits permissions; if left out, it does unless adminCount is 1.',
    z.optional(z.boolean()),
  ),
  adminCount: described(
    'Whether adminCount is 1; if left out, it is for members of protected groups, as SDProp leaves it.',
    z.optional(z.boolean()),
  ),
  permissions: permissions('the account itself'),
};
