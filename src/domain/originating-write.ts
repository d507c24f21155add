import type { Instant } from '../kernel/instant.js';
import { withObject, type DirectoryObject } from './access-directory.js';
import type { AccountChange, DomainAccount } from './account.js';
import { areInContact } from './contact.js';
import { withMember } from './group.js';
import { clockAt } from './machine-clock.js';
import { attributesIn, mergeAccount, written } from './merge-account.js';
import type { FineGrainedPolicy, PasswordPolicy } from './password-policy.js';
import { setOnItsWay } from './permission-propagation.js';
import { PASSWORD_ATTRIBUTES, type ReplicatedAttribute } from './replicated-attributes.js';
import { tellPartners } from './replication.js';
import { accountAt } from './replica.js';
import { stampAfter } from './stamp.js';
import type { DomainController, DomainState } from './state.js';
import { isUrgent } from './urgent-change.js';

/**
 * Writes to an account at the domain controller that answers, and says what it is there afterwards; the others hear of
 * it in their time. A password goes to the PDC emulator at once, as far as it can be reached.
 *
 * Source: [MS-ADTS] 3.1.1.5.1; Microsoft, "Account Passwords and Policies" (immediate replication).
 */
export function writeAccount(
  domain: DomainState,
  controller: DomainController,
  { samAccountName }: Pick<DomainAccount, 'samAccountName'>,
  change: AccountChange,
  now: Instant,
): DomainAccount {
  const key = samAccountName.toLowerCase();
  const before = accountAt(domain, controller, key);
  if (before === undefined) throw new RangeError(`no account ${key} to write to`);
  const attributes = attributesIn(change, before);
  const { dsa, replica, changes } = controller;
  const after = written(before, change, attributes, clockAt(domain, controller, now), dsa);
  replica.accounts.set(key, after);
  if (attributes.length === 0 || domain.controllers.length === 1) return after;
  changes.push(`account:${key}`);
  tellPartners(domain, controller, now, isUrgent(after, attributes));
  sendPassword(domain, controller, after, attributes, now);
  return after;
}

/** Over the secure channel, not by replication, but with what replication would bring later. */
function sendPassword(
  domain: DomainState,
  controller: DomainController,
  account: DomainAccount,
  attributes: readonly ReplicatedAttribute[],
  now: Instant,
): void {
  const [pdcEmulator] = domain.controllers;
  if (controller === pdcEmulator || !areInContact(domain, controller, pdcEmulator)) return;
  if (!attributes.some((attribute) => PASSWORD_ATTRIBUTES.includes(attribute))) return;
  const key = account.samAccountName.toLowerCase();
  const there = accountAt(domain, pdcEmulator, key);
  if (there === undefined) return;
  const merged = mergeAccount(there, account, PASSWORD_ATTRIBUTES);
  if (merged.arrived.length === 0) return;
  pdcEmulator.replica.accounts.set(key, merged.account);
  pdcEmulator.changes.push(`account:${key}`);
  tellPartners(domain, pdcEmulator, now, isUrgent(merged.account, merged.arrived));
}

/** Writes an object of the tree: its access control list. */
export function writeObject(
  domain: DomainState,
  controller: DomainController,
  object: DirectoryObject,
  now: Instant,
): void {
  const { replica } = controller;
  replica.directory = withObject(replica.directory, object);
  setOnItsWay(domain, controller, object, now);
  sign(domain, controller, `object:${object.distinguishedName.toLowerCase()}`, now);
}

/** Adds an account to a group or takes it out; each membership replicates on its own. */
export function writeMember(
  domain: DomainState,
  controller: DomainController,
  membership: { readonly group: string; readonly user: string; readonly isMember: boolean },
  now: Instant,
): void {
  const { replica } = controller;
  replica.groups = withMember(replica.groups, membership);
  const { group, user } = membership;
  sign(domain, controller, `member:${group.toLowerCase()}/${user.toLowerCase()}`, now);
}

/** Writes the domain's password policy, which does not wait either. */
export function writePasswordPolicy(
  domain: DomainState,
  controller: DomainController,
  policy: PasswordPolicy,
  now: Instant,
): void {
  controller.replica.passwordPolicy = policy;
  sign(domain, controller, 'policy', now, true);
}

/** Writes a fine-grained policy; that waits (techcommunity.microsoft.com: "Fine-Grained Password Policy and Urgent Replication"). */
export function writeFineGrainedPolicy(
  domain: DomainState,
  controller: DomainController,
  policy: FineGrainedPolicy,
  now: Instant,
): void {
  const { replica } = controller;
  replica.fineGrainedPolicies = replica.fineGrainedPolicies.map((one) =>
    one.name === policy.name ? policy : one,
  );
  sign(domain, controller, `pso:${policy.name}`, now);
}

function sign(
  domain: DomainState,
  controller: DomainController,
  name: string,
  now: Instant,
  urgent = false,
): void {
  if (domain.controllers.length === 1) return;
  const { replica, changes, dsa } = controller;
  replica.stamps.set(name, stampAfter(replica.stamps.get(name), clockAt(domain, controller, now), dsa));
  changes.push(name);
  tellPartners(domain, controller, now, urgent);
}
