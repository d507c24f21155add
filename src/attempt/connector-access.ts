import { preferredInUse } from '../connector/preferred-controllers.js';
import { rightsOn, tokenOf } from '../domain/access-directory.js';
import type { DelegatedRights, RightName } from '../domain/access-rights.js';
import type { DomainAccount } from '../domain/account.js';
import { chooseController } from '../domain/choose-controller.js';
import type { AccessRefusal } from '../domain/access-refusal.js';
import { whyDenied } from '../domain/blocked-access.js';
import { SimulatorBug } from '../kernel/error.js';
import { arrivalsAt } from '../domain/arrivals.js';
import type { DomainController } from '../domain/state.js';
import type { Instant } from '../kernel/instant.js';
import type { DeepReadonly, State, View } from '../world/state.js';
import type { Attempt } from './attempt.js';

type ControllerView = DeepReadonly<DomainController>;

/** The domain controller that the sync server talks to; the PDC emulator where it could talk to none. */
export function controllerInUse(state: Pick<State, 'domain' | 'connector'>): DomainController;
export function controllerInUse(view: Pick<View, 'domain' | 'connector'>): ControllerView;
export function controllerInUse({ domain, connector }: Pick<View, 'domain' | 'connector'>): ControllerView {
  const [pdcEmulator] = domain.controllers;
  const found = chooseController(domain.controllers, preferredInUse(connector));
  return 'rule' in found ? pdcEmulator : found;
}

/** The domain controller that the sync server has bound to for this attempt. */
export function controllerOf(state: State, attempt: Readonly<Attempt>): DomainController;
export function controllerOf(view: View, attempt: Readonly<Attempt>): ControllerView;
export function controllerOf({ domain }: View, { controller }: Readonly<Attempt>): ControllerView {
  const bound = domain.controllers.find(({ host }) => host === controller);
  if (bound === undefined) throw new SimulatorBug('a write goes on without a domain controller');
  return bound;
}

/** What the connector account may do to an account, at a domain controller. */
export function connectorRights(
  { connector }: Pick<View, 'connector'>,
  { replica, permissionsInForce }: ControllerView,
  account: DomainAccount,
): DelegatedRights {
  return rightsOn(permissionsInForce, tokenOf(connector.accountName, replica.groups), account);
}

/** What keeps a right on this account from the connector account there, or undefined where it has the right. */
export function whyRightDenied(
  { domain, connector }: View,
  controller: ControllerView,
  account: DomainAccount,
  right: RightName,
  now: Instant,
): AccessRefusal | undefined {
  const { replica, permissionsInForce, host } = controller;
  const { groups } = replica;
  return whyDenied({
    callerName: `${domain.netbiosName}\\${connector.accountName}`,
    callerAccount: connector.accountName,
    caller: tokenOf(connector.accountName, groups),
    account,
    right,
    groups,
    directory: permissionsInForce,
    controller: host,
    arrivals: () => arrivalsAt(domain, controller, account, now),
  });
}
