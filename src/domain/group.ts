import { isBuiltIn } from './built-in-groups.js';

/** A group's reach: only global ones pass a fine-grained policy on to their members. */
export type GroupScope = 'global' | 'universal' | 'domainLocal';

/** A security group of the domain, with its direct members. */
export interface DomainGroup {
  readonly name: string;
  readonly scope: GroupScope;
  /** sAMAccountNames in lower case. */
  readonly users: ReadonlySet<string>;
  /** Groups by name in lower case. */
  readonly groups: ReadonlySet<string>;
}

/** The groups of a domain, by name in lower case. */
export type DomainGroups = ReadonlyMap<string, DomainGroup>;

/**
 * The global groups that an account belongs to, directly or through other global groups, each with the path that
 * leads to it: ["helpdesk", "it staff"] is a member of Helpdesk, which is a member of IT Staff. Groups that contain
 * each other are harmless: each is visited once.
 *
 * A global group has only users and global groups of its own domain as members, so no other scope can stand between.
 * Source: [MS-ADTS] 3.1.1.4.5.36, which asks for the account groups of the user.
 */
export function globalGroupsOf(
  samAccountName: string,
  groups: DomainGroups,
): ReadonlyMap<string, readonly string[]> {
  return groupsWhere(({ scope }) => scope === 'global', samAccountName, groups);
}

/** The groups of every scope that an account belongs to, with their paths: what its access token carries. */
export function groupsOf(
  samAccountName: string,
  groups: DomainGroups,
): ReadonlyMap<string, readonly string[]> {
  return groupsWhere(() => true, samAccountName, groups);
}

function groupsWhere(
  counts: (group: DomainGroup) => boolean,
  samAccountName: string,
  groups: DomainGroups,
): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, readonly string[]>();
  const account = samAccountName.toLowerCase();
  for (const [key, group] of groups) {
    if (counts(group) && group.users.has(account)) paths.set(key, [group.name]);
  }
  // A map may grow while it is walked; what is added is walked too.
  for (const [reached, path] of paths) {
    for (const [key, group] of groups) {
      if (counts(group) && group.groups.has(reached) && !paths.has(key)) {
        paths.set(key, [...path, group.name]);
      }
    }
  }
  return paths;
}

/** Whether an account or a group, by its name in lower case, is a direct member. */
export function hasMember({ users, groups }: DomainGroup, name: string): boolean {
  return users.has(name) || groups.has(name);
}

/** The groups with an account or a group added to one of them, or taken out; a group that was not there is made. */
export function withMember(
  groups: DomainGroups,
  { group, user, isMember }: { readonly group: string; readonly user: string; readonly isMember: boolean },
): DomainGroups {
  const key = group.toLowerCase();
  const before: DomainGroup = groups.get(key) ?? {
    name: group,
    scope: 'global',
    users: new Set(),
    groups: new Set(),
  };
  const member = user.toLowerCase();
  const kind = groups.has(member) || isBuiltIn(member) ? 'groups' : 'users';
  const members = new Set(before[kind]);
  if (isMember) members.add(member);
  else members.delete(member);
  return new Map(groups).set(key, { ...before, [kind]: members });
}
