import { compareGuids } from './compare-guids.js';
import { globalGroupsOf, type DomainGroups } from './group.js';
import type { FineGrainedPolicy, PasswordPolicy } from './password-policy.js';
import type { PolicySwitches } from './policy-switches.js';

/** What decides between policies: the part of the domain that the question needs. */
export interface PolicyDirectory {
  /** The domain's own; `resultantPolicy` says which is in force for an account. */
  readonly passwordPolicy: PasswordPolicy;
  readonly fineGrainedPolicies: readonly FineGrainedPolicy[];
  readonly groups: DomainGroups;
}

/** How a fine-grained policy reaches an account: by a link to the account itself, or through global groups. */
export type Link = { readonly by: 'user' } | { readonly by: 'group'; readonly path: readonly string[] };

/** A fine-grained policy that applies to the account but lost, and to what. */
export interface Beaten {
  readonly policy: FineGrainedPolicy;
  readonly link: Link;
  readonly because: 'a direct link outranks groups' | 'higher precedence number' | 'larger objectGUID';
}

/** The resultant policy of an account: what is in force, why it won, and what it beat. */
export interface ResultantPolicy {
  /** The values in force; only reversible encryption is ever combined with the domain's. */
  readonly policy: PasswordPolicy;
  /** The winning fine-grained policy (`msDS-ResultantPSO`); undefined where the domain's policy applies. */
  readonly winner: { readonly policy: FineGrainedPolicy; readonly link: Link } | undefined;
  readonly beaten: readonly Beaten[];
}

type Candidate = { readonly policy: FineGrainedPolicy; readonly link: Link };

/**
 * Which policy is in force for an account. Policies linked to the user itself come first and hide those linked to
 * groups, whatever their precedence; then the lowest precedence wins, and among equals the smaller objectGUID.
 * The winner replaces the domain's policy whole, except that reversible encryption holds if either asks for it.
 *
 * Source: [MS-ADTS] 3.1.1.4.5.36; reversible encryption: [MS-SAMR] 3.1.1.5.
 */
export function resultantPolicy(
  directory: PolicyDirectory,
  samAccountName: string,
  switches: Pick<PolicySwitches, 'fineGrainedHistoryNeedsDomainHistory'>,
): ResultantPolicy {
  const { passwordPolicy: domain, fineGrainedPolicies } = directory;
  if (fineGrainedPolicies.length === 0) return { policy: domain, winner: undefined, beaten: [] };
  const direct: Candidate[] = [];
  const throughGroups: Candidate[] = [];
  const account = samAccountName.toLowerCase();
  const groups = globalGroupsOf(account, directory.groups);
  for (const policy of fineGrainedPolicies) {
    if (policy.appliesTo.users.has(account)) direct.push({ policy, link: { by: 'user' } });
    else {
      const path = shortestPath(policy, groups);
      if (path !== undefined) throughGroups.push({ policy, link: { by: 'group', path } });
    }
  }
  direct.sort(byRank);
  throughGroups.sort(byRank);
  const [winner, ...others] = [...direct, ...throughGroups];
  if (winner === undefined) return { policy: domain, winner, beaten: [] };
  const beaten = others.map((loser): Beaten => ({
    policy: loser.policy,
    link: loser.link,
    because: whyBeaten(winner, loser),
  }));
  return { policy: inForce(winner.policy, domain, switches), winner, beaten };
}

function inForce(
  winner: FineGrainedPolicy,
  domain: PasswordPolicy,
  { fineGrainedHistoryNeedsDomainHistory }: Pick<PolicySwitches, 'fineGrainedHistoryNeedsDomainHistory'>,
): PasswordPolicy {
  const reversibleEncryption = winner.reversibleEncryption || domain.reversibleEncryption;
  const historyOff = fineGrainedHistoryNeedsDomainHistory && domain.historyLength === 0;
  return { ...winner, reversibleEncryption, historyLength: historyOff ? 0 : winner.historyLength };
}

function shortestPath(
  { appliesTo }: FineGrainedPolicy,
  groups: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  let shortest: readonly string[] | undefined;
  for (const [key, path] of groups) {
    if (!appliesTo.groups.has(key)) continue;
    if (shortest === undefined || path.length < shortest.length) shortest = path;
  }
  return shortest;
}

function byRank(a: Candidate, b: Candidate): number {
  return a.policy.precedence - b.policy.precedence || compareGuids(a.policy.objectGuid, b.policy.objectGuid);
}

function whyBeaten(winner: Candidate, loser: Candidate): Beaten['because'] {
  if (winner.link.by === 'user' && loser.link.by === 'group') return 'a direct link outranks groups';
  return winner.policy.precedence < loser.policy.precedence
    ? 'higher precedence number'
    : 'larger objectGUID';
}
