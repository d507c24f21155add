import type { Candidate } from '../kernel/candidate.js';
import type { Instant } from '../kernel/instant.js';
import type { AccessDecision } from './access-control.js';
import type { DelegatedRights } from './access-rights.js';
import type { AccountChange, DomainAccount } from './account.js';
import { writtenAttributes, type AttributeWrites } from './attribute-writes.js';
import { DIRECTORY_ANSWERS, type AnswerName, type DirectoryAnswer } from './directory-answers.js';
import { decideOldPassword, proofLeaves, type OldPasswordRefusal } from './old-password.js';
import type { FiltersInstalled } from './password-filter.js';
import type { PasswordPolicy } from './password-policy.js';
import { decidePassword, type PolicyRefusal, type WriteKind } from './password-rules.js';
import { hintsAsked, type LdapControl } from './policy-hints.js';
import type { PolicySwitches } from './policy-switches.js';
import { decodeUnicodePwd } from './unicode-pwd.js';
import { passwordWritten } from './write-password.js';

/** `unicodePwd` replaced is a set; the old value deleted and a new one added is a change. */
export type PasswordOperation =
  | { readonly kind: 'set'; readonly newPassword: Candidate | Uint8Array }
  | {
      readonly kind: 'change';
      readonly oldPassword: Pick<Candidate, 'ntHash'>;
      readonly newPassword: Candidate | Uint8Array;
    };

/** One LDAP modify of an account: a password, other attributes, or both. */
export interface ModifyRequest {
  readonly at: Instant;
  readonly password?: PasswordOperation;
  readonly attributes?: AttributeWrites;
  readonly controls: readonly LdapControl[];
  /** TLS or SASL sealing of at least 128 bits. */
  readonly channelEncrypted: boolean;
}

/** All that a domain controller looks at to answer. */
export interface ModifyContext {
  readonly account: Readonly<DomainAccount>;
  /** Whether the account's own access control list lets its owner change the password. */
  readonly ownChange: AccessDecision;
  /** The resultant policy of the account. */
  readonly policy: PasswordPolicy;
  /** What the caller may do to this account. */
  readonly callerRights: DelegatedRights;
  readonly switches: PolicySwitches;
  readonly filters: FiltersInstalled;
}

/** What a domain controller answers, why in truth, and what it changes of the account. */
export interface ModifyOutcome {
  readonly answer: DirectoryAnswer;
  readonly situation: AnswerName;
  /** The rule that refused, where the password policy did: the answer never says which. */
  readonly refusal?: PolicyRefusal;
  /** Even a refusal may change something: a wrong old password counts. */
  readonly change: AccountChange;
}

/**
 * What a domain controller does with a modify: control, value, rights, lock and old password (change only), password
 * policy, then the other attributes; the first that fails answers, and nothing of the rest happens.
 *
 * Source: [MS-ADTS] 3.1.1.3.1.5, [MS-SAMR] 3.1.1.7 and 3.1.5.14; the order as observed on Samba 4.24.
 */
export function answerModify(context: ModifyContext, request: ModifyRequest): ModifyOutcome {
  const { password, attributes } = request;
  const asked = hintsAsked(request.controls);
  if (asked === 'what this server does not understand') return refused('critical control not understood');
  const written = password && answerPassword(context, request, password, asked === 'policy hints');
  if (written !== undefined && written.situation !== 'success') return written;
  if (attributes === undefined) return written ?? accepted({});
  const others = writtenAttributes(context, attributes, request.at);
  if ('situation' in others) return refused(others.situation);
  return accepted({ ...written?.change, ...others });
}

function answerPassword(
  context: ModifyContext,
  { at, channelEncrypted }: ModifyRequest,
  operation: PasswordOperation,
  hints: boolean,
): ModifyOutcome {
  const { account, policy, switches, filters, callerRights } = context;
  if (!channelEncrypted) return refused('channel not encrypted');
  const { newPassword } = operation;
  const candidate = newPassword instanceof Uint8Array ? decodeUnicodePwd(newPassword) : newPassword;
  if (candidate === 'no value') return refused('password without a value');
  const isChange = operation.kind === 'change';
  if (isChange && !context.ownChange.granted) return refused('change right denied');
  if (!isChange && !callerRights.resetPassword) return refused('reset right missing');
  if (candidate === 'not quoted') return refused(malformed(operation.kind, switches));
  let relieved: AccountChange = {};
  if (isChange) {
    const proof = { at, oldPassword: operation.oldPassword, account, policy };
    const proven = decideOldPassword(proof);
    const left = proofLeaves(proof, proven);
    if (!proven.allowed) return refused(NOT_PROVEN[proven.refusal.rule], left);
    relieved = left;
  }
  const kind: WriteKind = isChange ? 'change' : hints ? 'reset with policy hints' : 'plain reset';
  const decision = decidePassword({
    kind,
    at,
    candidate,
    account,
    ownChange: context.ownChange,
    policy,
    switches,
    filters,
  });
  if (!decision.allowed) {
    const situation = isChange ? 'change refused by policy' : 'reset refused by policy';
    return { ...refused(situation, relieved), refusal: decision.refusal };
  }
  const { historyLength } = policy;
  const callerMayUnexpire = callerRights.unexpirePassword;
  const write = { at, hash: candidate.ntHash, historyLength, callerMayUnexpire, isChange };
  return accepted({ ...relieved, ...passwordWritten(account, write) });
}

const NOT_PROVEN = {
  'account-locked-out': 'change while locked out',
  'wrong-old-password': 'wrong old password',
} as const satisfies Record<OldPasswordRefusal['rule'], AnswerName>;

function malformed(
  kind: PasswordOperation['kind'],
  { unquotedPassword }: Pick<PolicySwitches, 'unquotedPassword'>,
): AnswerName {
  return kind === 'change' || unquotedPassword === 'constraint violation'
    ? 'malformed password in a change'
    : 'malformed password in a set';
}

function accepted(change: AccountChange): ModifyOutcome {
  return { answer: DIRECTORY_ANSWERS.success, situation: 'success', change };
}

function refused(situation: AnswerName, change: AccountChange = {}): ModifyOutcome {
  return { answer: DIRECTORY_ANSWERS[situation], situation, change };
}
