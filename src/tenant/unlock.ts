import { ALLOWED, type Decision } from '../kernel/decision.js';
import type { CloudUser, TenantState } from './state.js';

/** Why the page does not ask whether somebody forgot the password, or knows it and still cannot sign in. */
export type UnlockRefusal =
  { readonly rule: 'unlock-switched-off' } | { readonly rule: 'unlock-needs-on-premises-account' };

/**
 * Whether somebody is offered to unlock the account and keep the password: only who has an account on-premises, and
 * only where the setting allows it (MicrosoftDocs/entra-docs: tutorial-enable-sspr-writeback.md). Otherwise a reset,
 * which unlocks too, is all that there is.
 */
export function decideUnlock(
  user: Pick<CloudUser, 'sourceAnchor'>,
  { writeback }: { readonly writeback: Pick<TenantState['writeback'], 'unlockWithoutReset'> },
): Decision<UnlockRefusal> {
  if (user.sourceAnchor === undefined) return refused('unlock-needs-on-premises-account');
  return writeback.unlockWithoutReset ? ALLOWED : refused('unlock-switched-off');
}

function refused(rule: UnlockRefusal['rule']): Decision<UnlockRefusal> {
  return { allowed: false, refusal: { rule }, alsoFails: [] };
}
