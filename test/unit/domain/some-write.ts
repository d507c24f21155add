import { checkAccess, WELL_KNOWN, type AccessDecision } from '../../../src/domain/access-control.js';
import { withUserCannotChange } from '../../../src/domain/change-password-entries.js';
import { INHERITS, type DomainAccount } from '../../../src/domain/account.js';
import { NO_FILTERS } from '../../../src/domain/password-filter.js';
import type { PasswordPolicy } from '../../../src/domain/password-policy.js';
import {
  decidePassword,
  type PasswordWrite,
  type PolicyRefusal,
} from '../../../src/domain/password-rules.js';
import { DEFAULT_POLICY_SWITCHES } from '../../../src/domain/policy-switches.js';
import { Candidate } from '../../../src/kernel/candidate.js';
import { DAY, MINUTE } from '../../../src/kernel/duration.js';
import { parseInstant } from '../../../src/kernel/instant.js';

export const AT = parseInstant('2023-06-08T09:00:00Z');

/** Windows' default policy, but for what is given. */
export function policyWith(differences: Partial<PasswordPolicy> = {}): PasswordPolicy {
  return {
    origin: 'the policy under test',
    historyLength: 24,
    maximumAge: 42 * DAY,
    minimumAge: DAY,
    minimumLength: 7,
    complexity: true,
    reversibleEncryption: false,
    lockout: { threshold: 0, duration: 30 * MINUTE, observationWindow: 30 * MINUTE },
    ...differences,
  };
}

/** Jane Doe's account with a password of 30 days that nobody knows, but for what is given. */
export function accountWith(differences: Partial<DomainAccount> = {}): DomainAccount {
  return {
    samAccountName: 'jdoe',
    displayName: 'Jane M. Doe-Smith',
    userPrincipalName: 'jdoe@test.local',
    distinguishedName: 'CN=Jane M. Doe-Smith,CN=Users,DC=test,DC=local',
    container: 'cn=users,dc=test,dc=local',
    accountExpires: undefined,
    objectGuid: '00000000-0000-0000-0000-000000000001',
    sid: 'S-1-5-21-0-0-0-1104',
    options: {
      accountDisabled: false,
      passwordNotRequired: false,
      passwordNeverExpires: false,
      smartcardRequired: false,
    },
    passwordLastSet: AT - 30 * DAY,
    descriptor: INHERITS,
    adminCount: false,
    stamps: {},
    lockLeftBehind: undefined,
    expiredFor: undefined,
    changedByOwner: false,
    passwordHistory: ['the hash of a password that nobody knows'],
    lockoutTime: undefined,
    badPasswordCount: 0,
    badPasswordTime: undefined,
    ...differences,
  };
}

/** Whether Jane may change her password, with the box "User cannot change password" ticked or not. */
export function ownChangeWith(ticked: boolean): AccessDecision {
  const { distinguishedName } = accountWith();
  const entries = withUserCannotChange([], ticked);
  const owner = new Set([WELL_KNOWN.everyone, WELL_KNOWN.self]);
  return checkAccess(
    [{ distinguishedName, objectClass: 'user', entries, isProtected: false }],
    owner,
    'changePassword',
  );
}

type Given = Partial<Omit<PasswordWrite, 'candidate'>> & { readonly password?: string };

/** A write that every rule accepts, but for what is given. */
export function writeOf({ password = 'Xk7!pqwv', ...given }: Given = {}): PasswordWrite {
  return {
    kind: 'reset with policy hints',
    at: AT,
    candidate: new Candidate(password),
    account: accountWith(),
    ownChange: ownChangeWith(false),
    policy: policyWith(),
    switches: DEFAULT_POLICY_SWITCHES,
    filters: NO_FILTERS,
    ...given,
  };
}

/** The rule that refuses it, or "accepted". */
export function ruleOf(given: Given): PolicyRefusal['rule'] | 'accepted' {
  const decision = decidePassword(writeOf(given));
  return decision.allowed ? 'accepted' : decision.refusal.rule;
}
