import type { AccountChange, DomainAccount } from './account.js';
import { keptOf, REPLICATED_ATTRIBUTES, type ReplicatedAttribute } from './replicated-attributes.js';
import { isNewer, stampAfter, type Stamp } from './stamp.js';
import type { Instant } from '../kernel/instant.js';

/** What a write changes of what replicates. */
export function attributesIn(change: AccountChange, before: DomainAccount): readonly ReplicatedAttribute[] {
  return REPLICATED_ATTRIBUTES.filter((attribute) =>
    keptOf(attribute).some((kept) => kept in change && change[kept] !== before[kept]),
  );
}

/** The account after a write at a domain controller, each attribute with its new stamp. */
export function written(
  account: DomainAccount,
  change: AccountChange,
  attributes: readonly ReplicatedAttribute[],
  at: Instant,
  dsa: string,
): DomainAccount {
  if (attributes.length === 0) return { ...account, ...change };
  const stamps = { ...account.stamps };
  for (const attribute of attributes) stamps[attribute] = stampAfter(stamps[attribute], at, dsa);
  return { ...account, ...change, stamps };
}

/** What arrives of an account: the attributes that were newer there, and the account as it is here afterwards. */
export interface Merged {
  readonly account: DomainAccount;
  readonly arrived: readonly ReplicatedAttribute[];
}

/** One domain controller's version of an account, after it has heard of another's. */
export function mergeAccount(
  here: DomainAccount,
  there: DomainAccount,
  among: readonly ReplicatedAttribute[] = REPLICATED_ATTRIBUTES,
): Merged {
  if (here === there) return { account: here, arrived: [] };
  const arrived = among.filter((attribute) => isNewer(there.stamps[attribute], here.stamps[attribute]));
  if (arrived.length === 0) return { account: here, arrived };
  const stamps: Partial<Record<ReplicatedAttribute, Stamp>> = { ...here.stamps };
  const change: Partial<Record<keyof DomainAccount, unknown>> = {};
  for (const attribute of arrived) {
    const stamp = there.stamps[attribute];
    if (stamp !== undefined) stamps[attribute] = stamp;
    for (const kept of keptOf(attribute)) change[kept] = there[kept];
  }
  const account = { ...here, ...(change as AccountChange), stamps };
  // Copies that agree share one version, so that a hundred domain controllers cost hardly more than one.
  return { account: agree(account, there) ? there : account, arrived };
}

function agree(one: DomainAccount, other: DomainAccount): boolean {
  return (
    one.badPasswordCount === other.badPasswordCount &&
    one.badPasswordTime === other.badPasswordTime &&
    REPLICATED_ATTRIBUTES.every((attribute) => one.stamps[attribute] === other.stamps[attribute])
  );
}
