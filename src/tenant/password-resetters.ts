import { ALLOWED, type Decision } from '../kernel/decision.js';
import type { AdministratorRole } from './administrator-roles.js';

/** Why somebody may not reset another's password. */
export type ResetPermissionRefusal = {
  readonly rule: 'administrator-role-missing';
  readonly administrator: string;
  readonly roles: readonly AdministratorRole[];
  /** The roles of the user whose password it is: what they hold decides who may. */
  readonly of: readonly AdministratorRole[];
};

/** Each may reset the passwords of users without a role, and of holders of these roles alone. */
const MAY_RESET: Readonly<Partial<Record<AdministratorRole, readonly AdministratorRole[] | 'everybody'>>> = {
  'Global Administrator': 'everybody',
  'Privileged Authentication Administrator': 'everybody',
  'User Administrator': [
    'Groups Administrator',
    'Helpdesk Administrator',
    'Password Administrator',
    'User Administrator',
  ],
  'Helpdesk Administrator': ['Helpdesk Administrator', 'Password Administrator'],
  'Authentication Administrator': ['Authentication Administrator', 'Password Administrator'],
  'Password Administrator': ['Password Administrator'],
  'Partner Tier2 Support': 'everybody',
  'Partner Tier1 Support': [],
};

/** The roles by which somebody may reset others' passwords at all. */
export const RESETTING_ROLES = Object.keys(MAY_RESET) as readonly AdministratorRole[];

/**
 * Whether somebody's roles suffice to reset the password of a holder of other roles.
 *
 * Source: MicrosoftDocs/entra-docs: docs/identity/role-based-access-control/privileged-roles-permissions.md, "Who can
 * reset passwords", as far as its roles are administrators of password reset.
 */
export function decideResetPermission(
  administrator: string,
  roles: readonly AdministratorRole[],
  of: readonly AdministratorRole[],
): Decision<ResetPermissionRefusal> {
  const enough = roles.some((role) => {
    const may = MAY_RESET[role];
    return may === 'everybody' || (may !== undefined && of.every((held) => may.includes(held)));
  });
  if (enough) return ALLOWED;
  const refusal = { rule: 'administrator-role-missing', administrator, roles, of } as const;
  return { allowed: false, refusal, alsoFails: [] };
}
