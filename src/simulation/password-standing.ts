import { answeringController } from '../domain/choose-controller.js';
import type { DomainAccount } from '../domain/account.js';
import { isLockedOut } from '../domain/lockout.js';
import { clockAt } from '../domain/machine-clock.js';
import { accountAt } from '../domain/replica.js';
import { resultantPolicy } from '../domain/resultant-policy.js';
import { isPasswordExpired } from '../domain/sign-in.js';
import { Candidate } from '../kernel/candidate.js';
import { SimulatorBug } from '../kernel/error.js';
import type { Instant } from '../kernel/instant.js';
import { decideCloudSignIn, type SignInMethod } from '../tenant/sign-in.js';
import { lockedUntil } from '../tenant/smart-lockout.js';
import type { CloudUser } from '../tenant/state.js';
import type { DeepReadonly, View } from '../world/state.js';
import { checkPassword } from './check-password.js';
import { signInNameOf } from './find-user.js';
import type { SignInOutcome, SignInRequest } from './sign-in.js';

/** Who checks somebody's password when they sign in to the cloud. */
export type CheckedBy =
  | { readonly by: 'Entra ID' }
  | { readonly by: 'pass-through agent' | 'federation server'; readonly account: string };

/** A user without an account on-premises is Entra ID's own; the others go by the setting of their domain. */
export function checkedBy(
  { tenant, connector }: Pick<View, 'tenant' | 'connector'>,
  { objectId, sourceAnchor }: DeepReadonly<CloudUser>,
): CheckedBy {
  const account = connector.links.get(objectId);
  if (sourceAnchor === undefined || account === undefined || tenant.signInMethod === 'password hash sync') {
    return { by: 'Entra ID' };
  }
  return { by: tenant.signInMethod === 'federated' ? 'federation server' : 'pass-through agent', account };
}

/** What stands in the way of a password on one side, whichever it is. */
export interface Standing {
  readonly disabled: boolean;
  readonly lockedOut: boolean;
  readonly mustChange: boolean;
  readonly expired: boolean;
}

/** Where a user's passwords work, as things stand. */
export interface PasswordStanding {
  /** How the user signs in to the cloud. */
  readonly through: SignInMethod | 'cloud only';
  /** Absent for a user without an account in the domain. */
  readonly activeDirectory: Standing | undefined;
  readonly entra: Standing;
  /** Whether both sides hold one and the same password; absent where one holds none. */
  readonly same: boolean | undefined;
}

/**
 * Where a user's passwords work at an instant, by any of the user's names; nothing is counted and nothing logged by
 * asking.
 *
 * @throws SimulatorError `unknown-user`
 */
export function passwordStanding(view: View, name: string, now: Instant): PasswordStanding {
  const user = userOf(view, name);
  const found = accountOf(view, user);
  const checked = checkedBy(view, user);
  const hash = user.passwordHash;
  const activeDirectory = found === undefined ? undefined : standingOf(view, found, now);
  return {
    through: user.sourceAnchor === undefined ? 'cloud only' : view.tenant.signInMethod,
    activeDirectory,
    entra:
      checked.by !== 'Entra ID' && activeDirectory !== undefined
        ? activeDirectory
        : {
            disabled: !user.enabled,
            lockedOut: lockedUntil(user.smartLockout, 'familiar', now) !== undefined,
            mustChange: user.mustChangePassword,
            expired: false,
          },
    same: found === undefined || hash === undefined ? undefined : found.passwordHistory[0] === hash,
  };
}

/** How signing in with a password would end, on each side. */
export interface WhereItWorks {
  readonly activeDirectory: SignInOutcome | 'no account';
  readonly entra: SignInOutcome;
}

/**
 * On which side a user's password works at an instant, and what stands in its way; nothing is counted and nothing
 * logged by asking.
 *
 * @throws SimulatorError `unknown-user`
 */
export function whereItWorks(
  view: View,
  { user: name, password }: Pick<SignInRequest, 'user' | 'password'>,
  now: Instant,
): WhereItWorks {
  const user = userOf(view, name);
  const account = accountOf(view, user);
  const candidate = new Candidate(password);
  const ask = (interactive: boolean): SignInOutcome | 'no account' => {
    if (account === undefined) return 'no account';
    const key = account.samAccountName.toLowerCase();
    const checked = checkPassword(view, key, candidate, { interactive }, now);
    if ('unreachableFrom' in checked) return 'no-logon-servers';
    const { decision } = checked.second ?? checked.first;
    return decision.allowed ? 'signed in' : decision.refusal.rule;
  };
  const checked = checkedBy(view, user);
  const own = decideCloudSignIn({ at: now, candidate, user, passwords: view.tenant.passwords });
  const ofEntra = own.allowed ? 'signed in' : own.refusal.rule;
  const locked =
    checked.by !== 'federation server' && lockedUntil(user.smartLockout, 'familiar', now) !== undefined;
  const onPremises = ask(false);
  return {
    activeDirectory: ask(true),
    entra: locked
      ? 'locked-out'
      : checked.by === 'Entra ID' || onPremises === 'no account'
        ? ofEntra
        : onPremises,
  };
}

function userOf(view: View, name: string): DeepReadonly<CloudUser> {
  const user = view.tenant.users.get(signInNameOf(view, name).toLowerCase());
  if (user === undefined) throw new SimulatorBug('somebody asks about a user who is not there');
  return user;
}

function accountOf(
  { domain, connector }: View,
  { objectId }: DeepReadonly<CloudUser>,
): DomainAccount | undefined {
  const key = connector.links.get(objectId);
  return key === undefined ? undefined : accountAt(domain, answeringController(domain), key);
}

function policyOf(
  { domain, switches }: View,
  { samAccountName }: DomainAccount,
): ReturnType<typeof resultantPolicy> {
  return resultantPolicy(answeringController(domain).replica, samAccountName, switches);
}

function standingOf(view: View, account: DomainAccount, now: Instant): Standing {
  const { policy } = policyOf(view, account);
  const clock = clockAt(view.domain, answeringController(view.domain), now);
  const expired = isPasswordExpired(account, policy, clock);
  return {
    disabled: account.options.accountDisabled,
    lockedOut: isLockedOut(account, policy.lockout, clock),
    mustChange: expired && account.passwordLastSet === undefined,
    expired: expired && account.passwordLastSet !== undefined,
  };
}
