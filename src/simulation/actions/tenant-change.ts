import { at } from '../../attempt/stage.js';
import { ENTRA_HOST } from '../../attempt/tenant-stages.js';
import { parseDuration } from '../../kernel/duration.js';
import type { Emitted } from '../../kernel/fact.js';
import type { PortalSetting } from '../../tenant/portal.js';
import type { Action, PartyFact } from '../../world/action.js';
import { userNamed, type Change } from './tenant-changes/change.js';
import { PASSWORD_CHANGES, type PasswordChanges } from './tenant-changes/passwords.js';
import { PEOPLE_CHANGES, type PeopleChanges } from './tenant-changes/people.js';
import { REGISTERING, type Registering } from './tenant-changes/registering.js';
import { RESET_POLICY_CHANGES, type ResetPolicyChanges } from './tenant-changes/reset-policy.js';

/** What an administrator changes in the tenant, with what goes with it. */
export interface TenantChanges extends ResetPolicyChanges, PeopleChanges, PasswordChanges, Registering {}

type Kind = keyof TenantChanges;

/** Exactly one change, and how long it takes until it is in effect, where it is not the usual time. */
export type TenantChange = { readonly [K in Kind]?: TenantChanges[K] | undefined } & {
  readonly takes?: string | undefined;
};

const CHANGES: { readonly [K in Kind]: Change<TenantChanges[K]> } = {
  ...RESET_POLICY_CHANGES,
  ...PEOPLE_CHANGES,
  ...PASSWORD_CHANGES,
  ...REGISTERING,
};

export const TENANT_CHANGE_KINDS = Object.keys(CHANGES) as [Kind, ...Kind[]];

/**
 * What an administrator does for a change, in words and as an action. Names are looked up when it is applied.
 *
 * @throws RangeError where it is not exactly one change
 */
export function tenantChange(change: TenantChange): { readonly says: string; readonly action: Action } {
  const kinds = TENANT_CHANGE_KINDS.filter((kind) => change[kind] !== undefined);
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) throw new RangeError('a change of the tenant is exactly one');
  // The key that picks the table's entry picks the value as well.
  const {
    who,
    says,
    setting,
    apply,
    audited,
    isRejected,
    later,
    takes = 0,
  } = CHANGES[kind] as Change<unknown>;
  const value: unknown = change[kind];
  const delay = change.takes === undefined ? takes : parseDuration(change.takes);
  const inEffect: Action = {
    apply: (state, now) => ({ facts: apply(state, value, now) ?? [], later: later?.(now) ?? [] }),
  };
  return {
    says: who === 'user' ? says(value) : `An administrator ${says(value)}`,
    action: {
      apply: (state, now) => {
        // A name that leads to nobody is wrong now, not when the change comes into effect.
        if (hasUser(value)) userNamed(state, value.user);
        const rejected = isRejected?.(state, value) ?? false;
        const made = setting === undefined ? [] : [settingChanged(setting(value), rejected)];
        if (rejected) return { facts: made };
        const rows = audited?.(state, value) ?? [];
        if (delay > 0) return { facts: [...made, ...rows], later: [{ at: now + delay, action: inEffect }] };
        const { facts, later: next = [] } = inEffect.apply(state, now);
        return { facts: [...made, ...rows, ...facts], later: next };
      },
    },
  };
}

function settingChanged(
  [setting, values]: readonly [PortalSetting, Readonly<Record<string, string>>],
  rejected: boolean,
): Emitted<PartyFact> {
  const body = { kind: 'portal-setting-changed', setting, values } as const;
  return at(ENTRA_HOST, rejected ? { ...body, rejected } : body);
}

function hasUser(value: unknown): value is { readonly user: string } {
  return typeof value === 'object' && value !== null && 'user' in value;
}
