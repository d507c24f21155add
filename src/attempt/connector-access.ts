import { rightsOn, tokenOf } from '../domain/access-directory.js';
import type { DelegatedRights } from '../domain/access-rights.js';
import type { DomainAccount } from '../domain/account.js';
import { chooseController } from '../domain/choose-controller.js';
import { whyDenied, type AccessRefusal } from '../domain/blocked-access.js';
import type { DeepReadonly, View } from '../world/state.js';

/** The domain controller that the sync server talks to; the PDC emulator where it could talk to none. */
export function controllerInUse({
  domain,
  connector,
}: Pick<View, 'domain' | 'connector'>): View['domain']['controllers'][0] {
  const [pdcEmulator] = domain.controllers;
  const found = chooseController(domain.controllers, connector.preferredControllers);
  return 'rule' in found ? pdcEmulator : found;
}

/** What the connector account may do to an account, at the domain controller that it talks to. */
export function connectorRights(
  { domain, connector }: View,
  account: DeepReadonly<DomainAccount>,
): DelegatedRights {
  const { directory } = controllerInUse({ domain, connector });
  return rightsOn(directory, tokenOf(connector.accountName, domain.groups), account);
}

/** Why the connector account may not reset this password, or undefined where it may. */
export function whyResetDenied(
  { domain, connector }: View,
  account: DeepReadonly<DomainAccount>,
): AccessRefusal | undefined {
  const { directory, pendingUntil } = controllerInUse({ domain, connector });
  return whyDenied({
    callerName: `${domain.netbiosName}\\${connector.accountName}`,
    caller: tokenOf(connector.accountName, domain.groups),
    account,
    right: 'resetPassword',
    groups: domain.groups,
    directory,
    written: domain.directory,
    pendingUntil,
  });
}
