import { objectOf, withObject, type AccessDirectory, type DirectoryObject } from './access-directory.js';
import type { AccessControlEntry } from './access-control.js';
import type { DomainAccount } from './account.js';
import type { DomainGroups } from './group.js';
import { protectedBy } from './protected-groups.js';

/**
 * One run of SDProp: every protected account gets the access control list of AdminSDHolder, inheritance off, and
 * adminCount = 1. Accounts that are protected no longer are left as they are.
 *
 * @returns the directory afterwards, and the accounts whose access control list differed
 *
 * Source: [MS-ADTS] 3.1.1.6.1; MicrosoftDocs/windowsserverdocs:
 * Appendix-C--Protected-Accounts-and-Groups-in-Active-Directory.md.
 */
export function propagateAdminSdHolder(
  directory: AccessDirectory,
  accounts: Iterable<Readonly<DomainAccount>>,
  groups: DomainGroups,
): { readonly directory: AccessDirectory; readonly stamped: readonly string[] } {
  const template = directory.objects.get(directory.adminSdHolder)?.entries ?? [];
  const stamped: string[] = [];
  let after = directory;
  for (const account of accounts) {
    if (protectedBy(account.samAccountName, groups) === undefined) continue;
    const object = objectOf(after, account);
    if (isStamped(object, template)) continue;
    after = withObject(after, { ...object, entries: template, isProtected: true, adminCount: true });
    stamped.push(account.samAccountName);
  }
  return { directory: after, stamped };
}

function isStamped(object: DirectoryObject, template: readonly AccessControlEntry[]): boolean {
  const { entries, isProtected, adminCount } = object;
  if (!isProtected || !adminCount || entries.length !== template.length) return false;
  return entries.every((entry, index) => entry === template[index]);
}
