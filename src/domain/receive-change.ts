import type { Instant } from '../kernel/instant.js';
import { withObject } from './access-directory.js';
import { hasMember, withMember } from './group.js';
import { mergeAccount } from './merge-account.js';
import { setOnItsWay } from './permission-propagation.js';
import { accountAt } from './replica.js';
import { isNewer } from './stamp.js';
import type { DomainController, DomainState } from './state.js';
import { isUrgent } from './urgent-change.js';

/** What a change is to the one who hears of it. */
export type Received = 'known' | 'usual' | 'urgent';

/** One domain controller hears from another of one thing that has changed, and keeps what is newer. */
export function receive(
  domain: DomainState,
  from: DomainController,
  to: DomainController,
  name: string,
  now: Instant,
): Received {
  const separator = name.indexOf(':');
  const kind = name.slice(0, Math.max(separator, 0));
  const key = name.slice(separator + 1);
  if (kind === 'account') return receiveAccount(domain, from, to, key);
  const stamp = from.replica.stamps.get(name);
  if (stamp === undefined || !isNewer(stamp, to.replica.stamps.get(name))) return 'known';
  to.replica.stamps.set(name, stamp);
  return receiveOther(domain, from, to, { kind, key }, now);
}

function receiveAccount(
  domain: DomainState,
  from: DomainController,
  to: DomainController,
  key: string,
): Received {
  const here = accountAt(domain, to, key);
  const there = accountAt(domain, from, key);
  if (here === undefined || there === undefined) return 'known';
  const { account, arrived } = mergeAccount(here, there);
  if (arrived.length === 0) return 'known';
  to.replica.accounts.set(key, account);
  return isUrgent(account, arrived) ? 'urgent' : 'usual';
}

function receiveOther(
  domain: DomainState,
  from: DomainController,
  to: DomainController,
  { kind, key }: { readonly kind: string; readonly key: string },
  now: Instant,
): Received {
  switch (kind) {
    case 'object': {
      const object = from.replica.directory.objects.get(key);
      if (object === undefined) return 'known';
      to.replica.directory = withObject(to.replica.directory, object);
      setOnItsWay(domain, to, object, now);
      return 'usual';
    }
    case 'member': {
      const [groupKey = '', user = ''] = key.split('/');
      const group = from.replica.groups.get(groupKey);
      if (group === undefined) return 'known';
      const isMember = hasMember(group, user);
      to.replica.groups = withMember(to.replica.groups, { group: group.name, user, isMember });
      return 'usual';
    }
    case 'pso': {
      const changed = from.replica.fineGrainedPolicies.find((policy) => policy.name === key);
      if (changed === undefined) return 'known';
      to.replica.fineGrainedPolicies = to.replica.fineGrainedPolicies.map((policy) =>
        policy.name === key ? changed : policy,
      );
      return 'usual';
    }
    default:
      to.replica.passwordPolicy = from.replica.passwordPolicy;
      return 'urgent';
  }
}
