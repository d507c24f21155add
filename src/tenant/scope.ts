import type { CloudUser, SsprScope, TenantState } from './state.js';

/**
 * Whether the tenant's switch includes the user: "Selected" is one group, and groups nested in it count
 * (MicrosoftDocs/entra-docs: docs/identity/authentication/tutorial-enable-sspr.md).
 */
export function isInScope(
  scope: SsprScope,
  user: Readonly<Pick<CloudUser, 'groups'>>,
  nestedGroups: TenantState['nestedGroups'],
): boolean {
  return scope.to === 'all' || (scope.to === 'selected' && isMember(user.groups, scope.group, nestedGroups));
}

/** Groups may contain each other. */
function isMember(
  own: ReadonlySet<string>,
  group: string,
  nestedGroups: TenantState['nestedGroups'],
): boolean {
  const groups = new Set([group]);
  for (const one of groups) {
    if (own.has(one)) return true;
    for (const inner of nestedGroups.get(one) ?? []) groups.add(inner);
  }
  return false;
}
