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

/** Accounts that are protected by themselves. */
const PROTECTED_ACCOUNTS: ReadonlySet<string> = new Set(['administrator', 'krbtgt']);

/**
 * What makes an account protected: the way into a protected group, direct or through groups of any scope; [] for an
 * account that is protected by itself; undefined for one that is not protected.
 */
export function protectedBy(samAccountName: string, groups: DomainGroups): readonly string[] | undefined {
  const account = samAccountName.toLowerCase();
  if (PROTECTED_ACCOUNTS.has(account)) return [];
  for (const [group, path] of groupsOf(account, groups)) if (PROTECTED_GROUPS.has(group)) return path;
  return undefined;
}
