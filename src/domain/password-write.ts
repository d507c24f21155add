import type { Candidate } from '../kernel/candidate.js';
import type { Instant } from '../kernel/instant.js';
import type { AccessDecision } from './access-control.js';
import type { DomainAccount } from './account.js';
import type { FiltersInstalled } from './password-filter.js';
import type { PasswordPolicy } from './password-policy.js';
import type { PolicySwitches } from './policy-switches.js';

/**
 * How the password is written. A change proves the old password; a reset does not. Writeback's reset carries the
 * policy-hints control, which makes history and minimum age apply to it too.
 */
export type WriteKind = 'change' | 'plain reset' | 'reset with policy hints';

/** One password to be written, and all that the rules look at. */
export interface PasswordWrite {
  readonly kind: WriteKind;
  readonly at: Instant;
  readonly candidate: Candidate;
  readonly account: Readonly<DomainAccount>;
  /** Whether the account's own access control list lets its owner change the password. */
  readonly ownChange: AccessDecision;
  /** The resultant policy of the account. */
  readonly policy: PasswordPolicy;
  readonly switches: PolicySwitches;
  /** The filters of the domain controller that is asked. */
  readonly filters: FiltersInstalled;
}

/** Why a rule has nothing to say about this write. */
export type Exemption =
  | 'a plain reset does not ask for it'
  | 'the policy-hints control does not ask for it'
  | 'the account has PASSWD_NOTREQD'
  | 'the policy does not ask for it'
  | 'the password must be changed at the next logon'
  | 'the option is not set'
  | 'it does not affect this operation'
  | 'not installed'
  | 'switched off'
  | 'no policy yet'
  | 'audit mode refuses nothing'
  | 'asked only when all other rules pass';
