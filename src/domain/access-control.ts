import { RIGHTS, type RightName } from './access-rights.js';

/** Classes of directory objects, as access control entries name them ([MS-ADSC], schemaIDGUID). */
export const CLASSES = {
  user: 'bf967aba-0de6-11d0-a285-00aa003049e2',
  inetOrgPerson: '4828cc14-1437-45bc-9b07-ad6f015e5f28',
  organizationalUnit: 'bf967aa5-0de6-11d0-a285-00aa003049e2',
  container: 'bf967a8b-0de6-11d0-a285-00aa003049e2',
  domain: '19195a5b-6da0-11d0-afd3-00c04fd930c9',
} as const;

export type ObjectClass = keyof typeof CLASSES;

/** Trustees that every domain knows, by security identifier ([MS-DTYP] 2.4.2.4). */
export const WELL_KNOWN = {
  everyone: 'S-1-1-0',
  self: 'S-1-5-10',
  authenticatedUsers: 'S-1-5-11',
} as const;

const NAMES_OF_WELL_KNOWN: Readonly<Record<string, string>> = {
  [WELL_KNOWN.everyone]: 'Everyone',
  [WELL_KNOWN.self]: 'SELF',
  [WELL_KNOWN.authenticatedUsers]: 'Authenticated Users',
};

/** A trustee as the security tab names it; accounts and groups by their names. */
export function nameOfTrustee(trustee: string): string {
  return NAMES_OF_WELL_KNOWN[trustee] ?? trustee;
}

/** The property set User-Account-Restrictions contains pwdLastSet; lockoutTime is in none ([MS-ADTS] 5.1.3.2.1). */
const PROPERTY_SETS: Readonly<Partial<Record<RightName, string>>> = {
  writePwdLastSet: '4c164200-20c0-11d0-a768-00aa006e0529',
};

/** Which objects an entry concerns: the object that carries it, what lies below, or both; or its children alone. */
export type Reach = 'this object' | 'this object and descendants' | 'descendants' | 'children';

/** One entry of a discretionary access control list ([MS-DTYP] 2.4.4). */
export interface AccessControlEntry {
  readonly type: 'allow' | 'deny';
  /** An account or a group by name in lower case, or a well-known security identifier. */
  readonly trustee: string;
  readonly access: 'control access' | 'write property' | 'full control';
  /** The extended right, attribute or property set by GUID; undefined is every one. */
  readonly objectType: string | undefined;
  /** Only objects of this class inherit it, by GUID; undefined is every class. */
  readonly inheritedObjectType: string | undefined;
  readonly reach: Reach;
}

/** Whether two entries say the same. */
export function isSameEntry(one: AccessControlEntry, other: AccessControlEntry): boolean {
  return (
    one.type === other.type &&
    one.trustee === other.trustee &&
    one.access === other.access &&
    one.objectType === other.objectType &&
    one.inheritedObjectType === other.inheritedObjectType &&
    one.reach === other.reach
  );
}

/** What protects an object: its own entries, and whether those of its ancestors reach it. */
export interface SecuredObject {
  readonly distinguishedName: string;
  readonly objectClass: ObjectClass;
  /** The explicit entries; inherited ones are worked out from the ancestors. */
  readonly entries: readonly AccessControlEntry[];
  /** SE_DACL_PROTECTED: inheritance is off. */
  readonly isProtected: boolean;
}

/** An entry in force on an object, and where it is written. */
export interface EntryInForce {
  readonly entry: AccessControlEntry;
  readonly writtenOn: string;
}

export interface AccessDecision {
  readonly granted: boolean;
  /** The entry that decided; undefined where none speaks of the right, which denies it. */
  readonly by: EntryInForce | undefined;
}

/**
 * Whether a caller has a right on an object: the first entry in canonical order that speaks of caller and right
 * decides, and if none does, the right is denied.
 *
 * @param path the object first, then its ancestors up to the domain
 * @param caller every name and identifier that the caller's token carries
 *
 * Source: [MS-ADTS] 5.1.3.3.2 to 5.1.3.3.4; canonical order: Microsoft, "Order of ACEs in a DACL".
 */
export function checkAccess(
  path: readonly SecuredObject[],
  caller: ReadonlySet<string>,
  right: RightName,
): AccessDecision {
  const by = entriesInForce(path).find(({ entry }) => caller.has(entry.trustee) && speaksOf(entry, right));
  return { granted: by?.entry.type === 'allow', by };
}

/** The entries in force in canonical order: explicit before inherited, nearer before farther, deny before allow. */
export function entriesInForce(path: readonly SecuredObject[]): readonly EntryInForce[] {
  const [object] = path;
  const found: EntryInForce[] = [];
  if (object === undefined) return found;
  for (const [distance, { distinguishedName, entries, isProtected }] of path.entries()) {
    const own = entries.filter((entry) =>
      distance === 0
        ? entry.reach === 'this object' || entry.reach === 'this object and descendants'
        : inherits(entry, object.objectClass, distance),
    );
    for (const type of ['deny', 'allow'] as const) {
      for (const entry of own) if (entry.type === type) found.push({ entry, writtenOn: distinguishedName });
    }
    if (isProtected) break;
  }
  return found;
}

function inherits(entry: AccessControlEntry, heir: ObjectClass, distance: number): boolean {
  if (entry.inheritedObjectType !== undefined && entry.inheritedObjectType !== CLASSES[heir]) return false;
  if (entry.reach === 'children') return distance === 1;
  return entry.reach === 'descendants' || entry.reach === 'this object and descendants';
}

/** Whether an entry is about a right: by its kind, and by the GUID of the right or of the property set it is in. */
function speaksOf({ access, objectType }: AccessControlEntry, right: RightName): boolean {
  const { guid, access: needed } = RIGHTS[right];
  if (access !== 'full control' && access !== needed) return false;
  return objectType === undefined || objectType === guid || objectType === PROPERTY_SETS[right];
}
