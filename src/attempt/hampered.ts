import { decideStep, type ServerFaultRefusal, type WriteStep } from '../connector/server-faults.js';
import type { Decision } from '../kernel/decision.js';
import { accountAt } from '../domain/replica.js';
import type { View } from '../world/state.js';
import type { Attempt, ConnectorAnswer } from './attempt.js';
import { controllerInUse } from './connector-access.js';
import { countDenial, samDenied } from './sam-denied.js';
import { note, refusalIn, type Stage } from './stage.js';
import { cloudUserOf } from './tenant-facts.js';

/** A step of the sync server, and what may be wrong there before it: with the account found, or after it has bound. */
export function hampered(stage: Stage, step: WriteStep): Stage {
  const isAfter = step === 'looking up';
  return {
    ...stage,
    decide: (view, attempt) => {
      const own = isAfter ? stage.decide(view, attempt) : undefined;
      if (own?.allowed === false) return own;
      const met = meets(view, attempt, step);
      return met.allowed ? (own ?? stage.decide(view, attempt)) : met;
    },
    effect: (state, attempt, decision) => {
      if (decision.allowed) stage.effect?.(state, attempt, decision);
      else note(attempt, decision);
      if (refusalIn(decision)?.rule === 'remote-sam-restricted') countDenial(state, attempt);
    },
    facts: (view, attempt, decision) =>
      refusalIn(decision)?.rule === 'remote-sam-restricted'
        ? samDenied(view, attempt)
        : (stage.facts?.(view, attempt, decision) ?? []),
  };
}

function meets(view: View, attempt: Readonly<Attempt>, step: WriteStep): Decision<ServerFaultRefusal> {
  const { objectId } = cloudUserOf(view, attempt);
  const account =
    step === 'ready' ? accountAt(view.domain, controllerInUse(view), attempt.account) : undefined;
  return decideStep(step, {
    faults: view.connector.faults,
    objectId,
    distinguishedName: account?.distinguishedName,
  });
}

type Answer = ConnectorAnswer & { readonly answer: 'administrator must act' };

const answer = 'administrator must act';
const NO_TARGET: Answer = {
  failure: 'ADUserNotFoundError',
  error: '80230405',
  engineTells: true,
  trace: 'no target',
  answer,
};

/**
 * What the connector makes of them. Event and code are documented for each (troubleshoot-sspr-writeback.md) but for
 * the event of 800700CE and of an account in Protected Users, which are inferred.
 */
export const SERVER_FAULT_ANSWERS: Readonly<Record<ServerFaultRefusal['rule'], Answer>> = {
  'account-not-linked': NO_TARGET,
  'outside-password-sync-scope': NO_TARGET,
  'duplicate-accounts': { failure: 'ADMutliMatchError', error: '80230402', engineTells: false, answer },
  'forest-added-later': { failure: 'ADConfigurationError', error: '8023061F', engineTells: true, answer },
  'reserved-character-in-unit': { failure: 'ADUnKnownError', error: undefined, engineTells: false, answer },
  'insecure-ldap': { failure: 'ADConfigurationError', error: '8023062C', engineTells: false, answer },
  'account-password-too-long': { failure: 'ADUnKnownError', error: '800700CE', engineTells: false, answer },
  'connector-account-in-protected-users': {
    failure: 'ADPermissionsError',
    error: undefined,
    engineTells: false,
    answer,
  },
  'rpc-blocked': {
    failure: 'ADUnKnownError',
    error: '80004005',
    engineTells: true,
    trace: 'no RPC',
    answer,
  },
  'remote-sam-restricted': {
    failure: 'ADPermissionsError',
    error: '80230626',
    engineTells: true,
    trace: 'remote SAM denied',
    answer,
  },
  'policy-control-missing': {
    failure: 'ADUnKnownError',
    error: undefined,
    engineTells: true,
    trace: 'policy control missing',
    answer,
  },
};
