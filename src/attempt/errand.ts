import type { WritebackOperation } from '../connector/facts.js';
import type { Candidate } from '../kernel/candidate.js';

/** Where people change a password that they know. */
export const CHANGE_ENTRY_POINTS = ['change page', 'sign-in page', 'My Sign-ins'] as const;
/**
 * The voluntary change; the change that the sign-in page forces on somebody; and My Sign-ins, which asks for password
 * and MFA beforehand and not for the old password again.
 */
export type ChangeEntryPoint = (typeof CHANGE_ENTRY_POINTS)[number];

/** Where administrators reset somebody's password. */
export const ADMINISTRATOR_ENTRY_POINTS = [
  'Entra admin center',
  'Microsoft Graph resetPassword',
  'Microsoft 365 admin center',
  'PowerShell',
] as const;
export type AdministratorEntryPoint = (typeof ADMINISTRATOR_ENTRY_POINTS)[number];

interface Change {
  readonly verb: 'change';
  readonly entryPoint: ChangeEntryPoint;
  /** What the person types as the old password, one for each new one; the last serves for all that follow. */
  readonly oldPasswords: readonly Candidate[];
}

export interface AdministratorReset {
  readonly verb: 'administratorReset';
  readonly entryPoint: AdministratorEntryPoint;
  /** The cloud sign-in name of the administrator. */
  readonly administrator: string;
  /** Whether the administrator is a user of the world, with roles of their own; others are Global Administrators. */
  readonly isKnown: boolean;
  /** Whether the user has to change the password at the next sign-in. */
  readonly forcesChange: boolean;
}

/** What somebody comes for, beyond who they are and how they behave. */
export type Errand = { readonly verb: 'reset' } | Change | AdministratorReset | { readonly verb: 'unlock' };

/**
 * What the connector is asked to do. A change in My Sign-ins reaches it as an administrator's reset, as somebody who
 * reads its records found; that the user then stands in the administrator's place is inferred.
 */
export function operationOf(errand: Errand, userPrincipalName: string): WritebackOperation {
  switch (errand.verb) {
    case 'reset':
    case 'unlock':
      return { operation: errand.verb, unblockUser: true };
    case 'change':
      return errand.entryPoint === 'My Sign-ins'
        ? { operation: 'administratorReset', administrator: userPrincipalName, forcePasswordChange: false }
        : { operation: 'change' };
    case 'administratorReset':
      return {
        operation: 'administratorReset',
        administrator: errand.administrator,
        forcePasswordChange: errand.forcesChange,
      };
  }
}

/** What the person types as the old password beside the present new one. */
export function oldPasswordOf(errand: Errand, submission: number): Candidate | undefined {
  if (errand.verb !== 'change') return undefined;
  return errand.oldPasswords[submission - 1] ?? errand.oldPasswords.at(-1);
}

/** Whether the old password goes down with the new one, for the domain to check. */
export function provesOldPassword(errand: Errand): boolean {
  return errand.verb === 'change' && errand.entryPoint !== 'My Sign-ins';
}
