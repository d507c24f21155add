import type { Emitted } from '../kernel/fact.js';
import { ALLOWED, type Decision } from '../kernel/decision.js';
import { MILLISECOND } from '../kernel/duration.js';
import { SimulatorBug } from '../kernel/error.js';
import type { AccessDecision } from '../domain/access-control.js';
import type { AccessRefusal } from '../domain/access-refusal.js';
import type { RightName } from '../domain/access-rights.js';
import { ownChange } from '../domain/access-directory.js';
import type { AccountChange, DomainAccount } from '../domain/account.js';
import { audits } from '../domain/audit-policy.js';
import { resetAccessed } from '../domain/audited-access.js';
import type { AnswerName } from '../domain/directory-answers.js';
import { isFilterRule } from '../domain/filter-rules.js';
import { screenPassword } from '../domain/password-protection.js';
import { screenedFact } from '../domain/screened-fact.js';
import type { AccountUnlocked, DomainFact, PasswordScreened, Principal } from '../domain/facts.js';
import { isLockedOut, UNLOCKED } from '../domain/lockout.js';
import type { PasswordPolicy } from '../domain/password-policy.js';
import { resultantPolicy } from '../domain/resultant-policy.js';
import { changeDenied } from '../domain/built-in-rules.js';
import type { PolicyRefusal } from '../domain/password-rules.js';
import { shortPasswordFacts } from '../domain/password-length.js';
import { isPasswordExpired } from '../domain/sign-in.js';
import { clockAt } from '../domain/machine-clock.js';
import type { Instant } from '../kernel/instant.js';
import { writeAccount } from '../domain/originating-write.js';
import { accountAt } from '../domain/replica.js';
import { passwordWritten } from '../domain/write-password.js';
import type { PartyFact } from '../world/action.js';
import type { State, View } from '../world/state.js';
import { mindingAwaited, type AwaitedPolicyRefusal } from './awaited-policy.js';
import { candidateOf, type Attempt, type Refusal } from './attempt.js';
import { controllerOf, whyRightDenied } from './connector-access.js';
import { provesOldPassword } from './errand.js';
import { hashSyncAfter } from './password-hash-sync.js';
import { noteAndAudit } from './unseen.js';
import { at, note, refusalIn, type Stage } from './stage.js';

type AttemptView = Readonly<Attempt>;

/** The account that is being written to, as the domain controller has it that the sync server has bound to. */
export function accountOf(view: View, attempt: AttemptView): DomainAccount {
  const account = accountAt(view.domain, controllerOf(view, attempt), attempt.account);
  if (account === undefined) throw new SimulatorBug('a write goes on without an account');
  return account;
}

/** The policy in force for the account there: a fine-grained one, or the domain's. */
export function policyOf(view: View, attempt: AttemptView): PasswordPolicy {
  return resultantPolicy(controllerOf(view, attempt).replica, attempt.account, view.switches).policy;
}

/** Whether the owner may change the password, as the access control lists there say. */
function ownChangeOf(view: View, attempt: AttemptView): AccessDecision {
  const { permissionsInForce, replica } = controllerOf(view, attempt);
  return ownChange(permissionsInForce, accountOf(view, attempt), replica.groups);
}

/** The time by that domain controller's own clock. */
export function timeOf(view: View, attempt: AttemptView): Instant {
  return clockAt(view.domain, controllerOf(view, attempt), attempt.now);
}

/** Writes to the account at that domain controller. */
export function write(state: State, attempt: AttemptView, change: AccountChange): DomainAccount {
  const account = accountOf(state, attempt);
  return writeAccount(state.domain, controllerOf(state, attempt), account, change, attempt.now);
}

/** Subject and target as the Security log names them. */
function parties(
  { domain, connector }: View,
  account: DomainAccount,
): { subject: Principal; target: Principal } {
  const { netbiosName } = domain;
  return {
    subject: { name: connector.accountName, domain: netbiosName, sid: connector.accountSid },
    target: { name: account.samAccountName, domain: netbiosName, sid: account.sid },
  };
}

type Operation = Omit<AccountUnlocked, 'kind'>;

export function operation(view: View, attempt: AttemptView, succeeded: boolean): Operation {
  return {
    ...parties(view, accountOf(view, attempt)),
    audited: audits(view.domain.auditPolicy, 'userAccountManagement', succeeded),
  };
}

/** What keeps a right on the account from the connector account, at that domain controller. */
export function whyDenied(view: View, attempt: AttemptView, right: RightName): AccessRefusal | undefined {
  return whyRightDenied(view, controllerOf(view, attempt), accountOf(view, attempt), right, attempt.now);
}

/**
 * A reset needs the connector account's right, an unlock another one. A change needs the user's own, which the option
 * "User cannot change password" denies; whether the connector account may anything then does not matter.
 */
function whyRefused(view: View, attempt: AttemptView): Refusal | undefined {
  if (provesOldPassword(attempt.errand)) return changeDenied(ownChangeOf(view, attempt));
  if (attempt.verb !== 'unlock') return whyDenied(view, attempt, 'resetPassword');
  const why = whyDenied(view, attempt, 'writeLockoutTime');
  return why && { rule: 'unlock-right-missing', account: accountOf(view, attempt).samAccountName, why };
}

/** What the domain controller answers whoever lacks the right that is needed. */
function answerToDenied({ errand, verb }: AttemptView): AnswerName {
  if (provesOldPassword(errand)) return 'change right denied';
  return verb === 'unlock' ? 'attribute write denied' : 'reset right missing';
}

/** May this be done to the account? A refusal for lack of rights leaves no record here. */
export const checkingRights: Stage = {
  pace: { usual: 5 * MILLISECOND, varies: 0.5 },
  decide: (view, attempt) => {
    const refusal = whyRefused(view, attempt);
    return refusal === undefined ? ALLOWED : { allowed: false, refusal, alsoFails: [] };
  },
  effect: (_state, attempt, decision) => {
    note(attempt, decision);
    if (!decision.allowed) attempt.directoryAnswer = answerToDenied(attempt);
  },
  facts: (view, attempt, decision) => {
    // The right Reset Password is used by resets alone.
    if (attempt.verb === 'unlock' || provesOldPassword(attempt.errand)) return [];
    const account = accountOf(view, attempt);
    const { subject } = parties(view, account);
    const { host } = controllerOf(view, attempt);
    return resetAccessed(view.domain.auditPolicy, subject, account, decision.allowed).map((fact) =>
      at(host, fact),
    );
  },
};

/** What the agent of Password Protection says, if it was asked: only about what Windows' own rules let through. */
function whatTheAgentSaid(
  view: View,
  attempt: AttemptView,
  decision: Decision<Refusal>,
): PasswordScreened | undefined {
  const { agent } = view.domain.filters;
  const refusal = refusalIn(decision);
  if (refusal !== undefined && !isFilterRule(refusal.rule)) return undefined;
  const { samAccountName, displayName } = accountOf(view, attempt);
  const screening = screenPassword(agent, candidateOf(attempt), { samAccountName, displayName });
  return screenedFact(agent, screening, {
    operation: provesOldPassword(attempt.errand) ? 'change' : 'reset',
    userName: samAccountName,
    fullName: displayName,
  });
}

/** Which record a write leaves; that a change by the connector account leaves that of a change is inferred. */
function attemptedKind({ errand }: AttemptView): 'password-change-attempted' | 'password-reset-attempted' {
  return provesOldPassword(errand) ? 'password-change-attempted' : 'password-reset-attempted';
}

/** The password policy, asked the way writeback asks: a change, or a reset with the policy-hints control. */
export const checkingPasswordPolicy: Stage = {
  pace: { usual: 3 * MILLISECOND, varies: 0.5 },
  decide: (view, attempt): Decision<PolicyRefusal | AwaitedPolicyRefusal> =>
    mindingAwaited(view, attempt, {
      kind: provesOldPassword(attempt.errand) ? 'change' : 'reset with policy hints',
      at: timeOf(view, attempt),
      candidate: candidateOf(attempt),
      account: accountOf(view, attempt),
      ownChange: ownChangeOf(view, attempt),
      policy: policyOf(view, attempt),
      switches: view.switches,
      filters: view.domain.filters,
    }),
  effect: (state, attempt, decision) => {
    noteAndAudit(state, attempt, decision);
    if (!decision.allowed) {
      const changes = provesOldPassword(attempt.errand);
      attempt.directoryAnswer = changes ? 'change refused by policy' : 'reset refused by policy';
    }
  },
  facts: (view, attempt, decision) => {
    const { host } = controllerOf(view, attempt);
    const screened = whatTheAgentSaid(view, attempt, decision);
    const told = screened === undefined ? [] : [at<DomainFact>(host, screened)];
    if (decision.allowed) return told;
    const refusal = decision.refusal as PolicyRefusal | AwaitedPolicyRefusal;
    const refusedBy = 'waitsFor' in refusal ? refusal.refusedBy : refusal.rule;
    const refused = {
      kind: attemptedKind(attempt),
      ...operation(view, attempt, false),
      refusedBy,
    } as const;
    return [...told, at<DomainFact>(host, refused)];
  },
};

/** Writes the hash, pushes the history, stamps pwdLastSet: 4724, or 4723 for a change, and 4738 a moment later. */
export const settingPassword: Stage = {
  pace: { usual: 4 * MILLISECOND, varies: 0.5 },
  decide: () => ALLOWED,
  effect: (state, attempt) => {
    const before = accountOf(state, attempt);
    const why = whyDenied(state, attempt, 'unexpirePassword');
    const change = passwordWritten(before, {
      at: timeOf(state, attempt),
      hash: candidateOf(attempt).ntHash,
      historyLength: policyOf(state, attempt).historyLength,
      callerMayUnexpire: why === undefined,
      isChange: provesOldPassword(attempt.errand),
    });
    const account = write(state, attempt, { ...change, expiredFor: why });
    if (
      attempt.verb === 'administratorReset' &&
      isLockedOut(account, policyOf(state, attempt).lockout, timeOf(state, attempt))
    ) {
      const shortfall = { rule: 'lock-left-by-administrator', account: account.samAccountName } as const;
      attempt.shortfalls = [...attempt.shortfalls, shortfall];
    }
    // Without the right the new password is expired at once, which does not bind a password that never expires.
    if (why !== undefined && isPasswordExpired(account, policyOf(state, attempt), timeOf(state, attempt))) {
      const shortfall = { rule: 'password-expired-at-once', account: account.samAccountName, why } as const;
      attempt.shortfalls = [...attempt.shortfalls, shortfall];
    }
  },
  facts: (view, attempt) => {
    const { host, utcOffsetMinutes, locale } = controllerOf(view, attempt);
    const done = operation(view, attempt, true);
    const passwordLastSet = accountOf(view, attempt).passwordLastSet ?? 'never';
    return [
      at(host, { kind: attemptedKind(attempt), ...done, refusedBy: undefined }),
      at(host, { kind: 'account-changed', ...done, passwordLastSet, utcOffsetMinutes, locale }, AFTER_4724),
      ...shortPassword(view, attempt),
    ];
  },
  lasts: () => AFTER_4724,
  later: (view, attempt) =>
    hashSyncAfter(view, {
      account: attempt.account,
      user: attempt.user,
      hash: candidateOf(attempt).ntHash,
      at: attempt.now,
      clock: timeOf(view, attempt),
      stream: `${attempt.stream}/echo of ${attempt.submission}`,
      byWriteback: true,
    }),
};

/** What the Security Accounts Manager says of a password that is shorter than the length it is asked to watch for. */
function shortPassword(view: View, attempt: AttemptView): readonly Emitted<PartyFact>[] {
  const { host, replica } = controllerOf(view, attempt);
  const { samAccountName } = accountOf(view, attempt);
  return shortPasswordFacts(replica.passwordPolicy, candidateOf(attempt), samAccountName).map((fact) =>
    at(host, fact, AFTER_4724),
  );
}

/** The distance between the two records in the one real pair that is public (mdecrevoisier/EVTX-to-MITRE-Attack). */
const AFTER_4724 = 0.67 * MILLISECOND;

/** A reset does not unlock by itself: writeback writes lockoutTime separately, and needs the right to. */
export const unlockingAccount: Stage = {
  pace: { usual: 3 * MILLISECOND, varies: 0.5 },
  decide: () => ALLOWED,
  effect: (state, attempt) => {
    const account = accountOf(state, attempt);
    attempt.unlocked = false;
    const { lockoutTime, badPasswordCount } = account;
    const always = state.switches.unlockWithoutLock === '4767';
    if (lockoutTime === undefined && badPasswordCount === 0 && !always) return;
    const { lockout } = policyOf(state, attempt);
    const why = whyDenied(state, attempt, 'writeLockoutTime');
    if (why === undefined) {
      write(state, attempt, UNLOCKED);
      attempt.unlocked = lockoutTime !== undefined || always;
    } else if (lockoutTime !== undefined && isLockedOut(account, lockout, timeOf(state, attempt))) {
      write(state, attempt, { lockLeftBehind: { lockoutTime, why } });
      const shortfall = { rule: 'still-locked-out', account: account.samAccountName, why } as const;
      attempt.shortfalls = [...attempt.shortfalls, shortfall];
    }
  },
  facts: unlockTold,
};

/** The record of an unlock, where the submission has left one. */
export function unlockTold(view: View, attempt: AttemptView): readonly Emitted<PartyFact>[] {
  if (!attempt.unlocked) return [];
  return [
    at(controllerOf(view, attempt).host, { kind: 'account-unlocked', ...operation(view, attempt, true) }),
  ];
}
