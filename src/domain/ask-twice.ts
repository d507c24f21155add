import type { Decision, Refused } from '../kernel/decision.js';
import type { Instant } from '../kernel/instant.js';
import type { AccountChange, DomainAccount } from './account.js';
import { audits } from './audit-policy.js';
import { areInContact } from './contact.js';
import type { AccountLockedOut } from './facts.js';
import { writeAccount } from './originating-write.js';
import { localSystem, type Principal } from './principal.js';
import type { DomainController, DomainState } from './state.js';

type Machine = Pick<DomainController, 'host' | 'online'>;

/** A domain controller that has looked at a password, what it was asked, and what it found. */
export interface Look<C, Q, R extends Refused> {
  readonly controller: C;
  readonly asked: Q;
  readonly decision: Decision<R>;
}

/** One or two that have looked, the last of which decides. */
export interface Looks<C, Q, R extends Refused> {
  readonly first: Look<C, Q, R>;
  readonly second: Look<C, Q, R> | undefined;
}

/**
 * Lets a domain controller look at a password, and the PDC emulator too where the first would refuse for what the other
 * may know better. Nothing is counted and nothing logged by looking.
 *
 * Source: Microsoft, "Account Passwords and Policies" (authentication and the PDC operations master).
 */
export function lookTwice<C extends Machine, Q, R extends Refused>(
  clocks: Parameters<typeof areInContact>[0],
  pdcEmulator: C,
  controller: C,
  askedAgain: ReadonlySet<string>,
  look: (controller: C) => Look<C, Q, R>,
): Looks<C, Q, R> {
  const first = look(controller);
  const askAgain =
    !first.decision.allowed &&
    askedAgain.has(first.decision.refusal.rule) &&
    controller !== pdcEmulator &&
    areInContact(clocks, controller, pdcEmulator);
  return { first, second: askAgain ? look(pdcEmulator) : undefined };
}

/** What the password leaves at one domain controller. */
export interface Left<R extends Refused> {
  readonly host: string;
  readonly decision: Decision<R>;
  /** Whether the account was locked there for it. */
  readonly locked: boolean;
}

/** Writes at each what it leaves there. Where the PDC emulator knows better, what the first found does not count. */
export function leaveAtEach<Q extends { readonly account: Readonly<DomainAccount> }, R extends Refused>(
  domain: DomainState,
  { first, second }: Looks<DomainController, Q, R>,
  leaves: (asked: Q, decision: Decision<R>) => AccountChange,
  now: Instant,
): readonly Left<R>[] {
  const ended = (second ?? first).decision;
  return [first, second].flatMap((one) => {
    if (one === undefined || (!one.decision.allowed && ended.allowed)) return [];
    const { controller, asked, decision } = one;
    const change = leaves(asked, decision);
    writeAccount(domain, controller, asked.account, change, now);
    return [{ host: controller.host, decision, locked: change.lockoutTime !== undefined }];
  });
}

/** The record of a lock names the domain controller itself as the one who did it. */
export function lockedOut(
  { netbiosName, auditPolicy }: Pick<DomainState, 'netbiosName' | 'auditPolicy'>,
  host: string,
  target: Principal,
  callerComputer: string,
): AccountLockedOut {
  return {
    kind: 'account-locked-out',
    subject: localSystem(host, netbiosName),
    target,
    audited: audits(auditPolicy, 'userAccountManagement', true),
    callerComputer,
  };
}
