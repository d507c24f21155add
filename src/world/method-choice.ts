import type * as z from 'zod/mini';
import type { Migration } from '../tenant/state.js';
import { objectionTo } from '../tenant/method-policy.js';
import type { Method } from '../tenant/methods.js';
import { complain } from './complain.js';

interface Chosen {
  readonly tenant: {
    readonly sspr: { readonly methods: readonly Method[]; readonly methodsRequired: 1 | 2 };
    readonly authenticationMethods: { readonly migration: Migration };
  };
}

/** The page of old takes no choice in which the app is alone, or has one companion where two are required. */
export function methodsMayBeChosen(payload: z.core.ParsePayload<Chosen>): void {
  const { sspr, authenticationMethods } = payload.value.tenant;
  if (authenticationMethods.migration === 'complete') return;
  const objection = objectionTo(sspr.methods, sspr.methodsRequired);
  if (objection === undefined) return;
  const more = sspr.methodsRequired === 1 ? 'one more method' : 'two more methods';
  complain(
    payload,
    ['tenant', 'sspr', 'methods'],
    `the page of password reset does not take ${objection}`,
    `allow ${more}; or set tenant.authenticationMethods.migration to complete, where the rule is gone`,
  );
}
