import type { ChangedPolicy, DomainPolicyChanged } from './directory-facts.js';
import type { PasswordPolicy } from './password-policy.js';

/** What the domain controller says of a change of the domain's policy: a record for passwords, one for the lockout. */
export function policyChanges(
  before: PasswordPolicy,
  after: PasswordPolicy,
): readonly Pick<DomainPolicyChanged, 'policy' | 'changed'>[] {
  const both = [
    { policy: 'Password Policy', changed: difference(passwordSettings(before), passwordSettings(after)) },
    { policy: 'Lockout Policy', changed: difference(lockoutSettings(before), lockoutSettings(after)) },
  ] as const;
  return both.filter(({ changed }) => Object.keys(changed).length > 0);
}

function passwordSettings(policy: PasswordPolicy): ChangedPolicy {
  return {
    minimumAge: policy.minimumAge,
    maximumAge: policy.maximumAge ?? 'never',
    minimumLength: policy.lengthSettings?.configured ?? policy.minimumLength,
    historyLength: policy.historyLength,
    properties: (policy.complexity ? 1 : 0) + (policy.reversibleEncryption ? 16 : 0),
  };
}

function lockoutSettings({ lockout }: PasswordPolicy): ChangedPolicy {
  return {
    lockoutThreshold: lockout.threshold,
    lockoutDuration: lockout.duration ?? 'until unlocked',
    lockoutObservationWindow: lockout.observationWindow,
  };
}

function difference(before: ChangedPolicy, after: ChangedPolicy): ChangedPolicy {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => old.get(name) !== value));
}
