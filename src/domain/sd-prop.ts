import type { AccessDirectory } from './access-directory.js';
import type { AccountChange, Descriptor, DomainAccount } from './account.js';
import type { DomainGroups } from './group.js';
import { protectedBy } from './protected-groups.js';

/**
 * One run of SDProp: every protected account gets the access control list of AdminSDHolder, inheritance off, and
 * adminCount = 1. Accounts that are protected no longer are left as they are.
 *
 * @returns the accounts whose access control list differs, and what is written to them
 *
 * Source: [MS-ADTS] 3.1.1.6.1; MicrosoftDocs/windowsserverdocs:
 * Appendix-C--Protected-Accounts-and-Groups-in-Active-Directory.md.
 */
export function* stampedBySdProp(
  directory: AccessDirectory,
  accounts: Iterable<DomainAccount>,
  groups: DomainGroups,
): Generator<{ readonly account: DomainAccount; readonly change: AccountChange }> {
  const entries = directory.objects.get(directory.adminSdHolder)?.entries ?? [];
  for (const account of accounts) {
    if (protectedBy(account.samAccountName, groups, directory.excludedGroups) === undefined) continue;
    if (account.adminCount && isStamped(account.descriptor, entries)) continue;
    yield { account, change: { descriptor: { entries, isProtected: true }, adminCount: true } };
  }
}

function isStamped({ entries, isProtected }: Descriptor, template: Descriptor['entries']): boolean {
  if (!isProtected || entries.length !== template.length) return false;
  return entries.every((entry, index) => entry === template[index]);
}
