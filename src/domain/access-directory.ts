import {
  CLASSES,
  WELL_KNOWN,
  checkAccess,
  type AccessControlEntry,
  type AccessDecision,
  type ObjectClass,
  type SecuredObject,
} from './access-control.js';
import { RIGHTS, type DelegatedRights, type RightName } from './access-rights.js';
import type { DomainAccount } from './account.js';
import { groupsOf, type DomainGroups } from './group.js';

/** The domain, a unit or a container, or an account below one of them. */
export interface DirectoryObject extends SecuredObject {
  /** Distinguished name in lower case; undefined for the domain itself. */
  readonly parent: string | undefined;
}

/** The access control lists of a domain, as one domain controller sees them. A change makes a new one. */
export interface AccessDirectory {
  /** Distinguished name of the domain in lower case. */
  readonly root: string;
  /** Distinguished name of the AdminSDHolder object in lower case. */
  readonly adminSdHolder: string;
  /** The groups that dSHeuristics excludes from AdminSDHolder, by name in lower case. */
  readonly excludedGroups: ReadonlySet<string>;
  /** What has something below it, by distinguished name in lower case; accounts carry their own entries. */
  readonly objects: ReadonlyMap<string, DirectoryObject>;
}

type Located = Readonly<Pick<DomainAccount, 'distinguishedName' | 'container' | 'descriptor'>>;

/** The account as a secured object. */
export function objectOf({ distinguishedName, container, descriptor }: Located): DirectoryObject {
  return { distinguishedName, objectClass: 'user', parent: container, ...descriptor };
}

/** An object and its ancestors up to the domain. */
export function pathFrom(directory: AccessDirectory, object: DirectoryObject): readonly DirectoryObject[] {
  const path = [object];
  let { parent } = object;
  while (parent !== undefined && path.length < DEEPEST) {
    const above = directory.objects.get(parent);
    if (above === undefined) break;
    path.push(above);
    parent = above.parent;
  }
  return path;
}

/** Trees are not this deep; a chain that were would be a bug of ours. */
const DEEPEST = 256;

/** What a caller's token carries: the account, its groups, and what everybody carries who has signed in. */
export function tokenOf(accountName: string, groups: DomainGroups): ReadonlySet<string> {
  const { everyone, authenticatedUsers } = WELL_KNOWN;
  const account = accountName.toLowerCase();
  return new Set([account, ...groupsOf(account, groups).keys(), everyone, authenticatedUsers]);
}

/** Whether a caller may do one thing to an account. Unexpire Password counts on the domain ([MS-SAMR] 3.1.1.8.7). */
export function accessTo(
  directory: AccessDirectory,
  caller: ReadonlySet<string>,
  account: Located,
  right: RightName,
): AccessDecision {
  return checkAccess(pathAsked(directory, account, right), caller, right);
}

/**
 * Whether the owner of an account may change its password. The right is asked of the account itself, whoever is
 * connected ([MS-ADTS] 3.1.1.3.1.5), so the account's own token decides, in which it is SELF.
 */
export function ownChange(
  directory: AccessDirectory,
  account: Located & Pick<DomainAccount, 'samAccountName'>,
  groups: DomainGroups,
): AccessDecision {
  const owner = new Set(tokenOf(account.samAccountName, groups)).add(WELL_KNOWN.self);
  return accessTo(directory, owner, account, 'changePassword');
}

/** The object on which the right is asked for, and its ancestors. */
export function pathAsked(
  directory: AccessDirectory,
  account: Located,
  right: RightName,
): readonly DirectoryObject[] {
  if (right !== 'unexpirePassword') return pathFrom(directory, objectOf(account));
  const root = directory.objects.get(directory.root);
  return root === undefined ? [] : [root];
}

/** Everything that a caller may do to an account. */
export function rightsOn(
  directory: AccessDirectory,
  caller: ReadonlySet<string>,
  account: Located,
): DelegatedRights {
  const may = (right: RightName): boolean => accessTo(directory, caller, account, right).granted;
  return {
    resetPassword: may('resetPassword'),
    writeLockoutTime: may('writeLockoutTime'),
    writePwdLastSet: may('writePwdLastSet'),
    unexpirePassword: may('unexpirePassword'),
  };
}

/** The directory with one object replaced or added. */
export function withObject(directory: AccessDirectory, object: DirectoryObject): AccessDirectory {
  const objects = new Map(directory.objects).set(object.distinguishedName.toLowerCase(), object);
  return { ...directory, objects };
}

/**
 * The entry by which a right is delegated: on the domain or a unit for all users below, as
 * Set-ADSyncPasswordWritebackPermissions writes it; Unexpire Password and what is granted on one object, for itself.
 */
export function delegation(
  right: RightName,
  trustee: string,
  on: ObjectClass,
  type: AccessControlEntry['type'] = 'allow',
): AccessControlEntry {
  const { guid, access } = RIGHTS[right];
  const toUsersBelow = right !== 'unexpirePassword' && on !== 'user';
  return {
    type,
    trustee,
    access,
    objectType: guid,
    inheritedObjectType: toUsersBelow ? CLASSES.user : undefined,
    reach: toUsersBelow ? 'descendants' : 'this object',
  };
}
