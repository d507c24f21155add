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
import type { CloudSignInRefusal } from '../tenant/sign-in.js';
import type { PartyFact } from '../world/action.js';
import type { State } from '../world/state.js';
import { credentialRecords, type SignInWay } from './credential-records.js';

/** Somebody signs in: to a computer of the domain, or to Entra ID. */
export interface SignInRequest {
  /** A user's name in the world, or a cloud sign-in name. */
  readonly user: string;
  readonly password: string;
  /**
   * How the password reaches the domain controller.
   * @defaultValue 'Kerberos', as at a computer of the domain
   */
  readonly way?: SignInWay;
  /**
   * Where.
   * @defaultValue 'computer'
   */
  readonly to?: SignInPlace | undefined;
}

/** Where people sign in. */
export const SIGN_IN_PLACES = ['computer', 'cloud'] as const;
export type SignInPlace = (typeof SIGN_IN_PLACES)[number];

export type SignInOutcome =
  'signed in' | SignInRefusal['rule'] | CloudSignInRefusal['rule'] | 'no-domain-controller';

export interface SignInResult {
  readonly outcome: SignInOutcome;
  /** What an earlier writeback could not finish, if that is what stands in the way. */
  readonly leftBehind: Shortfall | undefined;
}

/** How a password comes to a domain controller. */
interface Asking {
  readonly way: SignInWay;
  /** A server that checks somebody's password logs them on over the network. */
  readonly interactive: boolean;
  /** NetBIOS name of the computer that asks. */
  readonly computer: string;
}

interface DomainAnswer {
  readonly refusedBy: SignInRefusal['rule'] | undefined;
  /** The account as it was left. */
  readonly account: DomainAccount;
  /** What the domain controller keeps of it. */
  readonly facts: readonly Emitted<PartyFact>[];
}

/** Asks the domain controller about a password. A wrong one counts, as an action of the person's on the account. */
export function askDomain(
  state: State,
  key: string,
  candidate: Candidate,
  { way, interactive, computer }: Asking,
  now: Instant,
): DomainAnswer {
  const { domain } = state;
  const controller = answeringController(domain);
  const account = accountAt(domain, controller, key);
  if (account === undefined)
    throw new RangeError('a domain controller knows the accounts of its domain alone');
  const { policy } = resultantPolicy(controller.replica, key, state.switches);
  const attempt = { at: now, candidate, account, interactive, policy };
  const decision = decideSignIn(attempt);
  const change = signInLeaves(attempt, decision);
  const after = writeAccount(domain, controller, account, change, now);
  const target = principalOf(state, after);
  const refusedBy = decision.allowed ? undefined : decision.refusal.rule;
  const kept = credentialRecords(domain, controller.host, way, target, computer, refusedBy);
  const locked = change.lockoutTime === undefined ? [] : [lockedOut(state, target, computer)];
  return { refusedBy, account: after, facts: [...kept, ...locked] };
}

/** Signs in to a computer of the domain, and says what the person is told. */
export function signIn(
  state: State,
  key: string,
  { password, way = 'Kerberos' }: Pick<SignInRequest, 'password' | 'way'>,
  now: Instant,
): { readonly result: SignInResult; readonly facts: readonly Emitted<PartyFact>[] } {
  const asking = { way, interactive: way !== 'LDAP bind', computer: WORKSTATION };
  const { refusedBy, account, facts } = askDomain(state, key, new Candidate(password), asking, now);
  if (refusedBy === undefined) return { result: { outcome: 'signed in', leftBehind: undefined }, facts };
  const { host } = answeringController(state.domain);
  const { status } = SIGN_IN_ANSWERS[refusedBy];
  const target = principalOf(state, account);
  return {
    result: { outcome: refusedBy, leftBehind: leftBehind(refusedBy, account) },
    facts: [at(host, { kind: 'domain-sign-in-refused', target, refusedBy, status }), ...facts],
  };
}

function principalOf({ domain }: State, { samAccountName, sid }: DomainAccount): Principal {
  return { name: samAccountName, domain: domain.netbiosName, sid };
}

/** The record of a lock names the domain controller itself as the one who did it. */
function lockedOut({ domain }: State, target: Principal, callerComputer: string): Emitted<PartyFact> {
  const { host } = answeringController(domain);
  return at(host, {
    kind: 'account-locked-out',
    subject: localSystem(host, domain.netbiosName),
    target,
    audited: audits(domain.auditPolicy, 'userAccountManagement', true),
    callerComputer,
  });
}

/** The computer at which people sit. */
const WORKSTATION = 'CLIENT01';

/** What an earlier writeback could not finish, where that is what stands in the way. */
export function leftBehind(rule: SignInRefusal['rule'], account: DomainAccount): Shortfall | undefined {
  const { samAccountName, expiredFor, lockLeftBehind, lockoutTime } = account;
  if (rule === 'must-change-password' && expiredFor !== undefined) {
    return { rule: 'password-expired-at-once', account: samAccountName, why: expiredFor };
  }
  if (rule === 'locked-out' && lockLeftBehind !== undefined && lockLeftBehind.lockoutTime === lockoutTime) {
    return { rule: 'still-locked-out', account: samAccountName, why: lockLeftBehind.why };
  }
  return undefined;
}
