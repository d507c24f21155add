import { groupsOf, type DomainGroups } from './group.js';

/**
 * Groups whose members SDProp protects, by name in lower case. Source: [MS-ADTS] 3.1.1.6.1 and
 * MicrosoftDocs/windowsserverdocs: Appendix-C--Protected-Accounts-and-Groups-in-Active-Directory.md.
 */
export const PROTECTED_GROUPS: ReadonlySet<string> = new Set([
  'account operators',
  'administrators',
  'backup operators',
  'domain admins',
  'enterprise admins',
  'enterprise key admins',
  'key admins',
  'print operators',
  'replicator',
  'schema admins',
  'server operators',
]);

/**
 * Operator groups that dSHeuristics can exclude from AdminSDHolder: the bits of dwAdminSDExMask, its 16th character.
 * Source: [MS-ADTS] 6.1.1.2.4.1.2.
 */
export const EXCLUDABLE_GROUPS = {
  'Account Operators': 1,
  'Server Operators': 2,
  'Print Operators': 4,
  'Backup Operators': 8,
} as const;

export type ExcludableGroup = keyof typeof EXCLUDABLE_GROUPS;

/** Accounts that are protected by themselves. */
const PROTECTED_ACCOUNTS: ReadonlySet<string> = new Set(['administrator', 'krbtgt']);

/**
 * What makes an account protected: the way into a protected group, direct or through groups of any scope; [] for an
 * account that is protected by itself; undefined for one that is not protected.
 *
 * @param excluded the groups that dSHeuristics excludes, by name in lower case
 */
export function protectedBy(
  samAccountName: string,
  groups: DomainGroups,
  excluded: ReadonlySet<string>,
): readonly string[] | undefined {
  const account = samAccountName.toLowerCase();
  if (PROTECTED_ACCOUNTS.has(account)) return [];
  for (const [group, path] of groupsOf(account, groups))
    if (PROTECTED_GROUPS.has(group) && !excluded.has(group)) return path;
  return undefined;
}
