import type { Duration } from '../kernel/duration.js';

/** When wrong passwords lock an account. */
export interface LockoutPolicy {
  /** How many wrong passwords lock; 0 is never. */
  readonly threshold: number;
  /** How long a lock lasts; undefined is until an administrator unlocks. */
  readonly duration: Duration | undefined;
  /** Wrong passwords further apart than this are not counted together. */
  readonly observationWindow: Duration;
}

/** Settings of the minimum length that only the domain's own policy has. */
export interface LengthSettings {
  /** As it was written, enforced or not. */
  readonly configured: number;
  /** Relax minimum password length limits. */
  readonly relaxed: boolean;
  /** Minimum password length audit: shorter passwords are reported, not refused; undefined reports none. */
  readonly audited: number | undefined;
}

/** The rules in force for one account: the domain's, or a fine-grained policy's. */
export interface PasswordPolicy {
  /** Where it was set, for people: "the password policy of Test.local". */
  readonly origin: string;
  /** Enforce password history: how many of the newest passwords, the current one included, may not be used again. */
  readonly historyLength: number;
  /** Undefined: passwords never expire. It never refuses a new password. */
  readonly maximumAge: Duration | undefined;
  readonly minimumAge: Duration;
  /** In UTF-16 code units. */
  readonly minimumLength: number;
  readonly lengthSettings?: LengthSettings;
  readonly complexity: boolean;
  /** Store passwords using reversible encryption. It never refuses a new password. */
  readonly reversibleEncryption: boolean;
  readonly lockout: LockoutPolicy;
}

/**
 * A fine-grained policy: a Password Settings Object of class `msDS-PasswordSettings`.
 * It replaces the domain's policy as a whole for those it applies to.
 */
export interface FineGrainedPolicy extends PasswordPolicy {
  readonly name: string;
  readonly objectGuid: string;
  /** `msDS-PasswordSettingsPrecedence`: the lowest wins. */
  readonly precedence: number;
  /** `msDS-PSOAppliesTo`: sAMAccountNames in lower case, and groups by name in lower case. */
  readonly appliesTo: { readonly users: ReadonlySet<string>; readonly groups: ReadonlySet<string> };
}
