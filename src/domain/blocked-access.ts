import type { Instant } from '../kernel/instant.js';
import {
  objectOf,
  pathAsked,
  tokenOf,
  type AccessDirectory,
  type DirectoryObject,
} from './access-directory.js';
import { checkAccess, nameOfTrustee, type SecuredObject } from './access-control.js';
import type { AccessRefusal, Denied } from './access-refusal.js';
import { RIGHTS, type RightName } from './access-rights.js';
import type { DomainAccount } from './account.js';
import type { DomainGroups } from './group.js';
import { protectedBy } from './protected-groups.js';

/** All that explains a denial. */
export interface AccessQuestion {
  /** NetBIOS domain and name of the caller, for people. */
  readonly callerName: string;
  readonly callerAccount: string;
  readonly caller: ReadonlySet<string>;
  readonly account: DomainAccount;
  readonly right: RightName;
  readonly groups: DomainGroups;
  /** The permissions in force at the domain controller that is asked. */
  readonly directory: AccessDirectory;
  /** Its name. */
  readonly controller: string;
  /** What is on its way there: what it will know, soonest first, and when. */
  readonly arrivals: () => Iterable<Arrival>;
}

/** What a domain controller will know once something has arrived. */
export interface Arrival {
  /** Undefined where it cannot arrive as things stand. */
  readonly at: Instant | undefined;
  readonly directory: AccessDirectory;
  readonly account: DomainAccount;
  readonly groups: DomainGroups;
}

/**
 * Why a caller lacks a right, or undefined where it is granted. Where several things stand in the way, the one that
 * an administrator has to mend first comes first; what is granted already and only on its way needs no mending.
 */
export function whyDenied(question: AccessQuestion): AccessRefusal | undefined {
  const { callerName, caller, account, right, directory } = question;
  const path = pathAsked(directory, account, right);
  const { granted, by } = checkAccess(path, caller, right);
  if (granted) return undefined;
  const object = path[0]?.distinguishedName ?? account.distinguishedName;
  const denied: Denied = { account: callerName, object, right: RIGHTS[right].name };
  const awaited = awaitedBy(question);
  if (awaited !== undefined) {
    const { controller } = question;
    return { ...denied, rule: 'right-not-yet-in-effect', pendingUntil: awaited.at, controller };
  }
  if (by !== undefined) {
    const blockedBy = { denyEntryFor: named(by.entry.trustee, question), on: by.writtenOn };
    return { ...denied, rule: 'right-denied-explicitly', blockedBy };
  }
  const inherited = checkAccess(path.map(unprotected), caller, right);
  if (inherited.granted && inherited.by !== undefined) {
    return brokenInheritance(denied, path, inherited.by.writtenOn, question);
  }
  const grantedOnlyOn = elsewhere(directory, path, caller, right);
  if (grantedOnlyOn.length > 0) {
    return { ...denied, rule: 'outside-delegated-unit', blockedBy: { grantedOnlyOn } };
  }
  const root = directory.objects.get(directory.root)?.distinguishedName ?? directory.root;
  const blockedBy = { missing: RIGHTS[right].name, on: root };
  return { ...denied, rule: 'reset-password-right-missing', blockedBy };
}

/** The first arrival that grants the right: of several changes under way the one that matters. */
function awaitedBy({ callerAccount, right, arrivals }: AccessQuestion): Arrival | undefined {
  for (const arrival of arrivals()) {
    const { directory, account, groups } = arrival;
    const caller = tokenOf(callerAccount, groups);
    if (checkAccess(pathAsked(directory, account, right), caller, right).granted) return arrival;
  }
  return undefined;
}

/** The account or the group as people write it, where an entry has it in lower case. */
function named(trustee: string, { callerAccount, groups }: AccessQuestion): string {
  if (trustee === callerAccount.toLowerCase()) return callerAccount;
  return groups.get(trustee)?.name ?? nameOfTrustee(trustee);
}

function unprotected(object: SecuredObject): SecuredObject {
  return { ...object, isProtected: false };
}

function brokenInheritance(
  denied: Denied,
  path: readonly DirectoryObject[],
  grantedOn: string,
  { account, groups, directory }: AccessQuestion,
): AccessRefusal {
  const own = objectOf(account);
  const broken = path.find(({ isProtected }) => isProtected) ?? own;
  if (broken.objectClass === 'user' && account.adminCount) {
    const membership = protectedBy(account.samAccountName, groups, directory.excludedGroups);
    return membership === undefined
      ? { ...denied, rule: 'leftover-admin-count', blockedBy: { adminCountOn: own.distinguishedName } }
      : { ...denied, rule: 'protected-account', blockedBy: { protectedBy: membership } };
  }
  const blockedBy = { brokenAt: broken.distinguishedName, grantedOn };
  return { ...denied, rule: 'inheritance-disabled', blockedBy };
}

/** Where entries grant the caller the right to objects that lie elsewhere; what is above the object itself is not. */
function elsewhere(
  directory: AccessDirectory,
  path: readonly DirectoryObject[],
  caller: ReadonlySet<string>,
  right: RightName,
): readonly string[] {
  const { guid } = RIGHTS[right];
  return [...directory.objects.values()]
    .filter(
      ({ entries, objectClass, distinguishedName }) =>
        objectClass !== 'user' &&
        distinguishedName.toLowerCase() !== directory.adminSdHolder &&
        !path.some((above) => above.distinguishedName === distinguishedName) &&
        entries.some(
          ({ type, trustee, objectType }) =>
            type === 'allow' && caller.has(trustee) && (objectType === guid || objectType === undefined),
        ),
    )
    .map(({ distinguishedName }) => distinguishedName);
}
