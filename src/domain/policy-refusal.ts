import type { Duration } from '../kernel/duration.js';
import type { Instant } from '../kernel/instant.js';
import type { CharacterCategory, NameFound } from './complexity.js';
import type { BannedBy } from './password-protection.js';

/** Why the domain's password policy refuses a password, with the figures. `from` says whose policy asks for it. */
export type PolicyRefusal =
  | {
      readonly rule: 'user-cannot-change-password';
      /** Whom the deciding entry denies Change Password, and where it stands; undefined where nothing grants it. */
      readonly deniedBy: { readonly denyEntryFor: string; readonly on: string } | undefined;
    }
  | {
      readonly rule: 'minimum-password-age';
      readonly age: Duration;
      readonly required: Duration;
      /** The first moment at which the age no longer refuses. */
      readonly acceptedFrom: Instant;
      readonly from: string;
    }
  | {
      readonly rule: 'minimum-password-length';
      /** In UTF-16 code units. */
      readonly length: number;
      readonly required: number;
      readonly from: string;
    }
  | { readonly rule: 'maximum-password-length'; readonly length: number; readonly allowed: number }
  | {
      readonly rule: 'password-complexity';
      readonly categories: readonly CharacterCategory[];
      readonly required: number;
      readonly from: string;
    }
  | { readonly rule: 'password-contains-name'; readonly found: NameFound; readonly from: string }
  | {
      readonly rule: 'password-history';
      /** How many passwords ago it was used; 1 is the current one. */
      readonly position: number;
      readonly remembered: number;
      readonly from: string;
    }
  | {
      readonly rule: 'banned-by-password-protection';
      readonly by: BannedBy;
      /** Undefined where a name in the password decided. */
      readonly points: number | undefined;
      readonly required: number;
      readonly terms: readonly string[];
    }
  | { readonly rule: 'third-party-password-filter'; readonly filter: string };
