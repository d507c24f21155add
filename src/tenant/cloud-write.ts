import type { Candidate } from '../kernel/candidate.js';
import { decideBy, type Decision, type Rule } from '../kernel/decision.js';
import { CLOUD_POLICY, countNotAllowed } from './cloud-password-rules.js';

/** Why the directory in the cloud does not take a password that the domain has taken. */
export type CloudWriteRefusal =
  | { readonly rule: 'accepted-on-premises-only'; readonly notAllowed: number }
  | { readonly rule: 'too-short-for-the-cloud'; readonly length: number; readonly minimum: number }
  | { readonly rule: 'cloud-directory-trouble' };

/** What the cloud still looks at once the domain has said yes; sources disagree. */
export const CLOUD_WRITE_CHECKS = ['nothing', 'characters', 'characters and length'] as const;

export interface CloudWrite {
  readonly candidate: Candidate;
  readonly checks: (typeof CLOUD_WRITE_CHECKS)[number];
  /** Whether writing to the directory fails for its own reasons. */
  readonly trouble: boolean;
}

const RULES: readonly Rule<CloudWrite, CloudWriteRefusal>[] = [
  {
    rule: 'cloud-directory-trouble',
    refusal: ({ trouble }) => (trouble ? { rule: 'cloud-directory-trouble' } : undefined),
  },
  {
    rule: 'accepted-on-premises-only',
    refusal: ({ candidate, checks }) => {
      const notAllowed = checks === 'nothing' ? 0 : countNotAllowed(candidate);
      return notAllowed === 0 ? undefined : { rule: 'accepted-on-premises-only', notAllowed };
    },
  },
  {
    rule: 'too-short-for-the-cloud',
    refusal: ({ candidate: { length }, checks }) => {
      const { minimumLength: minimum } = CLOUD_POLICY;
      return checks === 'characters and length' && length < minimum
        ? { rule: 'too-short-for-the-cloud', length, minimum }
        : undefined;
    },
  },
];

/**
 * Whether the directory takes a password after the domain has. A Unicode character may pass on-premises and fail here
 * (MicrosoftDocs/entra-docs: docs/identity/authentication/concept-sspr-policy.md); the table of errors names a time-out,
 * a cloud password policy, throttling, or other reasons.
 */
export function decideCloudWrite(write: CloudWrite): Decision<CloudWriteRefusal> {
  return decideBy(RULES, write);
}
