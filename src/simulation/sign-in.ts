import type { Shortfall } from '../attempt/attempt.js';
import { at } from '../attempt/stage.js';
import type { DomainAccount } from '../domain/account.js';
import { audits } from '../domain/audit-policy.js';
import { localSystem, type Principal } from '../domain/principal.js';
import { answeringController } from '../domain/choose-controller.js';
import { writeAccount } from '../domain/originating-write.js';
import { accountAt } from '../domain/replica.js';
import { resultantPolicy } from '../domain/resultant-policy.js';
import { decideSignIn, SIGN_IN_ANSWERS, signInLeaves, type SignInRefusal } from '../domain/sign-in.js';
import { Candidate } from '../kernel/candidate.js';
import type { Emitted } from '../kernel/fact.js';
import type { Instant } from '../kernel/instant.js';
import type { PartyFact } from '../world/action.js';
import type { State } from '../world/state.js';
import { credentialRecords, type SignInWay } from './credential-records.js';

/** Somebody signs in to a computer of the domain. */
export interface SignInRequest {
  /** A user's name in the world, or a cloud sign-in name. */
  readonly user: string;
  readonly password: string;
  /**
   * How the password reaches the domain controller.
   * @defaultValue 'Kerberos', as at a computer of the domain
   */
  readonly way?: SignInWay;
}

export type SignInOutcome = 'signed in' | SignInRefusal['rule'];

export interface SignInResult {
  readonly outcome: SignInOutcome;
  /** What an earlier writeback could not finish, if that is what stands in the way. */
  readonly leftBehind: Shortfall | undefined;
}

/**
 * Asks the domain controller, and says what the person is told. A wrong password counts, as an action of the person's
 * on the account. A success by Kerberos leaves no record that is kept here.
 */
export function signIn(
  state: State,
  key: string,
  { password, way = 'Kerberos' }: Pick<SignInRequest, 'password' | 'way'>,
  now: Instant,
): { readonly result: SignInResult; readonly facts: readonly Emitted<PartyFact>[] } {
  const { domain } = state;
  const controller = answeringController(domain);
  const account = accountAt(domain, controller, key);
  if (account === undefined)
    throw new RangeError('only an account of the domain can sign in to its computers');
  const attempt = {
    at: now,
    candidate: new Candidate(password),
    account,
    interactive: way !== 'LDAP bind',
    policy: resultantPolicy(controller.replica, key, state.switches).policy,
  };
  const decision = decideSignIn(attempt);
  const change = signInLeaves(attempt, decision);
  const after = writeAccount(domain, controller, account, change, now);
  const { host } = controller;
  const target = { name: account.samAccountName, domain: domain.netbiosName, sid: account.sid };
  const refusal = decision.allowed ? undefined : decision.refusal.rule;
  const kept = credentialRecords(domain, host, way, target, WORKSTATION, refusal);
  if (decision.allowed) return { result: { outcome: 'signed in', leftBehind: undefined }, facts: kept };
  const { rule } = decision.refusal;
  const { status } = SIGN_IN_ANSWERS[rule];
  const told = at(host, { kind: 'domain-sign-in-refused', target, refusedBy: rule, status } as const);
  return {
    result: { outcome: rule, leftBehind: leftBehind(rule, after) },
    facts: change.lockoutTime === undefined ? [told, ...kept] : [told, ...kept, lockedOut(state, target)],
  };
}

/** The record of a lock names the domain controller itself as the one who did it. */
function lockedOut({ domain }: State, target: Principal): Emitted<PartyFact> {
  const { host } = answeringController(domain);
  return at(host, {
    kind: 'account-locked-out',
    subject: localSystem(host, domain.netbiosName),
    target,
    audited: audits(domain.auditPolicy, 'userAccountManagement', true),
    callerComputer: WORKSTATION,
  });
}

/** The computer at which people sit. */
const WORKSTATION = 'CLIENT01';

function leftBehind(rule: SignInRefusal['rule'], account: DomainAccount): Shortfall | undefined {
  const { samAccountName, expiredFor, lockLeftBehind, lockoutTime } = account;
  if (rule === 'must-change-password' && expiredFor !== undefined) {
    return { rule: 'password-expired-at-once', account: samAccountName, why: expiredFor };
  }
  if (rule === 'locked-out' && lockLeftBehind !== undefined && lockLeftBehind.lockoutTime === lockoutTime) {
    return { rule: 'still-locked-out', account: samAccountName, why: lockLeftBehind.why };
  }
  return undefined;
}
