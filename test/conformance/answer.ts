import type { AccessDecision } from '../../src/domain/access-control.js';
import { INHERITS, type AccountOptions, type DomainAccount } from '../../src/domain/account.js';
import { answerModify, type ModifyRequest, type PasswordOperation } from '../../src/domain/ldap-modify.js';
import { NO_FILTERS } from '../../src/domain/password-filter.js';
import type { FineGrainedPolicy, PasswordPolicy } from '../../src/domain/password-policy.js';
import type { LdapControl } from '../../src/domain/policy-hints.js';
import { DEFAULT_POLICY_SWITCHES, type PolicySwitches } from '../../src/domain/policy-switches.js';
import { resultantPolicy } from '../../src/domain/resultant-policy.js';
import { decideSignIn, type SignInRefusal } from '../../src/domain/sign-in.js';
import { decodeUnicodePwd } from '../../src/domain/unicode-pwd.js';
import { Candidate } from '../../src/kernel/candidate.js';
import { MINUTE, SECOND } from '../../src/kernel/duration.js';
import { parseInstant } from '../../src/kernel/instant.js';
import type { RecordedOperation } from './operation.js';

/** What our domain answers, in the words of the recordings. */
export interface Answer {
  readonly result: number;
  readonly win32: string | null;
  /** Of the recordings' reasons where they have one for it, else the rule's name. */
  readonly reason: string;
  readonly performedAs: 'self' | 'connector';
  readonly pwdLastSet: 'now' | 'unchanged' | 'zero';
  readonly badPwdCount: number;
  readonly lockoutTime: 'zero' | 'set';
  /** `data` of a bind with the new password, or "ok". */
  readonly bindWithNew: string;
}

/**
 * The README asks for the protocol specification's reading here (difference 7): the option does not affect a reset.
 * A test of its own covers our default.
 */
const SWITCHES: PolicySwitches = { ...DEFAULT_POLICY_SWITCHES, cannotChangeBlocksReset: false };

const AT = parseInstant('2026-01-01');

/** Puts a recorded situation before our domain model, and asks it the recorded request. */
export function answerOf(operation: RecordedOperation, switches: PolicySwitches = SWITCHES): Answer {
  const { user } = operation;
  const account = accountOf(operation);
  const { policy } = resultantPolicy(directoryOf(operation), user.sAMAccountName, switches);
  const synced = user.container === 'SyncedUsers';
  const callerRights = {
    resetPassword: synced,
    writeLockoutTime: synced,
    writePwdLastSet: synced,
    // Authenticated Users hold it on the domain.
    unexpirePassword: true,
  };
  const { history } = user;
  const old = new Candidate(history.at(-1) ?? '');
  const signsIn = bindAnswer(account, policy, old) === 'ok';
  const asSelf = operation.operation.kind === 'change' && operation.operation.as === 'self' && signsIn;
  const context = {
    account,
    ownChange: ownChangeOf(operation),
    policy,
    callerRights,
    switches,
    filters: NO_FILTERS,
  };
  const { answer, situation, refusal, change } = answerModify(context, requestOf(operation));
  const after: DomainAccount = { ...account, ...change };
  return {
    result: answer.ldap.code,
    win32: hex(answer.win32?.code ?? (answer.ldap.code === 0 ? 0 : undefined)),
    reason: REASONS[refusal?.rule ?? situation] ?? refusal?.rule ?? situation,
    performedAs: asSelf ? 'self' : 'connector',
    pwdLastSet: lastSetAfter(account, change),
    badPwdCount: after.badPasswordCount,
    lockoutTime: after.lockoutTime === undefined ? 'zero' : 'set',
    bindWithNew: bindAnswer(after, policy, newCandidate(operation)),
  };
}

function ownChangeOf({ user }: RecordedOperation): AccessDecision {
  return { granted: !user.cannotChangePassword, by: undefined };
}

/** The `data` code in which a domain controller says why a bind fails. */
const BIND_CODES: Readonly<Record<SignInRefusal['rule'], string>> = {
  'wrong-password': '52e',
  'locked-out': '775',
  disabled: '533',
  'account-expired': '701',
  // A bind asks for no smart card.
  'smartcard-required': '',
  'password-expired': '532',
  'must-change-password': '773',
  // There is nobody to bind to.
  'no-logon-servers': '',
};

function bindAnswer(account: DomainAccount, policy: PasswordPolicy, candidate: Candidate): string {
  const decision = decideSignIn({ at: AT, candidate, account, policy, interactive: false });
  return decision.allowed ? 'ok' : BIND_CODES[decision.refusal.rule];
}

const REASONS: Readonly<Record<string, string>> = {
  success: 'ok',
  'minimum-password-age': 'tooYoung',
  'minimum-password-length': 'tooShort',
  'password-complexity': 'notComplex',
  'password-history': 'inHistory',
  'wrong old password': 'wrongOldPassword',
  'change while locked out': 'lockedOut',
  'change right denied': 'changeRightDenied',
  'reset right missing': 'accessDenied',
  'attribute write denied': 'accessDenied',
  'malformed password in a set': 'notAQuotedUtf16String',
  'malformed password in a change': 'notAQuotedUtf16String',
  'password without a value': 'emptyValue',
  'critical control not understood': 'criticalControlRefused',
  'pwdLastSet neither 0 nor -1': 'pwdLastSetValue',
};

function hex(code: number | undefined): string | null {
  return code === undefined ? null : code.toString(16).toUpperCase().padStart(8, '0');
}

function lastSetAfter(before: Readonly<DomainAccount>, change: Partial<DomainAccount>): Answer['pwdLastSet'] {
  if (!('passwordLastSet' in change)) return 'unchanged';
  if (change.passwordLastSet !== undefined) return 'now';
  return before.passwordLastSet === undefined ? 'unchanged' : 'zero';
}

function accountOf({ user, domainPolicy }: RecordedOperation): DomainAccount {
  const has = (flag: (typeof user.flags)[number]): boolean => user.flags.includes(flag);
  const options: AccountOptions = {
    accountDisabled: has('disabled'),
    passwordNotRequired: has('passwordNotRequired'),
    passwordNeverExpires: has('dontExpirePassword'),
    smartcardRequired: has('smartcardRequired'),
  };
  const { sAMAccountName, pwdLastSet } = user;
  const hashes = user.history.map((text) => new Candidate(text).ntHash).toReversed();
  return {
    samAccountName: sAMAccountName,
    displayName: user.displayName ?? '',
    userPrincipalName: `${sAMAccountName}@test.local`,
    container: '',
    accountExpires: user.accountExpired === true ? AT - MINUTE : undefined,
    distinguishedName: `CN=${sAMAccountName},OU=${user.container},DC=test,DC=local`,
    objectGuid: '00000000-0000-0000-0000-000000000001',
    sid: 'S-1-5-21-0-0-0-1104',
    options,
    descriptor: INHERITS,
    adminCount: false,
    stamps: {},
    lockLeftBehind: undefined,
    expiredFor: undefined,
    changedByOwner: false,
    passwordLastSet: pwdLastSet === 'zero' ? undefined : AT - Math.round(pwdLastSet.ageSeconds * SECOND),
    // The option was set after the passwords: setting it replaces the password by a random one ([MS-SAMR] 3.1.1.8.10).
    passwordHistory: options.smartcardRequired
      ? ['a hash that no password has']
      : hashes.slice(0, Math.max(user.seedHistoryLength, 1)),
    lockoutTime: user.lockedOut ? AT - MINUTE : undefined,
    badPasswordCount: user.lockedOut ? domainPolicy.lockoutThreshold : 0,
    badPasswordTime: user.lockedOut ? AT - MINUTE : undefined,
  };
}

type Settings = RecordedOperation['domainPolicy'];

function policyOf(settings: Settings, origin: string): PasswordPolicy {
  return {
    origin,
    historyLength: settings.historyLength,
    maximumAge: settings.maxAgeSeconds === 0 ? undefined : settings.maxAgeSeconds * SECOND,
    minimumAge: Math.round(settings.minAgeSeconds * SECOND),
    minimumLength: settings.minLength,
    complexity: settings.complexity,
    reversibleEncryption: settings.storePlaintext,
    lockout: {
      threshold: settings.lockoutThreshold,
      duration: settings.lockoutDurationSeconds === 0 ? undefined : settings.lockoutDurationSeconds * SECOND,
      observationWindow: settings.lockoutWindowSeconds * SECOND,
    },
  };
}

function directoryOf({ domainPolicy, psos, user }: RecordedOperation): Parameters<typeof resultantPolicy>[0] {
  const account = user.sAMAccountName.toLowerCase();
  const group = { name: 'g', scope: 'global', users: new Set([account]), groups: new Set<string>() } as const;
  return {
    passwordPolicy: policyOf(domainPolicy, 'domain'),
    fineGrainedPolicies: psos.map((pso, index): FineGrainedPolicy => {
      const policy = policyOf(pso, pso.name);
      return Object.assign(policy, {
        name: pso.name,
        // Their GUIDs were not recorded; no two policies of an operation have the same precedence.
        objectGuid: String(index),
        precedence: pso.precedence,
        appliesTo: {
          users: new Set(pso.appliesTo === 'user' ? [account] : ['somebody else']),
          groups: new Set(pso.appliesTo === 'group' ? ['g'] : []),
        },
      });
    }),
    groups: new Map([['g', group]]),
  };
}

function requestOf(recorded: RecordedOperation): ModifyRequest {
  const { operation } = recorded;
  const common = { at: AT, channelEncrypted: true };
  if (operation.kind === 'write')
    return { ...common, attributes: withoutHoles(operation.write), controls: [] };
  const newPassword = newValue(recorded);
  const password: PasswordOperation =
    operation.kind === 'change'
      ? { kind: 'change', oldPassword: new Candidate(operation.oldPassword), newPassword }
      : { kind: 'set', newPassword };
  const controls = operation.kind === 'resetWithHints' ? [controlOf(operation.hints)] : [];
  return operation.also === undefined
    ? { ...common, password, controls }
    : { ...common, password, controls, attributes: withoutHoles(operation.also) };
}

function withoutHoles(attributes: {
  readonly lockoutTime?: string | undefined;
  readonly pwdLastSet?: string | undefined;
}): NonNullable<ModifyRequest['attributes']> {
  const { lockoutTime, pwdLastSet } = attributes;
  return {
    ...(lockoutTime === undefined ? {} : { lockoutTime }),
    ...(pwdLastSet === undefined ? {} : { pwdLastSet }),
  };
}

function newValue({ newPassword, newPasswordHex }: RecordedOperation): Candidate | Uint8Array {
  return newPasswordHex === undefined ? new Candidate(newPassword ?? '') : Buffer.from(newPasswordHex, 'hex');
}

/** For the bind afterwards: what was sent, if it is a password at all. */
function newCandidate(recorded: RecordedOperation): Candidate {
  const value = newValue(recorded);
  if (value instanceof Candidate) return value;
  const decoded = decodeUnicodePwd(value);
  return decoded instanceof Candidate ? decoded : new Candidate('');
}

type Hints = Extract<RecordedOperation['operation'], { kind: 'resetWithHints' }>['hints'];

function controlOf({ oid, flags, critical }: Hints): LdapControl {
  switch (flags) {
    case 'absent':
      return { oid, critical };
    case 'empty-sequence':
      return { oid, critical, value: Uint8Array.of(0x30, 0) };
    case 'garbage':
      return { oid, critical, value: Uint8Array.of(0xde, 0xad, 0xbe, 0xef) };
    case 'ber-long-form':
      return { oid, critical, value: Uint8Array.of(0x30, 0x81, 3, 2, 1, 1) };
    default: {
      const bytes =
        flags >= -128 && flags < 128
          ? [flags & 255]
          : [(flags >> 24) & 255, (flags >> 16) & 255, (flags >> 8) & 255, flags & 255];
      return { oid, critical, value: Uint8Array.of(0x30, bytes.length + 2, 2, bytes.length, ...bytes) };
    }
  }
}
