import type { Candidate } from '../kernel/candidate.js';
import { decideBy, type Decision, type Rule } from '../kernel/decision.js';
import type { Instant } from '../kernel/instant.js';
import type { CloudPasswords, CloudUser } from './state.js';

/** How the cloud checks the passwords of synchronised users. */
export const SIGN_IN_METHODS = ['password hash sync', 'pass-through', 'federated'] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** Somebody signs in to Entra ID with a password that Entra ID checks itself. */
export interface CloudSignIn {
  readonly candidate: Candidate;
  readonly at: Instant;
  readonly user: Readonly<Pick<CloudUser, 'passwordHash' | 'mustChangePassword' | 'enabled'> & Aging>;
  readonly passwords: Readonly<Pick<CloudPasswords, 'expireAfter' | 'expireForSynchronised'>>;
}

export type CloudSignInRefusal =
  | { readonly rule: 'wrong-password' }
  | { readonly rule: 'disabled' }
  | { readonly rule: 'must-change-password' }
  | { readonly rule: 'password-expired' };

type Aging = Pick<CloudUser, 'passwordSet' | 'passwordNeverExpires' | 'sourceAnchor'>;

/**
 * Whether the cloud's own expiry has come. A synchronised password never expires there, unless the feature
 * EnforceCloudPasswordPolicyForPasswordSyncedUsers is on (how-to-connect-password-hash-synchronization.md).
 */
function isExpired({ at, user, passwords }: CloudSignIn): boolean {
  const { expireAfter, expireForSynchronised } = passwords;
  const exempt = user.passwordNeverExpires || (user.sourceAnchor !== undefined && !expireForSynchronised);
  return expireAfter !== undefined && !exempt && at - user.passwordSet >= expireAfter;
}

/** In which order they are asked is inferred from the domain's. */
const RULES: readonly Rule<CloudSignIn, CloudSignInRefusal>[] = [
  {
    rule: 'wrong-password',
    refusal: ({ candidate, user }) =>
      user.passwordHash === candidate.ntHash ? undefined : { rule: 'wrong-password' },
  },
  {
    rule: 'disabled',
    refusal: ({ user }) => (user.enabled ? undefined : { rule: 'disabled' }),
  },
  {
    rule: 'must-change-password',
    refusal: ({ user }) => (user.mustChangePassword ? { rule: 'must-change-password' } : undefined),
  },
  {
    rule: 'password-expired',
    refusal: (signIn) => (isExpired(signIn) ? { rule: 'password-expired' } : undefined),
  },
];

/**
 * Whether Entra ID lets the person in. A password that is expired on-premises or an account that is locked or expired on-premises
 * is nothing to it: none of that is synchronised (how-to-connect-password-hash-synchronization.md).
 */
export function decideCloudSignIn(signIn: CloudSignIn): Decision<CloudSignInRefusal> {
  return decideBy(RULES, signIn);
}
