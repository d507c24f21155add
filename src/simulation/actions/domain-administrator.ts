import type { Action } from '../../world/action.js';
import { accountAction, isAccountAction, sayAccountAction, type AccountAction } from './account-actions.js';
import { permissionAction, sayPermissionAction, type PermissionAction } from './permission-actions.js';

/** What an administrator of the domain does, and to whom. */
export type DomainAction = PermissionAction | AccountAction;

/** What is done, in the words that follow "an administrator". */
export function sayDomainAction(doing: DomainAction): string {
  return isAccountAction(doing) ? sayAccountAction(doing) : sayPermissionAction(doing);
}

/** The action itself. */
export function domainAction(doing: DomainAction): Action {
  return isAccountAction(doing) ? accountAction(doing) : permissionAction(doing);
}
