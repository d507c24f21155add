import { SimulatorError } from '../kernel/error.js';
import { didYouMean } from '../world/schema-problem.js';
import type { View } from '../world/state.js';

/**
 * The cloud sign-in name of somebody: by the name that the world has for them, or by the sign-in name itself.
 *
 * @throws SimulatorError `unknown-user`
 */
export function signInNameOf({ people, tenant }: View, user: string): string {
  const key = user.toLowerCase();
  const found = people.get(key)?.userPrincipalName ?? tenant.users.get(key)?.userPrincipalName;
  if (found !== undefined) return found;
  throw unknownUser(
    user,
    people,
    [...tenant.users.values()].map(({ userPrincipalName }) => userPrincipalName),
  );
}

/**
 * The key of somebody's account in the domain, by any of their names.
 *
 * @throws SimulatorError `unknown-user`, also for those who exist in the cloud alone
 */
export function accountOf({ people, tenant, connector, domain }: View, user: string): string {
  const key = user.toLowerCase();
  const { objectId } = tenant.users.get(key) ?? {};
  const found =
    people.get(key)?.account ?? (objectId === undefined ? undefined : connector.links.get(objectId));
  if (found !== undefined && domain.accounts.has(found)) return found;
  if (people.has(key) || objectId !== undefined) {
    throw new SimulatorError({
      code: 'unknown-user',
      message: `"${user}" has no account in the domain`,
      hint: 'whoever is in the cloud alone signs in there: to: cloud',
    });
  }
  throw unknownUser(
    user,
    people,
    [...domain.accounts.values()].map(({ samAccountName }) => samAccountName),
  );
}

function unknownUser(user: string, people: View['people'], known: readonly string[]): SimulatorError {
  const names = known.flatMap((one) => one.split('@', 1)).filter((one) => people.has(one.toLowerCase()));
  const near = didYouMean(user, [...names, ...known]);
  const shown = known.slice(0, 5).join(', ');
  return new SimulatorError({
    code: 'unknown-user',
    message: `there is no user "${user}" here`,
    hint: near ?? `known users: ${shown}${known.length > 5 ? ` and ${known.length - 5} more` : ''}`,
  });
}
