import type { Shortfall } from '../attempt/attempt.js';
import type { NtHash } from '../kernel/candidate.js';
import type { CloudUser } from '../tenant/state.js';
import type { DeepReadonly, View } from '../world/state.js';

/** Why the domain does not know a password that the cloud took, and never sent on. */
export function neverWrittenBack(
  { tenant, connector }: Pick<View, 'tenant' | 'connector'>,
  account: string,
  typed: NtHash,
): Shortfall | undefined {
  for (const user of tenant.users.values()) {
    if (user.writtenInCloudAlone?.hash === typed && connector.links.get(user.objectId) === account) {
      return sharedNoMore(user);
    }
  }
  return undefined;
}

/** Why the cloud does not know the password of the domain: it has one of its own since. */
export function replacedInCloudAlone(
  user: DeepReadonly<CloudUser>,
  inDomain: NtHash | undefined,
  typed: NtHash,
): Shortfall | undefined {
  return inDomain === typed ? sharedNoMore(user) : undefined;
}

/** Only while the cloud still has that password: a later one, of either side, ends it. */
function sharedNoMore({
  writtenInCloudAlone,
  passwordHash,
  userPrincipalName,
}: DeepReadonly<CloudUser>): Shortfall | undefined {
  return writtenInCloudAlone !== undefined && writtenInCloudAlone.hash === passwordHash
    ? { rule: 'never-written-back', by: writtenInCloudAlone.by, account: userPrincipalName }
    : undefined;
}
