import type { Rule } from '../kernel/decision.js';
import { isAdministrator } from './administrators.js';
import {
  isAllowed,
  methodsRequired,
  standingOf,
  type MethodsRequest,
  type MethodStanding,
} from './method-standing.js';
import { contactFor, countFactors, isWellFormed, METHODS, type Method } from './methods.js';

interface Counted {
  readonly usable: readonly Method[];
  readonly required: number;
}

/** Why somebody cannot pass the gates. All of it is one page and one reason; what tells it apart is the cause. */
export type MethodsRefusal =
  | ({ readonly rule: 'too-few-methods' } & Counted)
  | ({ readonly rule: 'phone-number-unusable'; readonly malformed: readonly string[] } & Counted)
  | ({ readonly rule: 'administrator-too-few-methods' } & Counted)
  | ({
      readonly rule: 'too-few-security-questions';
      readonly answered: number;
      readonly asked: number;
    } & Counted)
  | ({ readonly rule: 'methods-not-allowed'; readonly notAllowed: readonly Method[] } & Counted);

type Cause = MethodsRefusal['rule'];

function withStanding(request: MethodsRequest, ...standings: readonly MethodStanding[]): readonly Method[] {
  return METHODS.filter((method) => standings.includes(standingOf(method, request)));
}

/** The one thing that would have made the difference, if it is one thing. */
function causeOf(request: MethodsRequest): Cause | undefined {
  const required = methodsRequired(request);
  const enough = (...standings: readonly MethodStanding[]): boolean =>
    countFactors(withStanding(request, ...standings)) >= required;
  if (enough('usable')) return undefined;
  if (enough('usable', 'malformed')) return 'phone-number-unusable';
  if (enough('usable', 'too few questions')) return 'too-few-security-questions';
  if (isAdministrator(request.user) && enoughForOthers(request)) return 'administrator-too-few-methods';
  return enough('usable', 'not allowed') ? 'methods-not-allowed' : 'too-few-methods';
}

/** Whether the same user without a role would have had enough. */
function enoughForOthers({ user, tenant }: MethodsRequest): boolean {
  const methods = METHODS.filter((method) => {
    const datum = contactFor(method, user.contact);
    const there = datum === undefined ? user.methods.has(method) : isWellFormed(method, datum);
    return there && isAllowed(method, tenant);
  });
  return countFactors(methods) >= tenant.sspr.methodsRequired;
}

function rule(
  cause: Cause,
  refusal: (request: MethodsRequest, counted: Counted) => MethodsRefusal,
): MethodsRule {
  return {
    rule: cause,
    refusal: (request) =>
      causeOf(request) === cause
        ? refusal(request, { usable: withStanding(request, 'usable'), required: methodsRequired(request) })
        : undefined,
  };
}

type MethodsRule = Rule<MethodsRequest, MethodsRefusal>;

/** At most one of them refuses. */
export const METHOD_RULES: readonly MethodsRule[] = [
  rule('phone-number-unusable', (request, counted) => ({
    rule: 'phone-number-unusable',
    malformed: [
      ...new Set(
        withStanding(request, 'malformed')
          .map((method) => contactFor(method, request.user.contact))
          .filter((datum) => datum !== undefined),
      ),
    ],
    ...counted,
  })),
  rule('too-few-security-questions', ({ user, tenant }, counted) => ({
    rule: 'too-few-security-questions',
    answered: user.securityQuestions,
    asked: tenant.sspr.questions.toReset,
    ...counted,
  })),
  rule('administrator-too-few-methods', (_request, counted) => ({
    rule: 'administrator-too-few-methods',
    ...counted,
  })),
  rule('methods-not-allowed', (request, counted) => ({
    rule: 'methods-not-allowed',
    notAllowed: withStanding(request, 'not allowed'),
    ...counted,
  })),
  rule('too-few-methods', (_request, counted) => ({ rule: 'too-few-methods', ...counted })),
];
