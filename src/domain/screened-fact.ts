import type { Candidate } from '../kernel/candidate.js';
import type { DomainAccount } from './account.js';
import type { PasswordScreened } from './facts.js';
import { isFilterRule } from './filter-rules.js';
import { screenPassword, type PasswordProtectionAgent, type Screening } from './password-protection.js';
import type { PolicyRefusal } from './policy-refusal.js';

/** What the agent logs of a screening; nothing where it was not asked. */
export function screenedFact(
  agent: PasswordProtectionAgent,
  screening: Screening,
  asked: Pick<PasswordScreened, 'operation' | 'userName' | 'fullName'>,
): PasswordScreened | undefined {
  const kind = 'password-screened';
  switch (screening.verdict) {
    case 'not screened':
      return undefined;
    case 'no policy yet':
    case 'compliant':
      return { kind, ...asked, outcome: screening.verdict, by: undefined };
    case 'banned': {
      const outcome = agent.mode === 'audit' ? 'would be rejected' : 'rejected';
      return { kind, ...asked, outcome, by: screening.by };
    }
  }
}

/** What the agent logs of a password that somebody sets: it was only asked about what Windows' own rules let through. */
export function agentSaid(
  agent: PasswordProtectionAgent,
  candidate: Candidate,
  { samAccountName, displayName }: Pick<DomainAccount, 'samAccountName' | 'displayName'>,
  refusedBy: PolicyRefusal['rule'] | undefined,
): readonly PasswordScreened[] {
  if (refusedBy !== undefined && !isFilterRule(refusedBy)) return [];
  const screening = screenPassword(agent, candidate, { samAccountName, displayName });
  const asked = { operation: 'reset', userName: samAccountName, fullName: displayName } as const;
  const said = screenedFact(agent, screening, asked);
  return said === undefined ? [] : [said];
}
