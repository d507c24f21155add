import { ALLOWED, type Decision } from '../kernel/decision.js';
import { MILLISECOND } from '../kernel/duration.js';
import { SimulatorBug } from '../kernel/error.js';
import { isListening } from '../connector/client.js';
import { preferredInUse } from '../connector/preferred-controllers.js';
import type { ConnectorRefusal } from '../connector/decisions.js';
import type { ConnectorFact, EngineFailed, WritebackContext } from '../connector/facts.js';
import { chooseController, type UnreachableRefusal } from '../domain/choose-controller.js';
import type { AccessRefusal } from '../domain/access-refusal.js';
import { accountAt } from '../domain/replica.js';
import type { OnPremisesAnswer } from '../tenant/refusal-presentation.js';
import type { State, View } from '../world/state.js';
import type { Attempt, ConnectorAnswer, Refusal } from './attempt.js';
import { sessionOpened } from './audited-session.js';
import { controllerInUse } from './connector-access.js';
import { SERVER_FAULT_ANSWERS } from './hampered.js';
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
      operation: 'reset',
      userPrincipalName: cloudUserOf(view, attempt).userPrincipalName,
    }),
  ],
};

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
  decide: ({ connector, domain }): Decision<Refusal> => {
    const found = chooseController(domain.controllers, preferredInUse(connector));
    return 'rule' in found ? { allowed: false, refusal: found, alsoFails: [] } : ALLOWED;
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
  return { cloudAnchor: `User_${objectId}`, sourceAnchor, userPrincipalName };
}

/** The domain said yes; when password hash synchronisation next looks, it will find the new hash. */
export const answeringSuccess: Stage = {
  pace: { usual: 60 * MILLISECOND, varies: 0.5 },
  decide: () => ALLOWED,
  facts: (view, attempt) => [
    at(view.connector.host, {
      kind: 'writeback-succeeded',
      operation: 'reset',
      context: contextOf(view, attempt),
      unblockUser: true,
    }),
  ],
};

/** Whatever keeps the right away, the answer is the same (MicrosoftDocs/SupportArticles-docs: SSPR_0029). */
const ACCESS_DENIED = {
  failure: 'ADPermissionsError',
  error: '80230626',
  engineTells: true,
  answer: 'administrator must act',
} as const;

/** No domain controller: the event for what Active Directory answers otherwise, with the engine's code. */
const UNREACHABLE = {
  failure: 'ADUnKnownError',
  error: '80230818',
  engineTells: false,
  answer: 'administrator must act',
} as const;

/** What the connector makes of a refusal on-premises: its own event, and the answer to the cloud. */
const ANSWERS: Readonly<
  Partial<Record<Refusal['rule'], ConnectorAnswer & { readonly answer: OnPremisesAnswer }>> &
    Record<
      AccessRefusal['rule'] | UnreachableRefusal['rule'],
      ConnectorAnswer & { readonly answer: OnPremisesAnswer }
    >
> = {
  'account-disabled-on-premises': {
    failure: 'ADUserAccountDisabled',
    error: undefined,
    engineTells: false,
    answer: 'administrator must act',
  },
  'key-mismatch': {
    failure: 'DecryptionError',
    error: undefined,
    engineTells: false,
    answer: 'administrator must act',
  },
  ...SERVER_FAULT_ANSWERS,
  'domain-controllers-down': UNREACHABLE,
  'preferred-controller-by-netbios-name': UNREACHABLE,
  'only-read-only-controllers': UNREACHABLE,
  'reset-password-right-missing': ACCESS_DENIED,
  'outside-delegated-unit': ACCESS_DENIED,
  'inheritance-disabled': ACCESS_DENIED,
  'protected-account': ACCESS_DENIED,
  'leftover-admin-count': ACCESS_DENIED,
  'right-denied-explicitly': ACCESS_DENIED,
  'right-not-yet-in-effect': ACCESS_DENIED,
};

/** Whatever rule refused, the engine says the same: the log never tells which (troubleshoot-sspr-writeback.md). */
const POLICY_ANSWER = {
  failure: 'ADPasswordPolicyError',
  error: '80230619',
  engineTells: true,
  answer: 'policy violation',
} as const;

/** The refusal that is answered, whether the answer arrives or not. */
function refusedOnPremises({ refusal, alsoFails }: AttemptView): Refusal | undefined {
  return refusal?.rule === 'answer-lost' ? alsoFails[0] : refusal;
}

function answerTo(refusal: Refusal | undefined): ConnectorAnswer & { readonly answer: OnPremisesAnswer } {
  if (refusal === undefined) throw new SimulatorBug('the connector answers a refusal that never was');
  return ANSWERS[refusal.rule] ?? POLICY_ANSWER;
}

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
  effect: (_state: State, attempt) => {
    attempt.answer = answerTo(refusedOnPremises(attempt)).answer;
  },
  facts: (view, attempt) => {
    const { failure, error, engineTells, trace } = answerTo(refusedOnPremises(attempt));
    const { host, build } = view.connector;
    const failed: ConnectorFact = {
      kind: 'writeback-failed',
      failure,
      error,
      context: contextOf(view, attempt),
    };
    const told = at(host, failed, 8 * MILLISECOND);
    return engineTells
      ? [at(host, { kind: 'engine-failed', error, build, ...traced(view, attempt, trace) }), told]
      : [told];
  },
};
