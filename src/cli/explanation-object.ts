import type { DirectoryAnswer } from '../domain/directory-answers.js';
import type { Link, ResultantPolicy } from '../domain/resultant-policy.js';
import type { PasswordExplanation } from '../failure-modes/explain-password.js';
import { toIso } from '../kernel/instant.js';

/** The explanation as plain JSON: moments as ISO 8601, codes as Windows prints them. */
export function explanationObject(explanation: PasswordExplanation): Readonly<Record<string, unknown>> {
  const { user, kind, at, accepted, policy, rules, acceptedFrom, situation, answer } = explanation;
  const { cloudRefusal = null, missingRights, advice } = explanation;
  return {
    user,
    operation: kind,
    at: toIso(at),
    accepted,
    acceptedFrom: acceptedFrom === undefined ? null : toIso(acceptedFrom),
    policy: policyObject(policy),
    rules: rules.map(({ rule, title, setBy, verdict, exemption, figures }) => ({
      rule,
      title,
      from: originOf(setBy, policy.policy.origin),
      verdict,
      ...(exemption === undefined ? { figures } : { because: exemption }),
    })),
    answer: { situation, ...answerObject(answer) },
    cloudRefusal,
    missingRights,
    advice,
  };
}

/** Whose rule it is, for people. */
export function originOf(setBy: PasswordExplanation['rules'][number]['setBy'], policy: string): string {
  switch (setBy) {
    case 'policy':
      return policy;
    case 'account':
      return 'the account';
    case 'windows':
      return 'Active Directory itself';
    case 'filter':
      return 'a password filter';
  }
}

function policyObject({ policy, winner, beaten }: ResultantPolicy): Readonly<Record<string, unknown>> {
  return {
    from: policy.origin,
    because: winner === undefined ? 'no fine-grained policy applies' : sayLink(winner.link),
    precedence: winner?.policy.precedence ?? null,
    beaten: beaten.map(({ policy: { name, precedence }, link, because }) => ({
      name,
      precedence,
      link: sayLink(link),
      because,
    })),
  };
}

export function sayLink(link: Link): string {
  return link.by === 'user' ? 'linked to the user' : `through ${link.path.join(', a member of ')}`;
}

function answerObject({
  ldap,
  win32,
  ntStatus,
  diagnostic,
}: DirectoryAnswer): Readonly<Record<string, unknown>> {
  return {
    ldap,
    win32: win32 === undefined ? null : { code: hex(win32.code), name: win32.name },
    ntStatus: ntStatus === undefined ? null : { code: hex(ntStatus.code), name: ntStatus.name },
    diagnostic: diagnostic.text ?? null,
    confidence: diagnostic.confidence,
    source: diagnostic.source,
  };
}

export function hex(code: number): string {
  return `0x${code.toString(16).toUpperCase()}`;
}
