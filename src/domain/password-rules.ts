import { decideBy, type Decision } from '../kernel/decision.js';
import { BUILT_IN_RULES, type PolicyRule } from './built-in-rules.js';
import { FILTER_RULES } from './filter-rules.js';
import type { Exemption, PasswordWrite } from './password-write.js';
import type { PolicyRefusal } from './policy-refusal.js';

export type { PolicyRefusal } from './policy-refusal.js';
export type { PasswordWrite, WriteKind } from './password-write.js';

/**
 * Whether the domain accepts the password: the first rule that refuses decides. Filters are asked only about passwords
 * that passed Windows' own rules.
 */
export function decidePassword(write: PasswordWrite): Decision<PolicyRefusal> {
  const decision = decideBy(BUILT_IN_RULES, write);
  return decision.allowed ? decideBy(FILTER_RULES, write) : decision;
}

/** One rule's answer about one password. */
export interface RuleVerdict {
  readonly rule: PolicyRefusal['rule'];
  readonly title: string;
  readonly setBy: PolicyRule['setBy'];
  readonly verdict: 'passes' | 'fails' | 'does not apply';
  readonly refusal: PolicyRefusal | undefined;
  /** Why it does not apply. */
  readonly exemption: Exemption | undefined;
  /** What is required and what was found, for people; empty where the rule does not apply. */
  readonly figures: string;
}

/** Every rule with its verdict, in evaluation order; the first that fails is the one that decides. */
export function explainRules(write: PasswordWrite): readonly RuleVerdict[] {
  const builtIn = BUILT_IN_RULES.map((rule) => verdictOf(rule, write));
  const passed = builtIn.every(({ verdict }) => verdict !== 'fails');
  const filters = FILTER_RULES.map((rule) =>
    passed
      ? verdictOf(rule, write)
      : notAsked(rule, rule.exempt(write) ?? 'asked only when all other rules pass'),
  );
  return [...builtIn, ...filters];
}

function verdictOf(rule: PolicyRule, write: PasswordWrite): RuleVerdict {
  const exemption = rule.exempt(write);
  if (exemption !== undefined) return notAsked(rule, exemption);
  const refusal = rule.refusal(write);
  const { rule: name, title, setBy } = rule;
  const verdict = refusal === undefined ? 'passes' : 'fails';
  return { rule: name, title, setBy, verdict, refusal, exemption, figures: rule.figures(write) };
}

function notAsked({ rule, title, setBy }: PolicyRule, exemption: Exemption): RuleVerdict {
  return { rule, title, setBy, verdict: 'does not apply', refusal: undefined, exemption, figures: '' };
}
