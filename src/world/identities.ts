import { Candidate } from '../kernel/candidate.js';
import type { Ids } from '../kernel/ids.js';
import type { World } from './schema.js';

export type DescribedUser = World['users'][string];

export function cloudSignInName(name: string, { entra }: DescribedUser, { tenant }: World): string {
  return entra.userPrincipalName ?? `${name}@${tenant.initialDomain}`;
}

export function objectGuidOf(name: string, ids: Ids): string {
  return ids.guid('ad-object', name);
}

/** A password that nobody wrote down has a hash that no candidate will meet by accident. */
export function currentHash(name: string, user: DescribedUser, ids: Ids): string {
  const { password } = user.activeDirectory;
  return password === undefined ? ids.hex('unknown-password', name) : new Candidate(password).ntHash;
}
