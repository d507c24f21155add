import { at } from '../../attempt/stage.js';
import { audits } from '../../domain/audit-policy.js';
import { lengthChanged } from '../../domain/password-length.js';
import type { PasswordPolicy } from '../../domain/password-policy.js';
import { policyChanges } from '../../domain/policy-change.js';
import type { Principal } from '../../domain/principal.js';
import type { DomainController, DomainState } from '../../domain/state.js';
import type { Emitted } from '../../kernel/fact.js';
import type { PartyFact } from '../../world/action.js';

/** What the domain controller that writes a new policy to the domain keeps of it: 4739, and what the SAM says. */
export function policyRecords(
  { netbiosName, sid, auditPolicy }: DomainState,
  { host }: DomainController,
  subject: Principal,
  before: PasswordPolicy,
  after: PasswordPolicy,
): readonly Emitted<PartyFact>[] {
  const common = {
    kind: 'domain-policy-changed',
    subject,
    audited: audits(auditPolicy, 'authenticationPolicyChange', true),
    domain: { name: netbiosName, sid },
  } as const;
  return [
    ...policyChanges(before, after).map((change) => at<PartyFact>(host, { ...common, ...change })),
    ...lengthChanged(before, after).map((fact) => at<PartyFact>(host, fact)),
  ];
}
