import * as z from 'zod/mini';
import { EXCLUDABLE_GROUPS, type ExcludableGroup } from '../domain/protected-groups.js';
import { described } from './described.js';

/** The operator groups whose members AdminSDHolder leaves alone. */
export const adminSdHolderExcludes = described(
  'Groups that dwAdminSDExMask, the 16th character of dSHeuristics, excludes from AdminSDHolder: SDProp leaves their members alone. What it has done to somebody before stays.',
  z._default(z.array(z.enum(Object.keys(EXCLUDABLE_GROUPS) as [ExcludableGroup, ...ExcludableGroup[]])), []),
);

/** A security group of the domain. */
export const group = z.strictObject({
  scope: described(
    "The group's scope. Only global groups carry a fine-grained policy to their members.",
    z._default(z.enum(['global', 'universal', 'domainLocal']), 'global'),
  ),
  members: described(
    'The direct members, by name.',
    z.prefault(
      z.strictObject({
        users: described('Users, by sAMAccountName.', z._default(z.array(z.string()), [])),
        groups: described('Groups of the domain, by name.', z._default(z.array(z.string()), [])),
      }),
      {},
    ),
  ),
});
