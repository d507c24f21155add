import { arrivalTime } from '../domain/arrivals.js';
import { decidePassword, type PolicyRefusal } from '../domain/password-rules.js';
import type { PasswordWrite } from '../domain/password-write.js';
import { resultantPolicy } from '../domain/resultant-policy.js';
import type { Decision } from '../kernel/decision.js';
import type { Instant } from '../kernel/instant.js';
import type { View } from '../world/state.js';
import type { Attempt } from './attempt.js';
import { controllerOf } from './connector-access.js';

/** The password policy was changed so that it would let the password through, and the change is not in effect yet. */
export interface AwaitedPolicyRefusal {
  readonly rule: 'policy-change-not-in-effect-yet';
  /** The rule that still refuses. */
  readonly refusedBy: PolicyRefusal['rule'];
  readonly controller: string;
  /** What it waits for. */
  readonly waitsFor: 'the PDC emulator to apply it' | 'replication';
  /** When it will be in effect there; undefined where it cannot be, as things stand. */
  readonly from: Instant | undefined;
}

/** The decision of the policy in force, or that a change is awaited which would decide otherwise. */
export function mindingAwaited(
  view: View,
  attempt: Readonly<Attempt>,
  write: PasswordWrite,
): Decision<PolicyRefusal | AwaitedPolicyRefusal> {
  const decision = decidePassword(write);
  if (decision.allowed) return decision;
  const { domain, switches } = view;
  const controller = controllerOf(view, attempt);
  const { replica, host } = controller;
  if (replica.passwordPolicy === domain.groupPolicy) return decision;
  const awaited = { ...replica, passwordPolicy: domain.groupPolicy };
  const { policy } = resultantPolicy(awaited, attempt.account, switches);
  if (!decidePassword({ ...write, policy }).allowed) return decision;
  const [pdcEmulator] = domain.controllers;
  const applied = pdcEmulator.replica.passwordPolicy === domain.groupPolicy;
  const refusal: AwaitedPolicyRefusal = {
    rule: 'policy-change-not-in-effect-yet',
    refusedBy: decision.refusal.rule,
    controller: host,
    waitsFor: applied ? 'replication' : 'the PDC emulator to apply it',
    from: applied ? arrivalTime(domain, pdcEmulator, controller, attempt.now) : applies(view, attempt.now),
  };
  return { allowed: false, refusal, alsoFails: [] };
}

function applies({ domain }: View, now: Instant): Instant | undefined {
  const { groupPolicyRefresh: every, sdPropSince, controllers } = domain;
  if (!controllers[0].online) return undefined;
  return every === 0 ? now : sdPropSince + (Math.floor((now - sdPropSince) / every) + 1) * every;
}
