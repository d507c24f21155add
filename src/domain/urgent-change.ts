import type { DomainAccount } from './account.js';
import type { ReplicatedAttribute } from './replicated-attributes.js';

/**
 * Whether a change of an account does not wait for the usual notification: locks and their end, passwords that must be
 * changed, and those that their owners have changed; a password that was reset waits ([MS-SAMR] 3.1.1.8, the notes on
 * lockoutTime and pwdLastSet; [MS-ADTS] 3.1.1.5.1.7). That whoever hears of it passes it on urgently too is inferred.
 */
export function isUrgent(
  { passwordLastSet, changedByOwner }: Pick<DomainAccount, 'passwordLastSet' | 'changedByOwner'>,
  attributes: readonly ReplicatedAttribute[],
): boolean {
  return (
    attributes.includes('lockoutTime') ||
    (attributes.includes('pwdLastSet') && (passwordLastSet === undefined || changedByOwner))
  );
}
