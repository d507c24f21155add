import { connectorRights, controllerInUse, whyRightDenied } from '../attempt/connector-access.js';
import { ownChange } from '../domain/access-directory.js';
import type { DomainAccount } from '../domain/account.js';
import type { AccessRefusal } from '../domain/access-refusal.js';
import { WRITEBACK_RIGHTS, type DelegatedRights } from '../domain/access-rights.js';
import type { AnswerName, DirectoryAnswer } from '../domain/directory-answers.js';
import { answerModify, type ModifyOutcome } from '../domain/ldap-modify.js';
import { isLockedOut } from '../domain/lockout.js';
import type { PasswordFilter } from '../domain/password-filter.js';
import {
  explainRules,
  type PasswordWrite,
  type RuleVerdict,
  type WriteKind,
} from '../domain/password-rules.js';
import type { LdapControl } from '../domain/policy-hints.js';
import { resultantPolicy, type ResultantPolicy } from '../domain/resultant-policy.js';
import { Candidate } from '../kernel/candidate.js';
import { SimulatorError } from '../kernel/error.js';
import { Ids } from '../kernel/ids.js';
import { parseInstant, parseMoment, type Instant } from '../kernel/instant.js';
import { DEFAULT_SEED, DEFAULT_START } from '../simulation/simulation-options.js';
import { decideCloudPassword, type CloudPasswordRefusal } from '../tenant/cloud-password-rules.js';
import { buildState } from '../world/build-state.js';
import { parseWorld } from '../world/parse-world.js';
import type { WorldInput } from '../world/schema.js';
import { didYouMean } from '../world/schema-problem.js';
import type { State } from '../world/state.js';
import { sayWhyDenied } from './access-rights.js';
import { failureModeOf } from './catalogue.js';

/** What is to be explained: whose password, which one, written how and when. */
export interface PasswordQuestion {
  /** A user's name in the world. */
  readonly user: string;
  readonly candidate: string;
  /** @defaultValue 'reset with policy hints', as password writeback asks */
  readonly kind?: WriteKind;
  /**
   * When the world begins: ISO 8601. Relative moments in the world count from it.
   * @defaultValue '2023-06-08T09:00:00Z'
   */
  readonly start?: string;
  /**
   * When the password is submitted: ISO 8601, or counted from the start, as "in 18 hours".
   * @defaultValue the start
   */
  readonly at?: string;
  readonly seed?: string;
  /** Filters of other vendors on the domain controllers. */
  readonly passwordFilters?: readonly PasswordFilter[];
}

/** Why the domain accepts or refuses a password: every rule, whose it is, and what nobody else is told. */
export interface PasswordExplanation {
  readonly user: string;
  readonly kind: WriteKind;
  readonly at: Instant;
  readonly accepted: boolean;
  /** The policy in force, why it is that one, and what it beat. */
  readonly policy: ResultantPolicy;
  readonly rules: readonly RuleVerdict[];
  /**
   * From when on this very password is accepted, if nothing else changes; undefined if waiting does not help.
   */
  readonly acceptedFrom: Instant | undefined;
  /** What a domain controller answers the caller, which never says which rule it was. */
  readonly answer: DirectoryAnswer;
  /** The same in words. Rights and locks are looked at before any rule. */
  readonly situation: AnswerName;
  /**
   * The connector account's rights on this account that are missing, and why: for what writeback writes. Without
   * Reset Password nothing is written; without the others something is left undone.
   */
  readonly missingRights: readonly MissingRight[];
  /**
   * What Entra ID says of the password before it asks the domain, for what writeback writes; undefined where it lets it
   * pass, or is not asked. `accepted` is the domain's word.
   */
  readonly cloudRefusal: CloudRefusal | undefined;
  /** What to do about it, for each rule that refuses, the deciding one first. */
  readonly advice: readonly {
    readonly title: string;
    readonly cause: string;
    readonly fix: readonly string[];
    readonly warning: string | undefined;
  }[];
}

/** Why Entra ID does not even pass a password on. */
export interface CloudRefusal {
  /** The failure mode. */
  readonly because: CloudPasswordRefusal['rule'];
  readonly title: string;
  readonly figures: readonly string[];
  readonly fix: readonly string[];
}

/** A right that the connector account lacks. */
export interface MissingRight {
  readonly right: string;
  /** The failure mode that says why. */
  readonly because: AccessRefusal['rule'];
  /** For people: the reason, and its figures. */
  readonly figures: readonly string[];
  readonly fix: readonly string[];
  readonly warning: string | undefined;
}

/**
 * Explains what the on-premises domain would say to a password: every rule with its verdict and figures, the policy
 * that it comes from, from when on it would be accepted, and what a real domain controller would tell the caller.
 * Nothing is written, and the password does not stand in the result.
 *
 * @example
 * const users = { MyUser: { activeDirectory: { passwordLastSet: '6 hours ago' } } };
 * explainPassword({ users }, { user: 'MyUser', candidate: 'W=*B2!qmv_$PkbV4dJr' }).accepted // false
 *
 * @throws SimulatorError if the world is not valid, or the user is not in its Active Directory
 */
export function explainPassword(world: WorldInput, question: PasswordQuestion): PasswordExplanation {
  const { kind = 'reset with policy hints', seed = DEFAULT_SEED, passwordFilters = [] } = question;
  const start = parseInstant(question.start ?? DEFAULT_START);
  const at = question.at === undefined ? start : parseMoment(question.at, start);
  const state = buildState(parseWorld(world), new Ids(seed), start, passwordFilters);
  const { domain, switches } = state;
  const account = accountNamed(question.user, domain.accounts);
  const controller = controllerInUse(state);
  const policy = resultantPolicy(controller.replica, account.samAccountName, switches);
  const write: PasswordWrite = {
    kind,
    at,
    candidate: new Candidate(question.candidate),
    account,
    ownChange: ownChange(controller.permissionsInForce, account, controller.replica.groups),
    policy: policy.policy,
    switches,
    filters: domain.filters,
  };
  // A plain reset is what an administrator does, who may; writeback's comes from the connector account.
  const rights = kind === 'plain reset' ? EVERY_RIGHT : connectorRights(state, controller, account);
  const rules = explainRules(write);
  const refusals = rules.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal]));
  const { answer, situation } = answerTo(write, rights);
  return {
    user: account.samAccountName,
    kind,
    at,
    accepted: situation === 'success',
    policy,
    rules,
    acceptedFrom: acceptedFrom(write, rights),
    answer,
    situation,
    cloudRefusal: refusedInCloud(state, write, question.user.toLowerCase()),
    missingRights: kind === 'reset with policy hints' ? missingRights(state, account, at) : [],
    advice: refusals.map((refusal) => {
      const { title, cause, fix, warning } = failureModeOf(refusal);
      return { title, cause, fix, warning };
    }),
  };
}

function missingRights(state: State, account: DomainAccount, at: Instant): readonly MissingRight[] {
  return WRITEBACK_RIGHTS.flatMap((right) => {
    const why = whyRightDenied(state, controllerInUse(state), account, right, at);
    if (why === undefined) return [];
    const { fix, warning } = failureModeOf(why);
    return [{ right: why.right, because: why.rule, figures: sayWhyDenied(why, at), fix, warning }];
  });
}

const EVERY_RIGHT: DelegatedRights = {
  resetPassword: true,
  writeLockoutTime: true,
  writePwdLastSet: true,
  unexpirePassword: true,
};

/** The control as writeback sends it: critical, and with flag 1. */
const POLICY_HINTS: LdapControl = {
  oid: '1.2.840.113556.1.4.2239',
  critical: true,
  value: Uint8Array.of(0x30, 3, 2, 1, 1),
};

/** A change is taken to know the old password. */
function answerTo(write: PasswordWrite, callerRights: DelegatedRights): ModifyOutcome {
  const { kind, at, candidate, account } = write;
  return answerModify(
    { ...write, callerRights },
    {
      at,
      channelEncrypted: true,
      controls: kind === 'reset with policy hints' ? [POLICY_HINTS] : [],
      password:
        kind === 'change'
          ? { kind, oldPassword: { ntHash: account.passwordHistory[0] ?? '' }, newPassword: candidate }
          : { kind: 'set', newPassword: candidate },
    },
  );
}

/** Waiting helps against the minimum age, and a change against a lock that ends by itself; against nothing else. */
function acceptedFrom(write: PasswordWrite, rights: DelegatedRights): Instant | undefined {
  const { account, policy, at, kind } = write;
  const age = explainRules(write).find(({ rule }) => rule === 'minimum-password-age')?.refusal;
  const oldEnough = age?.rule === 'minimum-password-age' ? age.acceptedFrom : at;
  const { duration } = policy.lockout;
  const locked = kind === 'change' && isLockedOut(account, policy.lockout, at) && duration !== undefined;
  const unlocked = locked ? (account.lockoutTime ?? at) + duration + 1 : at;
  const then = Math.max(oldEnough, unlocked);
  return answerTo({ ...write, at: then }, rights).situation === 'success' ? then : undefined;
}

/** Only what writeback writes has been to the cloud. */
function refusedInCloud(
  state: State,
  { kind, at, candidate }: PasswordWrite,
  key: string,
): CloudRefusal | undefined {
  const { tenant, switches, people } = state;
  const user = tenant.users.get(people.get(key)?.userPrincipalName.toLowerCase() ?? '');
  if (kind !== 'reset with policy hints' || user === undefined) return undefined;
  const decision = decideCloudPassword({
    candidate,
    user,
    tenant,
    fuzzyScope: switches.bannedPasswordFuzziness,
    forSynchronised: switches.cloudRulesForSynchronised,
  });
  if (decision.allowed) return undefined;
  const mode = failureModeOf(decision.refusal);
  const { title, fix } = mode;
  return { because: decision.refusal.rule, title, fix, figures: mode.figures(decision.refusal, at) };
}

function accountNamed(name: string, accounts: ReadonlyMap<string, DomainAccount>): Readonly<DomainAccount> {
  const account = accounts.get(name.toLowerCase());
  if (account !== undefined) return account;
  const known = [...accounts.values()].map(({ samAccountName }) => samAccountName);
  const shown = known.slice(0, 5).join(', ');
  throw new SimulatorError({
    code: 'unknown-user',
    message: `there is no user "${name}" in Active Directory`,
    hint:
      didYouMean(name, known) ??
      `known users: ${shown}${known.length > 5 ? ` and ${known.length - 5} more` : ''}`,
  });
}
