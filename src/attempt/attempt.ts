import type { AnswerName } from '../domain/directory-answers.js';
import type { Candidate } from '../kernel/candidate.js';
import type { Instant } from '../kernel/instant.js';
import type { ConnectorRefusal } from '../connector/decisions.js';
import type { EngineTrace } from '../connector/engine-traces.js';
import type { EngineError, WritebackFailure } from '../connector/failures.js';
import type { AccessRefusal } from '../domain/access-refusal.js';
import type { AuditOutcomes } from '../domain/audit-policy.js';
import type { UnreachableRefusal } from '../domain/choose-controller.js';
import type { AwaitedPolicyRefusal } from './awaited-policy.js';
import type { SignInRefusal } from '../domain/sign-in.js';
import type { OldPasswordRefusal } from '../domain/old-password.js';
import type { ResetPermissionRefusal } from '../tenant/password-resetters.js';
import type { UnlockRefusal } from '../tenant/unlock.js';
import type { PolicyRefusal } from '../domain/password-rules.js';
import type { CloudPasswordRefusal } from '../tenant/cloud-password-rules.js';
import type { CloudWriteRefusal } from '../tenant/cloud-write.js';
import type { EligibilityRefusal } from '../tenant/eligibility.js';
import type { Method } from '../tenant/methods.js';
import type { SubmissionAnswer } from '../tenant/refusal-presentation.js';
import type { Challenge, VerificationRefusal } from '../tenant/verification.js';
import type { Errand } from './errand.js';
import type { Person } from './person.js';
import type { Verb } from './verb.js';

/** Why an attempt failed: the rule of the party that said no, with its figures. */
export type Refusal =
  | EligibilityRefusal
  | VerificationRefusal
  | CloudPasswordRefusal
  | CloudWriteRefusal
  | ConnectorRefusal
  | UnreachableRefusal
  | AccessRefusal
  | PolicyRefusal
  | AwaitedPolicyRefusal
  | OldPasswordRefusal
  | UnlockRefusal
  | ResetPermissionRefusal
  | CloudRefusal
  /** The right that an unlock without a reset needs. */
  | { readonly rule: 'unlock-right-missing'; readonly account: string; readonly why: AccessRefusal };

/** What Entra ID itself does not take. */
export type CloudRefusal =
  /** A change where the password is kept in the cloud alone. */
  | { readonly rule: 'wrong-old-password-in-cloud' }
  /** The domain took the change; the cloud has yet to hear of the old password that was proven. */
  | { readonly rule: 'old-password-not-yet-synchronised' };

/** What a success leaves undone: because the connector account may not do it, or not everybody knows of it. `why` is what keeps a right away. */
export type Shortfall =
  | { readonly rule: 'still-locked-out'; readonly account: string; readonly why: AccessRefusal }
  | { readonly rule: 'password-expired-at-once'; readonly account: string; readonly why: AccessRefusal }
  /** A sign-in was refused because the domain controllers that looked had not heard of a change yet. */
  | {
      readonly rule: 'change-not-replicated-yet';
      readonly account: string;
      readonly refusedBy: SignInRefusal['rule'];
      /** Who looked last, who knows better, and when the one will have heard; undefined while it cannot. */
      readonly asked: string;
      readonly knownAt: string;
      readonly arrives: Instant | undefined;
    }
  /** The operation writes to the cloud alone: the domain keeps the old password. */
  | { readonly rule: 'never-written-back'; readonly by: string; readonly account: string }
  /** Only a reset by the person unlocks. */
  | { readonly rule: 'lock-left-by-administrator'; readonly account: string }
  /** A password that never expires need not be changed either. */
  | { readonly rule: 'forced-change-without-effect'; readonly account: string }
  | { readonly rule: 'forced-change-right-missing'; readonly account: string; readonly why: AccessRefusal }
  | {
      readonly rule: 'nothing-to-unlock';
      readonly account: string;
      /** What the account's own state is, if that keeps the person out. */
      readonly but: SignInRefusal['rule'] | undefined;
    };

/** What happened and is in no log, where people look for it. */
export interface Unseen {
  readonly rule: 'refusal-not-audited';
  /** The domain controller that says nothing. */
  readonly host: string;
  readonly subcategory: string;
  readonly audited: AuditOutcomes;
}

/** One session with all its submissions, as the stages see it. */
export interface Attempt {
  /** Counted from 1. */
  readonly session: number;
  /** The row in which its facts stand: the user, and which of the user's sessions it is. */
  readonly stream: string;
  readonly verb: Verb;
  readonly errand: Errand;
  readonly person: Person;
  /** When the person came to the page. */
  readonly began: Instant;
  /** The person can do nothing after this. */
  readonly deadline: Instant;
  /** The moment of the stage that is deciding. */
  now: Instant;
  /** Key of the person's user in the tenant, once identified. */
  user: string;
  /** Key of the account in the domain, once located. */
  account: string;
  /** The domain controller that the sync server has bound to for it. */
  controller: string | undefined;
  /** What the person is offered, and how many of them they need, as it was when they were let in. */
  offers: readonly Method[];
  gates: number;
  /** How many tries at the gates have been made. */
  tries: number;
  /** What was sent or asked last. */
  challenge: Challenge | undefined;
  /** The methods that have proven who it is. */
  proven: readonly Method[];
  /** Whether the gates are passed, and it is about passwords. */
  choosing: boolean;
  /** How many passwords have been submitted. */
  submission: number;
  /** Which life of the sync server's client fetched the present submission from the relay, and when. */
  received: { readonly at: Instant; readonly life: number } | undefined;
  /** What a domain controller answered the present submission's write, where it refused. */
  directoryAnswer: AnswerName | undefined;
  /** Where the present submission's old password counted as wrong, and whether that locked the account there. */
  oldPasswordCounted: readonly { readonly host: string; readonly locked: boolean }[];
  /** What became of the present submission, as far as the cloud can tell. */
  answer: SubmissionAnswer | undefined;
  /** Whether the present submission unlocked the account. */
  unlocked: boolean;
  /** Whether the present submission made the account change the password at the next logon. */
  changeRequired: boolean;
  refusal: Refusal | undefined;
  alsoFails: readonly Refusal[];
  shortfalls: readonly Shortfall[];
  unseen: readonly Unseen[];
}

/** A session that has just begun. */
export function newAttempt(
  given: Pick<Attempt, 'session' | 'stream' | 'errand' | 'person' | 'began' | 'deadline'>,
): Attempt {
  return {
    ...given,
    verb: given.errand.verb,
    now: given.began,
    user: '',
    account: '',
    controller: undefined,
    offers: [],
    gates: 1,
    tries: 0,
    challenge: undefined,
    proven: [],
    choosing: false,
    submission: 0,
    received: undefined,
    directoryAnswer: undefined,
    oldPasswordCounted: [],
    answer: undefined,
    unlocked: false,
    changeRequired: false,
    refusal: undefined,
    alsoFails: [],
    shortfalls: [],
    unseen: [],
  };
}

/** The password now under way. */
export function candidateOf(attempt: Readonly<Attempt>): Candidate {
  const candidate = attempt.person.passwords[attempt.submission - 1];
  if (candidate === undefined) throw new RangeError('no password has been submitted yet');
  return candidate;
}

/** How the connector words a refusal: its own event, and the engine's error behind it. */
export interface ConnectorAnswer {
  readonly failure: WritebackFailure;
  /** Absent where the connector decides without the engine: then there is no 6329, and no known text. */
  readonly error: EngineError | undefined;
  /** Whether the engine writes its own record. */
  readonly engineTells: boolean;
  /** In which words, where they are not the plain ones. */
  readonly trace?: EngineTrace;
}
