import type { Candidate } from '../kernel/candidate.js';
import type { LengthSettings, PasswordPolicy } from './password-policy.js';
import type { SamFact } from './sam-facts.js';

/** Above this, the limits must be relaxed before a minimum length is enforced. */
const UNRELAXED = 14;

/** The minimum length that a domain controller enforces, whatever is configured. Source: support.microsoft.com, KB4557232. */
export function enforcedLength({ configured, relaxed }: LengthSettings): number {
  return relaxed ? configured : Math.min(configured, UNRELAXED);
}

/** What the Security Accounts Manager says of the settings when a domain controller starts, and of a length that it cannot enforce. */
export function lengthInEffect(policy: PasswordPolicy): readonly SamFact[] {
  const settings = settingsOf(policy);
  const { configured, relaxed, audited } = settings;
  const inEffect: SamFact = {
    kind: 'length-settings-in-effect',
    minimumLength: configured,
    relaxed,
    auditedLength: audited,
  };
  return configured > enforcedLength(settings)
    ? [inEffect, { kind: 'length-not-enforced', minimumLength: configured }]
    : [inEffect];
}

/** The same when the settings change; that it says so at once is inferred. */
export function lengthChanged(before: PasswordPolicy, after: PasswordPolicy): readonly SamFact[] {
  const [old, now] = [settingsOf(before), settingsOf(after)];
  const same =
    old.configured === now.configured && old.relaxed === now.relaxed && old.audited === now.audited;
  return same ? [] : lengthInEffect(after);
}

/** What it says of a password that has been set, where one of that length is to be reported. */
export function shortPasswordFacts(
  { lengthSettings, minimumLength }: PasswordPolicy,
  candidate: Pick<Candidate, 'length'>,
  account: string,
): readonly SamFact[] {
  const auditedLength = lengthSettings?.audited;
  if (auditedLength === undefined || candidate.length >= auditedLength) return [];
  return [{ kind: 'short-password-set', account, minimumLength, auditedLength }];
}

function settingsOf({ lengthSettings, minimumLength }: PasswordPolicy): LengthSettings {
  return lengthSettings ?? { configured: minimumLength, relaxed: false, audited: undefined };
}

/** The policy with another minimum length written to it; undefined leaves it. */
export function withMinimumLength(policy: PasswordPolicy, configured: number | undefined): PasswordPolicy {
  if (configured === undefined) return policy;
  const lengthSettings = { ...settingsOf(policy), configured };
  return { ...policy, lengthSettings, minimumLength: enforcedLength(lengthSettings) };
}
