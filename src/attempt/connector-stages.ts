import { ALLOWED, type Decision } from '../kernel/decision.js';
import { MILLISECOND } from '../kernel/duration.js';
import { SimulatorBug } from '../kernel/error.js';
import { isListening } from '../connector/client.js';
import { preferredInUse } from '../connector/preferred-controllers.js';
import { translated, type ReceivedAnswer } from '../connector/received-answer.js';
import type { ConnectorRefusal } from '../connector/decisions.js';
import type {
  ConnectorFact,
  EngineFailed,
  WritebackContext,
  WritebackOperation,
} from '../connector/facts.js';
import { chooseController, type UnreachableRefusal } from '../domain/choose-controller.js';
import { DIRECTORY_ANSWERS, type DirectoryAnswer } from '../domain/directory-answers.js';
import { skewBetween, TOLERATED_SKEW } from '../domain/machine-clock.js';
import { accountAt } from '../domain/replica.js';
import type { OnPremisesAnswer } from '../tenant/refusal-presentation.js';
import type { State, View } from '../world/state.js';
import type { Attempt, ConnectorAnswer, Refusal } from './attempt.js';
import { sessionOpened } from './audited-session.js';
import { controllerInUse } from './connector-access.js';
import { SERVER_FAULT_ANSWERS } from './hampered.js';
import { operationOf } from './errand.js';
import { RELAY_TIMEOUT } from './serving.js';
import { at, note, type Stage } from './stage.js';
import { cloudUserOf } from './tenant-stages.js';

type AttemptView = Readonly<Attempt>;

function refused(refusal: ConnectorRefusal): Decision<ConnectorRefusal> {
  return { allowed: false, refusal, alsoFails: [] };
}

function whyNobodyListens({ connector: { service, writebackEnabled, client } }: View): ConnectorRefusal {
  if (service.running && !writebackEnabled) return { rule: 'writeback-switched-off' };
  return (service.running ? client.trouble : undefined) ?? { rule: 'nobody-listening' };
}

/** Over the tenant's relay to whoever listens. Where nobody does, the message waits there, and expires unanswered. */
export const relaying: Stage = {
  pace: { usual: 80 * MILLISECOND, varies: 0.5 },
  patience: RELAY_TIMEOUT,
  decide: (view) => (isListening(view.connector.client) ? ALLOWED : refused(whyNobodyListens(view))),
  effect: ({ connector }, attempt, decision) => {
    // What was answered to an earlier password answers nothing now.
    attempt.directoryAnswer = undefined;
    note(attempt, decision);
    if (decision.allowed) attempt.received = { at: attempt.now, life: connector.client.life };
    else attempt.answer = 'no answer';
  },
};

/** The message is fetched from the relay, and its password decrypted with the server's own key. */
export const receiving: Stage = {
  pace: { usual: 30 * MILLISECOND, varies: 0.5 },
  decide: ({ connector, tenant }) =>
    connector.keys.generation === tenant.writeback.keyGeneration
      ? ALLOWED
      : refused({ rule: 'key-mismatch' }),
  effect: (_state, attempt, decision) => note(attempt, decision),
  facts: (view, attempt) => [
    at(view.connector.host, {
      kind: 'writeback-started',
      operation: requestedOf(view, attempt).operation,
      userPrincipalName: cloudUserOf(view, attempt).userPrincipalName,
    }),
  ],
};

function requestedOf(view: View, attempt: AttemptView): WritebackOperation {
  return operationOf(attempt.errand, cloudUserOf(view, attempt).userPrincipalName);
}

/** Cloud anchor, connector space, metaverse, Active Directory object. */
export const locatingUser: Stage = {
  pace: { usual: 15 * MILLISECOND, varies: 0.5 },
  decide: () => ALLOWED,
  effect: (state, attempt) => {
    const { objectId } = cloudUserOf(state, attempt);
    const account = state.connector.links.get(objectId);
    if (account === undefined) throw new SimulatorBug('a synchronised user has no account in the domain');
    attempt.account = account;
  },
};

/** The connector looks at the account before it writes, and refuses a disabled one by itself. */
export const checkingReadiness: Stage = {
  pace: { usual: 5 * MILLISECOND, varies: 0.5 },
  decide: (view, attempt) => {
    const account = accountAt(view.domain, controllerInUse(view), attempt.account);
    if (account?.options.accountDisabled !== true) return ALLOWED;
    return refused({ rule: 'account-disabled-on-premises', account: account.samAccountName });
  },
  effect: (_state, attempt, decision) => note(attempt, decision),
};

/** Bind, log on, bind again: three records before every write (jpazureid/blog: password-writeback-overview.md). */
export const bindingToDomain: Stage = {
  pace: { usual: 40 * MILLISECOND, varies: 0.5 },
  decide: ({ connector, domain, switches }): Decision<Refusal> => {
    const found = chooseController(domain.controllers, preferredInUse(connector));
    if ('rule' in found) return { allowed: false, refusal: found, alsoFails: [] };
    const skew = skewBetween(domain, connector, found);
    if (!switches.clockSkewRefusesBind || skew <= TOLERATED_SKEW) return ALLOWED;
    const refusal = { rule: 'clock-skew-too-great', controller: found.host, skew } as const;
    return { allowed: false, refusal: { ...refusal, tolerated: TOLERATED_SKEW }, alsoFails: [] };
  },
  effect: (state, attempt, decision) => {
    note(attempt, decision);
    attempt.controller = decision.allowed ? controllerInUse(state).host : undefined;
  },
  facts: (view, _attempt, decision) => {
    if (!decision.allowed) return [];
    const { connector, domain } = view;
    const body = { domain: domain.dnsName.toUpperCase(), accountName: connector.accountName } as const;
    return [
      at(connector.host, { kind: 'ldap-bind', ...body }),
      at(connector.host, { kind: 'logon-user', ...body }, 4 * MILLISECOND),
      at(connector.host, { kind: 'ldap-bind', ...body }, 9 * MILLISECOND),
      ...sessionOpened(view),
    ];
  },
};

export const lookingUpConnectorAccount: Stage = {
  pace: { usual: 10 * MILLISECOND, varies: 0.5 },
  decide: () => ALLOWED,
};

function contextOf(view: View, attempt: AttemptView): WritebackContext {
  const { objectId, sourceAnchor = '', userPrincipalName } = cloudUserOf(view, attempt);
  return {
    cloudAnchor: `User_${objectId}`,
    sourceAnchor,
    userPrincipalName,
    ...requestedOf(view, attempt),
  };
}

/** The domain said yes; when password hash synchronisation next looks, it will find the new hash. */
export const answeringSuccess: Stage = {
  pace: { usual: 60 * MILLISECOND, varies: 0.5 },
  decide: () => ALLOWED,
  facts: (view, attempt) => [
    at(view.connector.host, { kind: 'writeback-succeeded', context: contextOf(view, attempt) }),
  ],
};

/** No domain controller: the event for what Active Directory answers otherwise, with the engine's code. */
const UNREACHABLE = {
  failure: 'ADUnKnownError',
  error: '80230818',
  engineTells: false,
} as const;

/** What the connector makes of what it finds itself, before any domain controller has answered. */
const OWN_ANSWERS: Readonly<
  Record<
    | 'account-disabled-on-premises'
    | 'key-mismatch'
    | UnreachableRefusal['rule']
    | keyof typeof SERVER_FAULT_ANSWERS,
    ConnectorAnswer
  >
> = {
  'account-disabled-on-premises': { failure: 'ADUserAccountDisabled', error: undefined, engineTells: false },
  'key-mismatch': { failure: 'DecryptionError', error: undefined, engineTells: false },
  ...SERVER_FAULT_ANSWERS,
  'domain-controllers-down': UNREACHABLE,
  'preferred-controller-by-netbios-name': UNREACHABLE,
  'only-read-only-controllers': UNREACHABLE,
  // No source has what the engine says then: inferred to be the event for what is answered otherwise, without a code.
  'clock-skew-too-great': { ...UNREACHABLE, error: undefined },
};

function isOwn(rule: Refusal['rule']): rule is keyof typeof OWN_ANSWERS {
  return Object.hasOwn(OWN_ANSWERS, rule);
}

/** The refusal that is answered, whether the answer arrives or not. */
function refusedOnPremises({ refusal, alsoFails }: AttemptView): Refusal | undefined {
  return refusal?.rule === 'answer-lost' ? alsoFails[0] : refusal;
}

/** What the domain controller has answered, as it comes over LDAP. */
function received(attempt: AttemptView): ReceivedAnswer | undefined {
  // Where only read-only domain controllers are left, each refers to one that cannot be reached.
  const referred = refusedOnPremises(attempt)?.rule === 'only-read-only-controllers';
  const name = referred ? 'referred elsewhere' : attempt.directoryAnswer;
  if (name === undefined) return undefined;
  const { ldap, win32, diagnostic }: DirectoryAnswer = DIRECTORY_ANSWERS[name];
  return { ldap: ldap.code, win32: win32?.code, diagnostic: diagnostic.text };
}

const PROTECTED: ReadonlySet<Refusal['rule']> = new Set<Refusal['rule']>([
  'protected-account',
  'leftover-admin-count',
]);

/** From what a domain controller has answered, where one was asked; otherwise from what the connector found itself. */
function answerTo(view: View, attempt: AttemptView): ConnectorAnswer {
  const refusal = refusedOnPremises(attempt);
  if (refusal === undefined) throw new SimulatorBug('the connector answers a refusal that never was');
  const answer = received(attempt);
  const translation: ConnectorAnswer | undefined = answer && translated(answer);
  if (translation !== undefined) {
    // An account that SDProp protects has a code of its own when an administrator resets (users-reset-password-azure-portal.yml).
    const privileged =
      PROTECTED.has(refusal.rule) && requestedOf(view, attempt).operation === 'administratorReset';
    return privileged ? { ...translation, error: '80231367' } : translation;
  }
  if (!isOwn(refusal.rule)) throw new SimulatorBug(`the connector has no answer to "${refusal.rule}"`);
  return OWN_ANSWERS[refusal.rule];
}

/** What the cloud hears: one thing for all that an administrator has to mend, others for what the person may mend. */
const TO_CLOUD: Readonly<Partial<Record<ConnectorAnswer['failure'], OnPremisesAnswer>>> = {
  ADPasswordPolicyError: 'policy violation',
  ADUserAccountDisabled: 'account locked or disabled',
  ADUserAccountLockedOut: 'account locked or disabled',
  ADUserIncorrectPassword: 'wrong old password',
};

function traced(
  view: View,
  attempt: AttemptView,
  name: ConnectorAnswer['trace'],
): Pick<EngineFailed, 'trace'> {
  if (name === undefined) return {};
  const { cloudAnchor } = contextOf(view, attempt);
  const { accountName } = view.connector;
  return { trace: { name, cloudAnchor, netbiosName: view.domain.netbiosName, accountName } };
}

export const answeringRefusal: Stage = {
  pace: { usual: 60 * MILLISECOND, varies: 0.5 },
  decide: () => ALLOWED,
  effect: (state: State, attempt) => {
    attempt.answer = TO_CLOUD[answerTo(state, attempt).failure] ?? 'administrator must act';
  },
  facts: (view, attempt) => {
    const { failure, error, engineTells, trace } = answerTo(view, attempt);
    const { host, build } = view.connector;
    const failed: ConnectorFact = {
      kind: 'writeback-failed',
      failure,
      error,
      received: received(attempt),
      context: contextOf(view, attempt),
    };
    const told = at(host, failed, 8 * MILLISECOND);
    return engineTells
      ? [at(host, { kind: 'engine-failed', error, build, ...traced(view, attempt, trace) }), told]
      : [told];
  },
};
