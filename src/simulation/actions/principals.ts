import { accountAt } from '../../domain/replica.js';
import { BUILT_IN_GROUPS } from '../../domain/built-in-groups.js';
import type { DomainController } from '../../domain/state.js';
import { trusteeOf, WELL_KNOWN_TRUSTEES } from '../../world/build-directory.js';
import type { State } from '../../world/state.js';
import { unknown } from './domain-names.js';

function accountNames({ domain, connector }: State): readonly string[] {
  return [...domain.accounts.values()]
    .map(({ samAccountName }) => samAccountName)
    .concat(connector.accountName);
}

function groupNames({ replica: { groups } }: DomainController): readonly string[] {
  return [...groups.values()].map(({ name }) => name).concat(BUILT_IN_GROUPS);
}

function find(name: string, names: readonly string[]): string | undefined {
  const key = name.toLowerCase();
  return names.find((one) => one.toLowerCase() === key);
}

/** A group that a domain controller knows, by its right name; a misspelt one is an error, and no new group. */
export function groupNamed(name: string, controller: DomainController): string {
  const names = groupNames(controller);
  const found = find(name, names);
  if (found !== undefined) return found;
  throw unknown(`there is no group "${name}" in the domain`, name, [...new Set(names)]);
}

/** An account that can be a member of a group: a user's, or the connector account, which is one of the domain too. */
export function memberNamed(state: State, name: string, controller: DomainController): string {
  const account = accountAt(state.domain, controller, name.toLowerCase());
  if (account !== undefined) return account.samAccountName;
  const names = accountNames(state);
  const found = find(name, names);
  if (found !== undefined) return found;
  throw unknown(`there is no account "${name}" in Active Directory`, name, names);
}

/** Whom an access control entry concerns: an account, a group, or one of those that every domain knows. */
export function trusteeNamed(state: State, name: string, controller: DomainController): string {
  const names = [...accountNames(state), ...groupNames(controller), ...WELL_KNOWN_TRUSTEES];
  const found = find(name, names);
  if (found !== undefined) return trusteeOf(found);
  throw unknown(`there is no account or group "${name}" in the domain`, name, [...new Set(names)]);
}
