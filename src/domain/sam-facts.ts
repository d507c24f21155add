/** The Security Accounts Manager turned remote callers away, as it sums up once in a while. */
export interface RemoteSamDenied {
  readonly kind: 'remote-sam-denied';
  readonly calls: number;
  /** How many seconds it sums up. */
  readonly window: number;
}

/** How long passwords must be, as a domain controller says when it starts or the settings change. */
export interface LengthSettingsInEffect {
  readonly kind: 'length-settings-in-effect';
  readonly minimumLength: number;
  readonly relaxed: boolean;
  /** The length below which passwords are reported; undefined where none is. */
  readonly auditedLength: number | undefined;
}

/** A password that is long enough, and shorter than the length that is asked about. */
export interface ShortPasswordSet {
  readonly kind: 'short-password-set';
  readonly account: string;
  readonly minimumLength: number;
  readonly auditedLength: number;
}

/** A minimum length above 14, where the limits are not relaxed: 14 is what is enforced. */
export interface LengthNotEnforced {
  readonly kind: 'length-not-enforced';
  readonly minimumLength: number;
}

/** What the Security Accounts Manager writes into the System log. */
export type SamFact = RemoteSamDenied | LengthSettingsInEffect | ShortPasswordSet | LengthNotEnforced;
