import type { Shortfall } from '../attempt/attempt.js';
import { at, refusalIn } from '../attempt/stage.js';
import { arrivalTime } from '../domain/arrivals.js';
import type { DomainAccount } from '../domain/account.js';
import { leaveAtEach, lockedOut, type Left } from '../domain/ask-twice.js';
import { areInContact } from '../domain/contact.js';
import { mergeAccount } from '../domain/merge-account.js';
import { writeAccount } from '../domain/originating-write.js';
import type { Principal } from '../domain/principal.js';
import { accountAt } from '../domain/replica.js';
import { decideSignIn, signInLeaves, type SignInRefusal } from '../domain/sign-in.js';
import type { DomainController } from '../domain/state.js';
import type { Candidate } from '../kernel/candidate.js';
import type { Emitted } from '../kernel/fact.js';
import type { Instant } from '../kernel/instant.js';
import type { PartyFact } from '../world/action.js';
import type { State } from '../world/state.js';
import { checkPassword, type Check, type Looking } from './check-password.js';
import { credentialRecords, type SignInWay } from './credential-records.js';
import { neverWrittenBack } from './written-in-cloud-alone.js';

/** How a password comes to a domain controller, and what is kept of it. */
export interface Asking extends Looking {
  readonly way: SignInWay;
  /** NetBIOS name of the computer that asks. */
  readonly computer: string;
}

export interface DomainAnswer {
  readonly refusedBy: SignInRefusal['rule'] | undefined;
  /** What an earlier writeback could not finish, or what has not been replicated, if that is what stands in the way. */
  readonly leftBehind: Shortfall | undefined;
  readonly target: Principal;
  /** The domain controller that answered; undefined where none did. */
  readonly host: string | undefined;
  /** What domain controllers keep of it. */
  readonly facts: readonly Emitted<PartyFact>[];
}

/**
 * Asks a domain controller about a password. What it would refuse it asks the PDC emulator, which may know better; a
 * wrong password then counts at both. A read-only one keeps no passwords, and asks a writable one.
 *
 * Source: Microsoft, "Account Passwords and Policies" (authentication and the PDC operations master);
 * [MS-SAMS] 3.3.5.3 for the count that a success clears at the PDC emulator.
 */
export function askDomain(
  state: State,
  key: string,
  candidate: Candidate,
  asking: Asking,
  now: Instant,
): DomainAnswer {
  const [pdcEmulator] = state.domain.controllers;
  const target = targetOf(state, pdcEmulator, key);
  const checked = checkPassword(state, key, candidate, asking, now);
  if ('unreachableFrom' in checked) {
    const host = checked.unreachableFrom;
    return { refusedBy: 'no-logon-servers', leftBehind: undefined, target, host, facts: [] };
  }
  const { first, second } = checked;
  const last = second ?? first;
  const facts = leaveAtEach(state.domain, checked, signInLeaves, now).flatMap((left) =>
    recordsOf(state, left, target, asking),
  );
  clearCount(state, last, now);
  const answer = { target, host: first.controller.host, facts };
  if (last.decision.allowed) return { ...answer, refusedBy: undefined, leftBehind: undefined };
  const { rule } = last.decision.refusal;
  const because =
    notReplicated(state, last, rule, now) ??
    leftBehind(rule, last.asked.account) ??
    (rule === 'wrong-password' ? neverWrittenBack(state, key, candidate.ntHash) : undefined);
  return { ...answer, refusedBy: rule, leftBehind: because };
}

function targetOf({ domain }: State, controller: DomainController, key: string): Principal {
  const account = accountAt(domain, controller, key);
  if (account === undefined)
    throw new RangeError('only an account of the domain can sign in to its computers');
  return { name: account.samAccountName, domain: domain.netbiosName, sid: account.sid };
}

/** A success ends the count at the PDC emulator too. */
function clearCount({ domain }: State, { controller, asked, decision }: Check, now: Instant): void {
  const [pdcEmulator] = domain.controllers;
  if (!decision.allowed || asked.account.badPasswordCount === 0) return;
  if (!areInContact(domain, controller, pdcEmulator)) return;
  writeAccount(domain, pdcEmulator, asked.account, { badPasswordCount: 0 }, now);
}

/** The records of a check at its domain controller, and of the lock, if it locked. */
function recordsOf(
  { domain }: State,
  { host, decision, locked }: Left<SignInRefusal>,
  target: Principal,
  { way, computer }: Asking,
): readonly Emitted<PartyFact>[] {
  const kept = credentialRecords(domain, host, way, target, computer, refusalIn(decision)?.rule);
  return locked ? [...kept, at(host, lockedOut(domain, host, target, computer))] : kept;
}

/** Whether somebody would be let in if what other domain controllers know were known where they asked. */
function notReplicated(
  { domain }: State,
  { controller, asked }: Check,
  refusedBy: SignInRefusal['rule'],
  now: Instant,
): Shortfall | undefined {
  const { account } = asked;
  for (const other of domain.controllers) {
    const known = accountAt(domain, other, account.samAccountName.toLowerCase()) ?? account;
    const merged = mergeAccount(account, known);
    if (merged.arrived.length === 0 || !decideSignIn({ ...asked, account: merged.account }).allowed) continue;
    return {
      rule: 'change-not-replicated-yet',
      account: account.samAccountName,
      refusedBy,
      asked: controller.host,
      knownAt: other.host,
      arrives: arrivalTime(domain, other, controller, now),
    };
  }
  return undefined;
}

/** What an earlier writeback could not finish, where that is what stands in the way. */
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
