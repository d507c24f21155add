/**
 * Where documentation, specification and practice disagree about the password policy: which answer the model takes.
 * Each default is what the sources nearest to a real domain controller say; docs/password-policy.md has the reasons.
 */
export interface PolicySwitches {
  /** "User cannot change password" refuses a reset with policy hints too, as the founding article has it. */
  readonly cannotChangeBlocksReset: boolean;
  /** What the policy-hints control adds to a reset: [MS-ADTS] 3.1.1.3.4.1.27 speaks of history alone. */
  readonly policyHintsEnforce: 'history and minimum age' | 'history';
  /** Whether the two name rules belong to the complexity setting (documentation) or stand alone ([MS-SAMR]). */
  readonly nameRules: 'with complexity' | 'always';
  /** Whose definition of the five character categories: Microsoft's documentation, or [MS-SAMR] 3.1.1.7.2. */
  readonly characterCategories: 'documentation' | 'specification';
  /** A password of exactly the minimum age: [MS-SAMR] 3.1.1.7.1 refuses it, 3.1.5.13.7.2 does not. */
  readonly exactMinimumAge: 'accepted' | 'refused';
  /** [MS-SAMR] 3.1.1.7.1 read literally: even an administrator's plain reset waits for the minimum age. */
  readonly minimumAgeOnPlainReset: boolean;
  /** [MS-SAMR] 3.1.1.7.1 read literally: a fine-grained history counts only if the domain has one too. */
  readonly fineGrainedHistoryNeedsDomainHistory: boolean;
  /** What writing lockoutTime = 0 leaves in the log of an account that is not locked: sources disagree. */
  readonly unlockWithoutLock: 'no record' | '4767';
  /** How a `unicodePwd` that is no quoted UTF-16 string is answered: 53 for a set and 19 for a change, or always 19. */
  readonly unquotedPassword: 'by operation' | 'constraint violation';
}

/** The defaults: what a world takes that says nothing about its switches. */
export const DEFAULT_POLICY_SWITCHES: PolicySwitches = {
  cannotChangeBlocksReset: true,
  policyHintsEnforce: 'history and minimum age',
  nameRules: 'with complexity',
  characterCategories: 'documentation',
  exactMinimumAge: 'accepted',
  minimumAgeOnPlainReset: false,
  fineGrainedHistoryNeedsDomainHistory: false,
  unlockWithoutLock: 'no record',
  unquotedPassword: 'by operation',
};
