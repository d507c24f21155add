import type { DomainAccount } from './account.js';
import type { ReplicatedAttribute } from './replicated-attributes.js';

/**
 * Whether a change of an account does not wait for the usual notification: locks, and passwords that must be changed
 * ([MS-SAMR] 3.1.1.8, the notes on lockoutTime and pwdLastSet; [MS-ADTS] 3.1.1.5.1.7).
 */
export function isUrgent(
  { lockoutTime, passwordLastSet }: DomainAccount,
  attributes: readonly ReplicatedAttribute[],
): boolean {
  return (
    (attributes.includes('lockoutTime') && lockoutTime !== undefined) ||
    (attributes.includes('pwdLastSet') && passwordLastSet === undefined)
  );
}
