import type { DomainGroup, DomainGroups } from '../domain/group.js';
import { wordFilter, type FiltersInstalled, type PasswordFilter } from '../domain/password-filter.js';
import type { FineGrainedPolicy, PasswordPolicy } from '../domain/password-policy.js';
import type { PasswordProtectionAgent } from '../domain/password-protection.js';
import { parseDuration, type Duration } from '../kernel/duration.js';
import type { Ids } from '../kernel/ids.js';
import { bannedLists } from '../tenant/banned-lists.js';
import type { DescribedFineGrainedPolicy, DescribedPolicy } from './password-policy-schema.js';
import type { World } from './schema.js';

/** The settings that the domain's policy and a fine-grained one have in common. */
export function buildPolicy(
  policy: DescribedPolicy | DescribedFineGrainedPolicy,
  origin: string,
): PasswordPolicy {
  const { lockout } = policy;
  return {
    origin,
    historyLength: policy.history,
    maximumAge: limited(policy.maximumAge),
    minimumAge: parseDuration(policy.minimumAge),
    minimumLength: policy.minimumLength,
    complexity: policy.complexity,
    reversibleEncryption: policy.reversibleEncryption,
    lockout: {
      threshold: lockout.threshold,
      duration: limited(lockout.duration),
      observationWindow: parseDuration(lockout.observationWindow),
    },
  };
}

/** The domain's own policy, with the settings that fine-grained ones do not have. */
export function buildDomainPolicy(policy: DescribedPolicy, origin: string): PasswordPolicy {
  const lengthSettings = {
    configured: policy.minimumLength,
    relaxed: policy.relaxMinimumPasswordLengthLimits,
    audited: policy.minimumPasswordLengthAudit,
  };
  return { ...buildPolicy(policy, origin), lengthSettings };
}

/** The words "never" and "until unlocked", and 0, all stand for no limit. */
function limited(text: string): Duration | undefined {
  const duration = text === 'never' || text === 'until unlocked' ? 0 : parseDuration(text);
  return duration === 0 ? undefined : duration;
}

export function buildFineGrainedPolicies({ domain }: World, ids: Ids): readonly FineGrainedPolicy[] {
  return Object.entries(domain.fineGrainedPolicies).map(([name, described]) =>
    buildFineGrainedPolicy(name, described, ids),
  );
}

function buildFineGrainedPolicy(
  name: string,
  described: DescribedFineGrainedPolicy,
  ids: Ids,
): FineGrainedPolicy {
  const { objectGuid, precedence, appliesTo } = described;
  return {
    ...buildPolicy(described, `the fine-grained policy "${name}"`),
    name,
    objectGuid: objectGuid?.toLowerCase() ?? ids.guid('fine-grained-policy', name),
    precedence,
    appliesTo: { users: lowerCase(appliesTo.users), groups: lowerCase(appliesTo.groups) },
  };
}

export function buildGroups({ domain }: World): DomainGroups {
  return new Map(
    Object.entries(domain.groups).map(([name, { scope, members }]): [string, DomainGroup] => [
      name.toLowerCase(),
      { name, scope, users: lowerCase(members.users), groups: lowerCase(members.groups) },
    ]),
  );
}

function lowerCase(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => name.toLowerCase()));
}

/** The filters that the described domain controllers run. */
export function buildFilters(world: World, more: readonly PasswordFilter[]): FiltersInstalled {
  const { thirdPartyFilter: filter } = world.domain;
  return {
    agent: buildAgent(world),
    thirdParty:
      filter === undefined ? more : [wordFilter(filter.name, filter.refuses, filter.judgesResets), ...more],
  };
}

function buildAgent({ domain, tenant, switches }: World): PasswordProtectionAgent {
  if (domain.passwordProtectionAgent === 'absent') return { mode: 'absent' };
  if (domain.passwordProtectionAgent === 'without a policy') return { mode: 'no policy' };
  const { onPremises: mode, customBannedPasswords, enforceCustomList } = tenant.passwordProtection;
  if (mode === 'off') return { mode: 'disabled' };
  const { withCustom: list } = bannedLists(enforceCustomList ? customBannedPasswords : []);
  return { mode, policy: { list, fuzzyScope: switches.bannedPasswordFuzziness } };
}
