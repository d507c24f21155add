import * as z from 'zod/mini';
import { described } from './described.js';

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
