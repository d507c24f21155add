import { delegation, type AccessDirectory, type DirectoryObject } from '../domain/access-directory.js';
import { INHERITS, type DomainAccount } from '../domain/account.js';
import { WELL_KNOWN, type AccessControlEntry, type ObjectClass } from '../domain/access-control.js';
import { CHANGE_PASSWORD_ALLOWED, withUserCannotChange } from '../domain/change-password-entries.js';
import { WRITEBACK_RIGHTS } from '../domain/access-rights.js';
import type { DomainGroups } from '../domain/group.js';
import { protectedBy } from '../domain/protected-groups.js';
import { domainDn, unitDn } from './distinguished-names.js';
import type { DescribedPermission } from './permission-schema.js';
import type { World } from './schema.js';

/** The tree of the domain with its access control lists, as the world describes them. */
export function buildDirectory(world: World): AccessDirectory {
  const { domain, connector } = world;
  const root = domainDn(domain.dnsName);
  const adminSdHolder = `CN=AdminSDHolder,CN=System,${root}`;
  const delegatedOn = (where: string): boolean =>
    connector.delegation.on === 'domain'
      ? where === 'domain'
      : connector.delegation.on.some((unit) => unit.toLowerCase() === where.toLowerCase());
  const delegated = (where: string): AccessControlEntry[] => {
    if (!delegatedOn(where)) return [];
    const trustee = trusteeOf(connector.delegation.to ?? connector.account);
    return WRITEBACK_RIGHTS.filter((right) => right !== 'unexpirePassword' && connector.rights[right]).map(
      (right) => delegation(right, trustee, where === 'domain' ? 'domain' : 'organizationalUnit'),
    );
  };
  // Windows grants it to all who have signed in ([MS-ADTS] 7.1.1.1.1; a real descriptor has this entry).
  const unexpire = connector.rights.unexpirePassword
    ? [delegation('unexpirePassword', WELL_KNOWN.authenticatedUsers, 'domain')]
    : [];
  const objects: DirectoryObject[] = [
    {
      ...plain(root, 'domain', undefined),
      entries: [...delegated('domain'), ...unexpire, ...entriesOf(domain.permissions, 'domain', connector)],
    },
    plain(`CN=Users,${root}`, 'container', root),
    plain(`CN=System,${root}`, 'container', root),
    {
      ...plain(adminSdHolder, 'container', `CN=System,${root}`),
      entries: CHANGE_PASSWORD_ALLOWED,
      isProtected: true,
    },
  ];
  for (const [path, { inheritance, permissions }] of Object.entries(domain.organizationalUnits)) {
    const parent = path.includes('/') ? unitDn(path.slice(0, path.lastIndexOf('/')), root) : root;
    objects.push({
      ...plain(unitDn(path, root), 'organizationalUnit', parent),
      entries: [...delegated(path), ...entriesOf(permissions, 'organizationalUnit', connector)],
      isProtected: !inheritance,
    });
  }
  return {
    root: root.toLowerCase(),
    adminSdHolder: adminSdHolder.toLowerCase(),
    excludedGroups: excludedGroups(world),
    objects: new Map(objects.map((object) => [object.distinguishedName.toLowerCase(), object])),
  };
}

/** Whom AdminSDHolder leaves alone, as dSHeuristics says. */
export function excludedGroups({ domain }: World): ReadonlySet<string> {
  return new Set(domain.adminSdHolderExcludes.map((group) => group.toLowerCase()));
}

function entriesOf(
  listed: readonly DescribedPermission[],
  on: ObjectClass,
  connector: World['connector'],
): AccessControlEntry[] {
  return listed.map(({ allow, deny, to }) => {
    const trustee = trusteeOf(to ?? connector.account);
    return deny === undefined
      ? delegation(allow ?? 'resetPassword', trustee, on)
      : delegation(deny, trustee, on, 'deny');
  });
}

/** The account's own access control list, and whether SDProp has been there, as the world describes them. */
export function buildDescriptor(
  name: string,
  {
    inheritance,
    adminCount: described,
    permissions,
    userCannotChangePassword,
  }: World['users'][string]['activeDirectory'],
  connector: World['connector'],
  groups: DomainGroups,
  excluded: ReadonlySet<string>,
): Pick<DomainAccount, 'descriptor' | 'adminCount'> {
  const adminCount = described ?? protectedBy(name, groups, excluded) !== undefined;
  const isProtected = !(inheritance ?? !adminCount);
  if (!isProtected && permissions.length === 0 && !userCannotChangePassword) {
    return { descriptor: INHERITS, adminCount };
  }
  const own = userCannotChangePassword ? withUserCannotChange([], true) : CHANGE_PASSWORD_ALLOWED;
  const entries = permissions.length === 0 ? own : [...own, ...entriesOf(permissions, 'user', connector)];
  return { descriptor: { entries, isProtected }, adminCount };
}

/** The container of accounts that stand in no organizational unit. */
export function containerDn(unit: string | undefined, root: string): string {
  return unit === undefined ? `CN=Users,${root}` : unitDn(unit, root);
}

function plain(
  distinguishedName: string,
  objectClass: ObjectClass,
  parent: string | undefined,
): DirectoryObject {
  return {
    distinguishedName,
    objectClass,
    parent: parent?.toLowerCase(),
    entries: [],
    isProtected: false,
  };
}

/** Trustees that every domain knows, as people write them. */
export const WELL_KNOWN_TRUSTEES: readonly string[] = ['Everyone', 'Authenticated Users', 'SELF'];

/** Names of accounts and groups in lower case; those that every domain knows by their identifiers. */
export function trusteeOf(name: string): string {
  const key = name.toLowerCase();
  if (key === 'self') return WELL_KNOWN.self;
  if (key === 'everyone') return WELL_KNOWN.everyone;
  return key === 'authenticated users' ? WELL_KNOWN.authenticatedUsers : key;
}
