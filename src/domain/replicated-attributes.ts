import type { DomainAccount } from './account.js';

/**
 * The attributes of an account that replicate, each on its own, with what the account here keeps of each. `badPwdCount`
 * and `badPasswordTime` do not replicate: every domain controller counts for itself (MicrosoftDocs/win32: a-badpwdcount.md, systemFlags 0x11).
 */
const ATTRIBUTES = {
  unicodePwd: ['passwordHistory'],
  pwdLastSet: ['passwordLastSet', 'expiredFor', 'changedByOwner'],
  lockoutTime: ['lockoutTime'],
  userAccountControl: ['options'],
  accountExpires: ['accountExpires'],
  nTSecurityDescriptor: ['descriptor'],
  adminCount: ['adminCount'],
  name: ['distinguishedName', 'container'],
  /** No attribute, but what the simulation knows of a lock; it goes where the lock goes. */
  whyLocked: ['lockLeftBehind'],
} as const satisfies Record<string, readonly (keyof DomainAccount)[]>;

export type ReplicatedAttribute = keyof typeof ATTRIBUTES;
type Kept = (typeof ATTRIBUTES)[ReplicatedAttribute][number];

export const REPLICATED_ATTRIBUTES = Object.keys(ATTRIBUTES) as readonly ReplicatedAttribute[];

/** What a password write sends to the PDC emulator at once. */
export const PASSWORD_ATTRIBUTES: readonly ReplicatedAttribute[] = ['unicodePwd', 'pwdLastSet'];

/** What the account keeps of an attribute. */
export function keptOf(attribute: ReplicatedAttribute): readonly Kept[] {
  return ATTRIBUTES[attribute];
}
