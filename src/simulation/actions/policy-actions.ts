import { writePasswordPolicy } from '../../domain/originating-write.js';
import { withMinimumLength } from '../../domain/password-length.js';
import type { PasswordPolicy } from '../../domain/password-policy.js';
import { localSystem } from '../../domain/principal.js';
import { parseDuration } from '../../kernel/duration.js';
import type { Instant } from '../../kernel/instant.js';
import type { Action, Scheduled } from '../../world/action.js';
import type { State } from '../../world/state.js';
import { policyRecords } from './policy-records.js';

/** What an administrator does to the password policy in the Default Domain Policy. */
export type PolicyAction =
  | {
      readonly action: 'change-password-policy';
      readonly policy: {
        readonly history?: number | undefined;
        readonly minimumAge?: string | undefined;
        readonly minimumLength?: number | undefined;
        readonly complexity?: boolean | undefined;
      };
    }
  | { readonly action: 'update-group-policy' };

export function isPolicyAction(doing: { readonly action: string }): doing is PolicyAction {
  return doing.action === 'change-password-policy' || doing.action === 'update-group-policy';
}

/** What is done, in the words that follow "an administrator". */
export function sayPolicyAction(doing: PolicyAction): string {
  return doing.action === 'change-password-policy'
    ? `changes the password policy in the Default Domain Policy: ${Object.keys(doing.policy).join(', ')}`
    : 'has the PDC emulator apply group policy now (gpupdate /force)';
}

/**
 * The action itself. The policy is written in a group policy object; it is the PDC emulator that applies it to the
 * domain, when it next looks.
 *
 * Source: Microsoft KB 203607, "How to Modify the Default Group Policy Refresh Interval" (5 minutes on domain
 * controllers); that of them the PDC emulator alone writes an account policy to the domain is inferred from its role.
 */
export function policyAction(doing: PolicyAction): Action {
  return {
    apply: (state, now) => {
      if (doing.action === 'update-group-policy') return applyGroupPolicy(state, now);
      state.domain.groupPolicy = changed(state.domain.groupPolicy, doing.policy);
      return { facts: [], later: [{ at: nextRefresh(state, now), action: refresh }] };
    },
  };
}

function changed(
  before: PasswordPolicy,
  { history, minimumAge, minimumLength, complexity }: Extract<PolicyAction, { policy: object }>['policy'],
): PasswordPolicy {
  return {
    ...withMinimumLength(before, minimumLength),
    historyLength: history ?? before.historyLength,
    minimumAge: minimumAge === undefined ? before.minimumAge : parseDuration(minimumAge),
    complexity: complexity ?? before.complexity,
  };
}

function nextRefresh({ domain }: State, now: Instant): Instant {
  const { groupPolicyRefresh, sdPropSince } = domain;
  if (groupPolicyRefresh === 0) return now;
  return sdPropSince + (Math.floor((now - sdPropSince) / groupPolicyRefresh) + 1) * groupPolicyRefresh;
}

const refresh: Action = { apply: applyGroupPolicy };

/** Who wrote the policy is in no record of the domain controller's: it names the machine that applies it. */
function applyGroupPolicy(state: State, now: Instant): ReturnType<Action['apply']> {
  const { domain } = state;
  const [pdcEmulator] = domain.controllers;
  const before = pdcEmulator.replica.passwordPolicy;
  const after = domain.groupPolicy;
  if (before === after) return { facts: [] };
  if (pdcEmulator.online) {
    writePasswordPolicy(domain, pdcEmulator, after, now);
    const system = localSystem(pdcEmulator.host, domain.netbiosName);
    return { facts: policyRecords(domain, pdcEmulator, system, before, after) };
  }
  // Nobody else does it in its place.
  const later: readonly Scheduled[] =
    domain.groupPolicyRefresh === 0 ? [] : [{ at: nextRefresh(state, now), action: refresh }];
  return { facts: [], later };
}
