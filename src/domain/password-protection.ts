import { evaluateBannedPassword, type Evaluation, type FuzzyScope } from '../banned-passwords/evaluate.js';
import type { TermList } from '../banned-passwords/term-list.js';
import type { Candidate } from '../kernel/candidate.js';

/** The policy that an agent works with once it has been pulled from Entra ID. */
export interface ProtectionPolicy {
  readonly list: TermList;
  readonly fuzzyScope: FuzzyScope;
}

/**
 * The DC agent of Microsoft Entra Password Protection on a domain controller: not installed, without a policy so far,
 * with a policy that switches it off, or judging, in audit or in enforced mode.
 */
export type PasswordProtectionAgent =
  | { readonly mode: 'absent' | 'no policy' | 'disabled' }
  | { readonly mode: 'audit' | 'enforce'; readonly policy: ProtectionPolicy };

/** Which of the agent's reasons a rejection is logged under. */
export type BannedBy = 'tenant list' | 'microsoft list' | 'both lists' | 'user name';

/** What the agent says of a password; `banned` would be refused in enforced mode. */
export type Screening =
  | { readonly verdict: 'not screened' }
  | { readonly verdict: 'no policy yet' }
  | { readonly verdict: 'compliant'; readonly points: number }
  | {
      readonly verdict: 'banned';
      readonly by: BannedBy;
      /** Undefined where a name decided. */
      readonly points: number | undefined;
      readonly terms: readonly string[];
    };

const NOT_SCREENED: Screening = { verdict: 'not screened' };
const NO_POLICY_YET: Screening = { verdict: 'no policy yet' };

/**
 * Screens a password. The agent does not know the tenant's name, and takes the user's names from what Windows hands a
 * filter: the account name and the parts of the full name (which parts is inferred).
 */
export function screenPassword(
  agent: PasswordProtectionAgent,
  candidate: Candidate,
  account: { readonly samAccountName: string; readonly displayName: string },
): Screening {
  switch (agent.mode) {
    case 'absent':
    case 'disabled':
      return NOT_SCREENED;
    case 'no policy':
      return NO_POLICY_YET;
    case 'audit':
    case 'enforce': {
      const { list, fuzzyScope } = agent.policy;
      const names = [account.samAccountName, ...account.displayName.split(' ')];
      return screeningOf(candidate.examine((text) => evaluateBannedPassword(text, list, names, fuzzyScope)));
    }
  }
}

function screeningOf({ accepted, points, name, matches }: Evaluation): Screening {
  if (accepted && points !== undefined) return { verdict: 'compliant', points };
  if (name !== undefined) return { verdict: 'banned', by: 'user name', points, terms: [name] };
  const lists = new Set(matches.flatMap((match) => match.lists));
  // Too few characters for five points and no term at all: whose list that is, nobody says; Microsoft's rule it is.
  const by =
    lists.size === 2 ? 'both lists' : lists.has('tenant') ? 'tenant list' : ('microsoft list' as const);
  return { verdict: 'banned', by, points, terms: matches.map(({ term }) => term) };
}
