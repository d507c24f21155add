import { writePasswordPolicy } from '../../domain/originating-write.js';
import type { PasswordPolicy } from '../../domain/password-policy.js';
import { withMinimumLength } from '../../domain/password-length.js';
import { parseDuration, type Duration } from '../../kernel/duration.js';
import type { Action } from '../../world/action.js';
import { writableNamed } from './domain-names.js';
import { policyRecords } from './policy-records.js';

/** What an administrator changes of the domain's policy with Set-ADDefaultDomainPasswordPolicy; durations as text. */
export interface DefaultPolicyAction {
  readonly action: 'set-password-policy';
  readonly history?: number | undefined;
  readonly minimumLength?: number | undefined;
  readonly minimumAge?: string | undefined;
  readonly maximumAge?: string | undefined;
  readonly complexity?: boolean | undefined;
  readonly reversibleEncryption?: boolean | undefined;
  readonly lockoutThreshold?: number | undefined;
  readonly lockoutDuration?: string | undefined;
  readonly lockoutObservationWindow?: string | undefined;
}

export function isDefaultPolicyAction(doing: { readonly action: string }): doing is DefaultPolicyAction {
  return doing.action === 'set-password-policy';
}

/** What is done, in the words that follow "an administrator". */
export function sayDefaultPolicyAction(): string {
  return "changes the domain's password policy";
}

/**
 * The action itself: written to the domain object at once, where group policy would take until its next turn. So the
 * record names the administrator, as a real one does, and not the domain controller that applies group policy.
 */
export function defaultPolicyAction(doing: DefaultPolicyAction): Action {
  return {
    apply: (state, now) => {
      const { domain } = state;
      const controller = writableNamed(state, undefined);
      const before = controller.replica.passwordPolicy;
      const after = changed(before, doing);
      writePasswordPolicy(domain, controller, after, now);
      // The PDC emulator takes such a change over into the Default Domain Policy, which would undo it otherwise (inferred).
      domain.groupPolicy = after;
      const { netbiosName, sid } = domain;
      const administrator = { name: 'Administrator', domain: netbiosName, sid: `${sid}-500` };
      return { facts: policyRecords(domain, controller, administrator, before, after) };
    },
  };
}

function changed(before: PasswordPolicy, doing: DefaultPolicyAction): PasswordPolicy {
  const { lockout } = before;
  return {
    ...withMinimumLength(before, doing.minimumLength),
    historyLength: doing.history ?? before.historyLength,
    minimumAge: doing.minimumAge === undefined ? before.minimumAge : parseDuration(doing.minimumAge),
    maximumAge: limited(doing.maximumAge, before.maximumAge),
    complexity: doing.complexity ?? before.complexity,
    reversibleEncryption: doing.reversibleEncryption ?? before.reversibleEncryption,
    lockout: {
      threshold: doing.lockoutThreshold ?? lockout.threshold,
      duration: limited(doing.lockoutDuration, lockout.duration),
      observationWindow:
        doing.lockoutObservationWindow === undefined
          ? lockout.observationWindow
          : parseDuration(doing.lockoutObservationWindow),
    },
  };
}

/** The words "never" and "until unlocked", and 0, all stand for no limit. */
function limited(text: string | undefined, before: Duration | undefined): Duration | undefined {
  if (text === undefined) return before;
  const duration = text === 'never' || text === 'until unlocked' ? 0 : parseDuration(text);
  return duration === 0 ? undefined : duration;
}
