import type { Instant } from '../kernel/instant.js';

export interface Denied {
  /** Who asked. */
  readonly account: string;
  /** Distinguished name of the object on which the right was asked for. */
  readonly object: string;
  /** The right, as access control lists name it. */
  readonly right: string;
}

/** Why a right is not there: each is another root cause, though the caller reads one and the same answer. */
export type AccessRefusal =
  | (Denied & {
      readonly rule: 'reset-password-right-missing';
      /** The entry that is missing, and where it would have to be. */
      readonly blockedBy: { readonly missing: string; readonly on: string };
    })
  | (Denied & {
      readonly rule: 'outside-delegated-unit';
      /** Where the right is granted, which is not above the object. */
      readonly blockedBy: { readonly grantedOnlyOn: readonly string[] };
    })
  | (Denied & {
      readonly rule: 'inheritance-disabled';
      /** The object at which inheritance ends, and the one whose entry does not get through. */
      readonly blockedBy: { readonly brokenAt: string; readonly grantedOn: string };
    })
  | (Denied & {
      readonly rule: 'protected-account';
      /** The way into the protected group; [] for an account that is protected by itself. */
      readonly blockedBy: { readonly protectedBy: readonly string[] };
    })
  | (Denied & {
      readonly rule: 'leftover-admin-count';
      readonly blockedBy: { readonly adminCountOn: string };
    })
  | (Denied & {
      readonly rule: 'right-denied-explicitly';
      readonly blockedBy: { readonly denyEntryFor: string; readonly on: string };
    })
  | (Denied & {
      readonly rule: 'right-not-yet-in-effect';
      /** When what is granted already is in effect there; undefined where it cannot come before something is started. */
      readonly pendingUntil: Instant | undefined;
      readonly controller: string;
    });
