import { SimulatorBug } from '../kernel/error.js';
import type { AuditReason } from '../tenant/audit-reasons.js';
import { blockReason } from '../tenant/block-presentation.js';
import type {
  CloudPrincipal,
  FlowProgressed,
  OperationReported,
  ResetBlocked,
  ScreenShown,
} from '../tenant/facts.js';
import type { Method } from '../tenant/methods.js';
import type { ScreenName } from '../tenant/screens.js';
import type { CloudUser } from '../tenant/state.js';
import type { Block } from '../tenant/throttle.js';
import type { DeepReadonly, State, View } from '../world/state.js';
import type { Attempt } from './attempt.js';
import { leavingReason, noticedAfter } from './leaving.js';
import type { WayOfLeaving } from './person.js';
import type { Verb } from './verb.js';
import { at, type Stage } from './stage.js';

/** The tenant's records come from no machine of the customer's. */
export const ENTRA_HOST = 'Microsoft Entra ID';

type AttemptView = Readonly<Attempt>;

/** The user to whom the session belongs. */
export function cloudUserOf(view: View, attempt: AttemptView): DeepReadonly<CloudUser> {
  const user = view.tenant.users.get(attempt.user);
  if (user === undefined) throw new SimulatorBug('a session goes on without a user');
  return user;
}

/** The same, for an effect to write. */
export function mutableCloudUserOf(state: State, attempt: AttemptView): CloudUser {
  const user = state.tenant.users.get(attempt.user);
  if (user === undefined) throw new SimulatorBug('a session goes on without a user');
  return user;
}

export function principalOf(view: View, attempt: AttemptView): CloudPrincipal {
  const { objectId, userPrincipalName, displayName } = cloudUserOf(view, attempt);
  return { objectId, userPrincipalName, displayName };
}

export function flow(
  view: View,
  attempt: AttemptView,
  went: FlowProgressed['result'],
  reason: AuditReason,
  method?: Method,
): ReturnType<typeof at<FlowProgressed>> {
  const { ipAddress } = attempt.person;
  const body = {
    kind: 'flow-progressed',
    user: principalOf(view, attempt),
    ipAddress,
    result: went,
    reason,
  } as const;
  return at(ENTRA_HOST, method === undefined ? body : { ...body, method });
}

const ACTIVITIES = {
  reset: 'selfServiceReset',
  change: 'selfServiceChange',
  administratorReset: 'resetByAdministrator',
  unlock: 'selfServiceUnlock',
} as const satisfies Record<Verb, OperationReported['activity']>;

/** The row of what became of a submission; more of it is known for changes and administrators' resets. */
export function result(
  view: View,
  attempt: AttemptView,
  outcome: OperationReported['result'],
  reason: AuditReason,
  more: Partial<Pick<OperationReported, 'by' | 'app' | 'agent'>> = {},
): ReturnType<typeof at<OperationReported>> {
  const { ipAddress } = attempt.person;
  return at(ENTRA_HOST, {
    kind: 'operation-reported',
    activity: ACTIVITIES[attempt.verb],
    user: principalOf(view, attempt),
    ipAddress,
    result: outcome,
    reason,
    agent: cloudUserOf(view, attempt).sourceAnchor === undefined ? 'none' : 'connect',
    ...more,
  });
}

export function screen(
  view: View,
  attempt: AttemptView,
  name: ScreenName,
  reader: string = cloudUserOf(view, attempt).userPrincipalName,
): ReturnType<typeof at<ScreenShown>> {
  return at(ENTRA_HOST, {
    kind: 'screen-shown',
    user: reader,
    screen: name,
    profile: view.tenant.textProfile,
  });
}

/** The row of a block, and the page that nobody has published. */
export function blocked(
  view: View,
  attempt: AttemptView,
  block: Block,
): readonly ReturnType<typeof at<ResetBlocked | ScreenShown>>[] {
  const { ipAddress } = attempt.person;
  const user = principalOf(view, attempt);
  const reason = blockReason(block);
  return [
    at(ENTRA_HOST, { kind: 'reset-blocked', user, ipAddress, result: 'success', reason }),
    screen(view, attempt, 'blocked'),
  ];
}

/** The row that somebody leaves who turns away, when it is noticed. */
export function left(
  view: View,
  attempt: AttemptView,
  how: WayOfLeaving,
): ReturnType<typeof at<FlowProgressed>> {
  const { reason, method } = leavingReason(attempt, how);
  const row = flow(view, attempt, 'failure', reason, method);
  const after = noticedAfter(attempt, how);
  return after === 0 ? row : { ...row, after };
}

/** A session that runs out while the person has it in hand counts as abandoned where they are. */
export const RUNS_OUT: NonNullable<Stage['expiry']> = {
  effect: (_state, attempt) => {
    attempt.refusal = {
      rule: 'session-expired',
      began: attempt.began,
      lives: attempt.deadline - attempt.began,
    };
    attempt.alsoFails = [];
  },
  facts: (view, attempt) => [left(view, attempt, 'abandons'), screen(view, attempt, 'sessionExpired')],
};
