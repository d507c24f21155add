import type { Action } from '../../world/action.js';
import { accountAction, isAccountAction, sayAccountAction, type AccountAction } from './account-actions.js';
import {
  controllerAction,
  isControllerAction,
  sayControllerAction,
  type ControllerAction,
} from './controller-actions.js';
import {
  defaultPolicyAction,
  isDefaultPolicyAction,
  sayDefaultPolicyAction,
  type DefaultPolicyAction,
} from './default-policy-action.js';
import { isPolicyAction, policyAction, sayPolicyAction, type PolicyAction } from './policy-actions.js';
import { permissionAction, sayPermissionAction, type PermissionAction } from './permission-actions.js';

/** What an administrator of the domain does, and to whom. */
export type DomainAction =
  PermissionAction | AccountAction | ControllerAction | PolicyAction | DefaultPolicyAction;

/** What is done, in the words that follow "an administrator". */
export function sayDomainAction(doing: DomainAction): string {
  if (isControllerAction(doing)) return sayControllerAction(doing);
  if (isPolicyAction(doing)) return sayPolicyAction(doing);
  if (isDefaultPolicyAction(doing)) return sayDefaultPolicyAction();
  const what = isAccountAction(doing) ? sayAccountAction(doing) : sayPermissionAction(doing);
  return doing.at === undefined ? what : `${what}, at ${doing.at}`;
}

/** The action itself. */
export function domainAction(doing: DomainAction): Action {
  if (isControllerAction(doing)) return controllerAction(doing);
  if (isPolicyAction(doing)) return policyAction(doing);
  if (isDefaultPolicyAction(doing)) return defaultPolicyAction(doing);
  return isAccountAction(doing) ? accountAction(doing) : permissionAction(doing);
}
