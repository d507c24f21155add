import type { PasswordScreened } from './facts.js';
import type { PasswordProtectionAgent, Screening } from './password-protection.js';

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
