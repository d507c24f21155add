import type { Duration } from '../kernel/duration.js';

/** The rules in force for one account: the domain's, or later a fine-grained policy's. */
export interface PasswordPolicy {
  /** Where it was set, for people: "the domain's password policy". */
  readonly origin: string;
  /** Enforce password history: how many of the newest passwords, the current one included, may not be used again. */
  readonly historyLength: number;
  /** Undefined: passwords never expire. It never refuses a new password. */
  readonly maximumAge: Duration | undefined;
  readonly minimumAge: Duration;
  /** In UTF-16 code units. */
  readonly minimumLength: number;
  readonly complexity: boolean;
  /** Store passwords using reversible encryption. It never refuses a new password. */
  readonly reversibleEncryption: boolean;
}
