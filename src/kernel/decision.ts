/** Why a party says no: its own rule, and the figures that go with it. */
export interface Refused {
  readonly rule: string;
}

/**
 * What a party decides. A refusal is a value, never thrown. `refusal` is the primary cause, first in evaluation
 * order; `alsoFails` are the later rules that would have refused too.
 */
export type Decision<R extends Refused = Refused> =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly refusal: R; readonly alsoFails: readonly R[] };

export const ALLOWED: { readonly allowed: true } = Object.freeze({ allowed: true });

/** One row of a rule table: its name, and the refusal if it refuses. */
export interface Rule<Subject, R extends Refused> {
  readonly rule: R['rule'];
  refusal(subject: Subject): R | undefined;
}

/** The first refusal decides; only then are the later rules asked as well. */
export function decideBy<Subject, R extends Refused>(
  rules: readonly Rule<Subject, R>[],
  subject: Subject,
): Decision<R> {
  for (let index = 0; index < rules.length; index++) {
    const refusal = rules[index]?.refusal(subject);
    if (refusal !== undefined) {
      return { allowed: false, refusal, alsoFails: refusalsOf(rules.slice(index + 1), subject) };
    }
  }
  return ALLOWED;
}

function refusalsOf<Subject, R extends Refused>(rules: readonly Rule<Subject, R>[], subject: Subject): R[] {
  return rules.map((rule) => rule.refusal(subject)).filter((refusal) => refusal !== undefined);
}
