import type { Shortfall } from '../attempt/attempt.js';
import { connectorRights } from '../attempt/connector-access.js';
import { at } from '../attempt/stage.js';
import type { DomainAccount } from '../domain/account.js';
import { resultantPolicy } from '../domain/resultant-policy.js';
import { decideSignIn, type SignInRefusal } from '../domain/sign-in.js';
import { Candidate } from '../kernel/candidate.js';
import type { Emitted } from '../kernel/fact.js';
import type { Instant } from '../kernel/instant.js';
import type { PartyFact } from '../world/action.js';
import type { DeepReadonly, View } from '../world/state.js';

/** Somebody signs in to a computer of the domain. */
export interface SignInRequest {
  /** A user's name in the world, or a cloud sign-in name. */
  readonly user: string;
  readonly password: string;
}

export type SignInOutcome = 'signed in' | SignInRefusal['rule'];

export interface SignInResult {
  readonly outcome: SignInOutcome;
  /** What an earlier writeback could not finish, if that is what stands in the way. */
  readonly leftBehind: Shortfall | undefined;
}

/** Asks the domain controller, and says what the person is told. A success leaves no record that is kept here. */
export function signIn(
  view: View,
  key: string,
  password: string,
  now: Instant,
): { readonly result: SignInResult; readonly facts: readonly Emitted<PartyFact>[] } {
  const { domain } = view;
  const account = domain.accounts.get(key);
  if (account === undefined)
    throw new RangeError('only an account of the domain can sign in to its computers');
  const decision = decideSignIn({
    at: now,
    candidate: new Candidate(password),
    account,
    policy: resultantPolicy(domain, key, view.switches).policy,
  });
  if (decision.allowed) return { result: { outcome: 'signed in', leftBehind: undefined }, facts: [] };
  const { rule } = decision.refusal;
  const target = { name: account.samAccountName, domain: domain.netbiosName, sid: account.sid };
  return {
    result: { outcome: rule, leftBehind: leftBehind(view, rule, account) },
    facts: [at(domain.controllers[0].host, { kind: 'domain-sign-in-refused', target, refusedBy: rule })],
  };
}

function leftBehind(
  view: View,
  rule: SignInRefusal['rule'],
  account: DeepReadonly<DomainAccount>,
): Shortfall | undefined {
  if (rule === 'must-change-password' && account.expiredForWantOfRight) {
    return { rule: 'password-expired-at-once', account: account.samAccountName };
  }
  if (rule === 'locked-out' && !connectorRights(view, account).writeLockoutTime) {
    return { rule: 'still-locked-out', account: account.samAccountName };
  }
  return undefined;
}
