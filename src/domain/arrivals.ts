import type { Instant } from '../kernel/instant.js';
import { withObject, type AccessDirectory } from './access-directory.js';
import type { DomainAccount } from './account.js';
import type { Arrival } from './blocked-access.js';
import { areInContact } from './contact.js';
import { hasMember, withMember } from './group.js';
import { mergeAccount } from './merge-account.js';
import { accountAt } from './replica.js';
import { isNewer, type Stamp } from './stamp.js';
import type { Connection, DomainState } from './state.js';

/** The part of a domain controller that says what it knows, and whom it tells. */
interface Informed {
  readonly host: string;
  readonly position: number;
  readonly online: boolean;
  readonly replica: {
    readonly accounts: ReadonlyMap<string, DomainAccount>;
    readonly directory: AccessDirectory;
    readonly groups: Arrival['groups'];
    readonly stamps: ReadonlyMap<string, Stamp>;
  };
  readonly permissionsInForce: AccessDirectory;
  readonly propagating: DomainState['controllers'][0]['propagating'];
  readonly changes: readonly string[];
  readonly partners: readonly Readonly<Connection>[];
}

type InformedDomain = Pick<DomainState, 'replication' | 'permissionDelay' | 'accounts' | 'clockSkews'> & {
  readonly controllers: readonly Informed[];
};

/**
 * What a domain controller will know of an account and the permissions on it: first what is on its way inside, then
 * what others know, by the time at which it comes if nothing else happens.
 */
export function arrivalsAt(
  domain: InformedDomain,
  controller: Informed,
  account: DomainAccount,
  now: Instant,
): readonly Arrival[] {
  const { groups } = controller.replica;
  let directory = controller.permissionsInForce;
  const inside = controller.propagating.map(({ due, object }): Arrival => {
    directory = withObject(directory, object);
    return { at: controller.online ? due : undefined, directory, account, groups };
  });
  const outside = domain.controllers.flatMap((other) =>
    other === controller ? [] : fromOther(domain, controller, other, account, now),
  );
  return [...inside, ...outside].toSorted((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity));
}

/** What another domain controller knows and this one does not: at once where it is about the account itself. */
function fromOther(
  domain: InformedDomain,
  here: Informed,
  there: Informed,
  account: DomainAccount,
  now: Instant,
): readonly Arrival[] {
  const known = accountAt(domain, there, account.samAccountName.toLowerCase()) ?? account;
  const merged = mergeAccount(account, known).account;
  const news = [...there.replica.stamps].filter(([name, stamp]) =>
    isNewer(stamp, here.replica.stamps.get(name)),
  );
  if (merged === account && news.length === 0) return [];
  let { groups } = here.replica;
  let directory = here.permissionsInForce;
  for (const [name] of news) {
    const kind = name.slice(0, name.indexOf(':'));
    const key = name.slice(name.indexOf(':') + 1);
    const object = kind === 'object' ? there.replica.directory.objects.get(key) : undefined;
    if (object !== undefined) directory = withObject(directory, object);
    if (kind !== 'member') continue;
    const [group = '', user = ''] = key.split('/');
    const groupThere = there.replica.groups.get(group);
    const isMember = groupThere !== undefined && hasMember(groupThere, user);
    groups = withMember(groups, { group: groupThere?.name ?? group, user, isMember });
  }
  const at = arrivalTime(domain, there, here, now);
  const onTheAccount: Arrival = { at, directory: here.permissionsInForce, account: merged, groups };
  const inherited = at === undefined ? undefined : at + domain.permissionDelay;
  return [onTheAccount, { ...onTheAccount, at: inherited, directory }];
}

/**
 * When what one domain controller knows will have come to another, over whichever way is the fastest; undefined while
 * there is none.
 */
export function arrivalTime(
  clocks: Pick<InformedDomain, 'controllers' | 'replication' | 'clockSkews'>,
  from: Informed,
  to: Informed,
  now: Instant,
): Instant | undefined {
  const { controllers, replication } = clocks;
  const known = new Map<number, Instant>([[from.position, now]]);
  const settled = new Set<number>();
  for (;;) {
    const [next] = [...known].filter(([one]) => !settled.has(one)).toSorted(([, a], [, b]) => a - b);
    if (next === undefined) return undefined;
    const [position, at] = next;
    if (position === to.position) return at;
    settled.add(position);
    const teller = controllers[position];
    if (teller === undefined) return undefined;
    for (const [index, { due, to: partner }] of teller.partners.entries()) {
      const hearer = controllers[partner];
      if (hearer === undefined || !areInContact(clocks, teller, hearer)) continue;
      const { firstPartner, furtherPartners } = replication;
      const heard = due !== undefined && due >= at ? due : at + firstPartner + index * furtherPartners;
      if (heard < (known.get(partner) ?? Infinity)) known.set(partner, heard);
    }
  }
}
