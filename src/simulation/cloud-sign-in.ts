import { at } from '../attempt/stage.js';
import { ENTRA_HOST } from '../attempt/tenant-facts.js';
import { accountAt } from '../domain/replica.js';
import type { SignInRefusal } from '../domain/sign-in.js';
import { Candidate, type NtHash } from '../kernel/candidate.js';
import { SimulatorBug } from '../kernel/error.js';
import type { Emitted } from '../kernel/fact.js';
import type { Instant } from '../kernel/instant.js';
import { decideCloudSignIn, type CloudSignInRefusal } from '../tenant/sign-in.js';
import type { SignInError } from '../tenant/sign-in-log.js';
import { registrationPrompt } from '../tenant/registration.js';
import {
  afterRightPassword,
  afterWrongPassword,
  lockedUntil,
  type SignInLocation,
  type SmartLockout,
} from '../tenant/smart-lockout.js';
import type { CloudUser } from '../tenant/state.js';
import type { PartyFact } from '../world/action.js';
import type { State } from '../world/state.js';
import { signInNameOf } from './find-user.js';
import { checkedBy } from './password-standing.js';
import { replacedInCloudAlone } from './written-in-cloud-alone.js';
import { askDomain } from './ask-domain.js';
import type { SignInOutcome, SignInRequest, SignInResult } from './sign-in.js';

/** What the sign-in log makes of each refusal by Entra ID itself. */
const OWN_ERRORS: Readonly<Record<CloudSignInRefusal['rule'], SignInError>> = {
  'wrong-password': 'wrongPassword',
  disabled: 'disabled',
  'must-change-password': 'mustChange',
  'password-expired': 'mustChange',
};

/** What it makes of a domain controller's, which an agent of pass-through authentication reports. */
function passThroughError(
  rule: Exclude<SignInRefusal['rule'], 'no-logon-servers'>,
  mayChange: boolean,
): SignInError {
  switch (rule) {
    case 'wrong-password':
    case 'smartcard-required':
      return 'wrongPassword';
    case 'disabled':
      return 'disabled';
    case 'locked-out':
      return 'lockedOnPremises';
    case 'account-expired':
      return 'accountExpiredOnPremises';
    case 'must-change-password':
    case 'password-expired':
      return mayChange ? 'expiredOnPremises' : 'expiredOnPremisesForGood';
  }
}

interface SignedIn {
  readonly result: SignInResult;
  readonly facts: readonly Emitted<PartyFact>[];
}

/** Signs in to Entra ID, which checks the password itself, or has it checked on-premises. */
export function cloudSignIn(
  state: State,
  { user: name, password, from = 'familiar' }: SignInRequest,
  now: Instant,
): SignedIn {
  const user = state.tenant.users.get(signInNameOf(state, name).toLowerCase());
  if (user === undefined) throw new SimulatorBug('a sign-in goes on without a user');
  const candidate = new Candidate(password);
  const asked = checkedBy(state, user);
  // A federation server has its own guard; Entra ID never hears of the password.
  if (asked.by !== 'federation server' && lockedUntil(user.smartLockout, from, now) !== undefined) {
    return turnedAway(user, 'locked-out', 'smartLockout', []);
  }
  if (asked.by === 'Entra ID') {
    const decision = decideCloudSignIn({ at: now, candidate, user, passwords: state.tenant.passwords });
    const refusedBy = decision.allowed ? undefined : decision.refusal.rule;
    user.smartLockout = countedBy(state, user, { refusedBy, from, hash: candidate.ntHash }, now);
    if (decision.allowed) return letIn(user, prompts(state, user, now));
    const { rule } = decision.refusal;
    const told = turnedAway(user, rule, OWN_ERRORS[rule], []);
    if (rule !== 'wrong-password' || user.writtenInCloudAlone === undefined) return told;
    const leftBehind = replacedInCloudAlone(user, passwordInDomain(state, user), candidate.ntHash);
    return { ...told, result: { ...told.result, leftBehind } };
  }
  const answer = askDomain(state, asked.account, candidate, onBehalf(state), now);
  const { refusedBy, leftBehind, facts } = answer;
  if (refusedBy === 'no-logon-servers') {
    return turnedAway(user, 'no-logon-servers', 'activeDirectoryUnreachable', facts);
  }
  if (asked.by === 'pass-through agent') {
    user.smartLockout = countedBy(state, user, { refusedBy, from, hash: undefined }, now);
  }
  if (refusedBy === undefined) return letIn(user, [...facts, ...prompts(state, user, now)]);
  const result = { outcome: refusedBy, leftBehind };
  if (asked.by === 'federation server') {
    const { userPrincipalName } = user;
    const page = { kind: 'sign-in-page-shown', user: userPrincipalName, refusedFor: 'federation' } as const;
    return { result, facts: [...facts, at(ENTRA_HOST, page)] };
  }
  const { portalSetting, registration } = state.tenant.writeback;
  const error = passThroughError(refusedBy, portalSetting && registration === 'on');
  return { ...turnedAway(user, refusedBy, error, facts), result };
}

/** What is held against the account after this password; only the wrong and the right ones count. */
function countedBy(
  { tenant }: State,
  { smartLockout }: CloudUser,
  tried: {
    readonly refusedBy: SignInOutcome | undefined;
    readonly from: SignInLocation;
    readonly hash: NtHash | undefined;
  },
  now: Instant,
): SmartLockout {
  if (tried.refusedBy === undefined) return afterRightPassword(smartLockout, tried.from);
  return tried.refusedBy === 'wrong-password'
    ? afterWrongPassword(smartLockout, tried.from, tried.hash, now, tenant.smartLockout)
    : smartLockout;
}

/** Whoever gets in may be asked to register, or to confirm what is registered; they put it off. */
function prompts({ tenant }: State, user: CloudUser, now: Instant): readonly Emitted<PartyFact>[] {
  const screen = registrationPrompt({ at: now, user, tenant });
  if (screen === undefined) return [];
  const { textProfile: profile } = tenant;
  return [at(ENTRA_HOST, { kind: 'screen-shown', user: user.userPrincipalName, screen, profile })];
}

function letIn(user: CloudUser, facts: readonly Emitted<PartyFact>[]): SignedIn {
  return {
    result: { outcome: 'signed in', leftBehind: undefined },
    facts: [...facts, row(user, undefined)],
  };
}

function turnedAway(
  user: CloudUser,
  outcome: SignInOutcome,
  error: SignInError,
  facts: readonly Emitted<PartyFact>[],
): SignedIn {
  const page = { kind: 'sign-in-page-shown', user: user.userPrincipalName, refusedFor: error } as const;
  return {
    result: { outcome, leftBehind: undefined },
    facts: [...facts, row(user, error), at(ENTRA_HOST, page)],
  };
}

function row(
  { objectId, userPrincipalName, displayName }: CloudUser,
  error: SignInError | undefined,
): Emitted<PartyFact> {
  return at(ENTRA_HOST, {
    kind: 'cloud-sign-in',
    user: { objectId, userPrincipalName, displayName },
    ipAddress: PERSONS_ADDRESS,
    by: 'person',
    error,
  });
}

/** The newest password of the user's account, as the PDC emulator has it. */
function passwordInDomain({ connector, domain }: State, { objectId }: CloudUser): NtHash | undefined {
  const key = connector.links.get(objectId);
  const account = key === undefined ? undefined : accountAt(domain, domain.controllers[0], key);
  return account?.passwordHistory[0];
}

/** LogonUser with a user principal name negotiates, which ends in Kerberos (learn.microsoft.com: LogonUserW). */
function onBehalf({ connector }: State): Parameters<typeof askDomain>[3] {
  return { way: 'Kerberos', interactive: false, computer: netbiosNameOf(connector.host) };
}

function netbiosNameOf(host: string): string {
  return (host.split('.')[0] ?? host).toUpperCase();
}

/** Reserved for documentation (RFC 5737). */
const PERSONS_ADDRESS = '203.0.113.24';
