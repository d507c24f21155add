import type { DirectoryObject } from '../../domain/access-directory.js';
import type { DomainAccount } from '../../domain/account.js';
import { answeringController } from '../../domain/choose-controller.js';
import { accountAt } from '../../domain/replica.js';
import type { DomainController } from '../../domain/state.js';
import { SimulatorError } from '../../kernel/error.js';
import { unitDn } from '../../world/distinguished-names.js';
import { didYouMean } from '../../world/schema-problem.js';
import type { DeepReadonly, State, View } from '../../world/state.js';

/** The account of that name, as a domain controller has it, or an error that says which there are. */
export function accountNamed({ domain }: State, name: string, controller: DomainController): DomainAccount {
  const account = accountAt(domain, controller, name.toLowerCase());
  if (account !== undefined) return account;
  const known = [...domain.accounts.values()].map(({ samAccountName }) => samAccountName);
  throw unknown(`there is no user "${name}" in Active Directory`, name, known);
}

/**
 * The domain controller that takes a write: the one that is named, where a read-only one refers to another, or else the
 * first that runs and is writable.
 */
export function writableNamed(state: State, name: string | undefined): DomainController {
  const { domain } = state;
  const named = name === undefined ? undefined : controllerNamed(state, name);
  const taker = named === undefined || named.readOnly ? answeringController(domain) : named;
  if (taker.online && !taker.readOnly) return taker;
  throw new SimulatorError({
    code: 'controller-stopped',
    message: taker.online
      ? 'only read-only domain controllers run, and none of them takes a write'
      : `the domain controller ${taker.host} does not run, and takes no write`,
    hint: 'start it first, or do it at another with "at"',
  });
}

/** The domain controller of that name, or an error that says which there are. */
export function controllerNamed(state: Pick<State, 'domain'>, name: string): DomainController;
export function controllerNamed(view: Pick<View, 'domain'>, name: string): DeepReadonly<DomainController>;
export function controllerNamed(
  { domain }: Pick<View, 'domain'>,
  name: string,
): DeepReadonly<DomainController> {
  const key = name.toLowerCase();
  const found = domain.controllers.find(
    ({ host }) => host.toLowerCase() === key || host.toLowerCase().startsWith(`${key}.`),
  );
  if (found !== undefined) return found;
  const hosts = domain.controllers.map(({ host }) => host);
  throw unknown(`there is no domain controller "${name}"`, name, hosts);
}

/** The domain, AdminSDHolder, or the unit of that path. */
export function objectNamed({ replica: { directory } }: DomainController, name: string): DirectoryObject {
  const root = directory.objects.get(directory.root);
  if (root === undefined) throw new RangeError('a domain without its root');
  if (name === 'domain') return root;
  const key = name === 'AdminSDHolder' ? directory.adminSdHolder : unitDn(name, directory.root).toLowerCase();
  const object = directory.objects.get(key);
  if (object !== undefined) return object;
  const units = [...directory.objects.values()].filter(
    ({ objectClass }) => objectClass === 'organizationalUnit',
  );
  throw unknown(
    `there is no organizational unit "${name}"`,
    name,
    units.map(({ distinguishedName }) => distinguishedName),
  );
}

/** Somebody or something that is not there, with what may have been meant. */
export function unknown(message: string, name: string, known: readonly string[]): SimulatorError {
  const some = known.slice(0, 5).join(', ');
  return new SimulatorError({
    code: 'unknown-user',
    message,
    hint: didYouMean(name, known) ?? (some === '' ? 'the world has none' : `known: ${some}`),
  });
}
