import type { Instant } from '../kernel/instant.js';
import { areInContact } from './contact.js';
import { propagate } from './permission-propagation.js';
import { receive } from './receive-change.js';
import type { Chore, Connection, DomainController, DomainState } from './state.js';

/**
 * Tells the partners that something has changed, one after the other; they fetch at once what they have not seen. What
 * is urgent is told at once.
 *
 * Source: learn.microsoft.com, "How to Modify the Default Intra-Site Domain Controller Replication Interval";
 * [MS-ADTS] 3.1.1.5.1.7.
 */
export function tellPartners(
  domain: DomainState,
  { position, partners }: DomainController,
  now: Instant,
  urgent: boolean,
): void {
  const { firstPartner, furtherPartners } = domain.replication;
  for (const [index, connection] of partners.entries()) {
    const at = urgent ? now : now + firstPartner + index * furtherPartners;
    if (connection.due === undefined || at < connection.due) fetchAt(domain, position, connection, at);
  }
}

function fetchAt(domain: DomainState, from: number, connection: Connection, at: Instant): void {
  connection.due = at;
  domain.chores.push({ do: 'fetch', at, from, to: connection.to });
}

/** Does what domain controllers do by themselves. */
export function doChore(domain: DomainState, chore: Chore): void {
  if (chore.do === 'propagate') {
    const controller = domain.controllers[chore.controller];
    if (controller !== undefined) propagate(controller, chore.at);
    return;
  }
  const from = domain.controllers[chore.from];
  const to = domain.controllers[chore.to];
  const connection = from?.partners.find((one) => one.to === chore.to);
  // An earlier notification has overtaken this one, if it is not what the connection waits for.
  if (from === undefined || to === undefined || connection?.due !== chore.at) return;
  connection.due = undefined;
  if (areInContact(domain, from, to)) fetch(domain, from, to, connection, chore.at);
}

/** One domain controller fetches from another what it has not seen, and tells its own partners what was new. */
function fetch(
  domain: DomainState,
  from: DomainController,
  to: DomainController,
  connection: Connection,
  now: Instant,
): void {
  const names = new Set(from.changes.slice(connection.seen));
  connection.seen = from.changes.length;
  let news: 'urgent' | 'usual' | undefined;
  for (const name of names) {
    const received = receive(domain, from, to, name, now);
    if (received !== 'known') {
      to.changes.push(name);
      news = received === 'urgent' ? received : (news ?? received);
    }
  }
  if (news !== undefined) tellPartners(domain, to, now, news === 'urgent');
}

/** A domain controller has been started, or can be talked to again: it catches up, and others with it. */
export function reconnect(domain: DomainState, { position }: DomainController, now: Instant): void {
  const { catchUp } = domain.replication;
  for (const [connection, from] of connections(domain)) {
    if (from.position !== position && connection.to !== position) continue;
    if (connection.seen < from.changes.length) fetchAt(domain, from.position, connection, now + catchUp);
  }
}

/** `repadmin /syncall`: everybody fetches from every partner now, until nobody has anything new. */
export function replicateNow(domain: DomainState, now: Instant): void {
  // As many rounds as there are domain controllers are enough for the longest way.
  for (let round = 0; round < domain.controllers.length; round++) {
    let fetched = false;
    for (const [connection, from] of connections(domain)) {
      const to = domain.controllers[connection.to];
      if (to === undefined || connection.seen === from.changes.length || !areInContact(domain, from, to))
        continue;
      fetch(domain, from, to, connection, now);
      fetched = true;
    }
    if (!fetched) return;
  }
}

function* connections(domain: DomainState): Generator<readonly [Connection, DomainController]> {
  for (const from of domain.controllers) for (const connection of from.partners) yield [connection, from];
}
