import { audits } from '../domain/audit-policy.js';
import { computerName } from '../domain/principal.js';
import { MILLISECOND } from '../kernel/duration.js';
import type { Emitted } from '../kernel/fact.js';
import type { PartyFact } from '../world/action.js';
import type { View } from '../world/state.js';
import { controllerInUse } from './connector-access.js';
import { at } from './stage.js';

/**
 * The domain controller's side of the connector's bind: a logon over the network, whose id the records of the write
 * carry. Only where logons are audited, as they are by default (inferred: no public record shows a connector's).
 */
export function sessionOpened(view: View): readonly Emitted<PartyFact>[] {
  const { connector, domain } = view;
  if (!audits(domain.auditPolicy, 'logon', true)) return [];
  const account = { name: connector.accountName, domain: domain.netbiosName, sid: connector.accountSid };
  const opened = {
    kind: 'session-opened',
    audited: true,
    account,
    realm: domain.dnsName.toUpperCase(),
    client: computerName(connector.host),
  } as const;
  return [at(controllerInUse(view).host, opened, AFTER_BIND)];
}

/** Right after the bind: the last of the connector's three records comes 9 ms after the first. */
const AFTER_BIND = 10 * MILLISECOND;
