import { answerOf, type Answer } from './answer.js';
import { DIFFERENCES, type Difference } from './differences.js';
import type { RecordedOperation } from './operation.js';

/** How our answer to one operation stands to the recorded one. */
export type Verdict =
  | { readonly id: string; readonly is: 'agree' }
  | {
      readonly id: string;
      readonly is: 'explained';
      readonly by: readonly Difference[];
      readonly answer: Answer;
    }
  | {
      readonly id: string;
      readonly is: 'differ';
      readonly answer: Answer;
      readonly parts: readonly string[];
    };

/**
 * Agreed; or explained, which takes two things: with the named differences undone our domain answers exactly as
 * recorded, and our own answer is the one that the difference documents; or different.
 */
export function compare(operation: RecordedOperation): Verdict {
  const { id } = operation;
  const answer = answerOf(operation);
  const parts = disagreements(operation, answer);
  if (parts.length === 0) return { id, is: 'agree' };
  const by = explanation(operation, answer);
  return by === undefined ? { id, is: 'differ', answer, parts } : { id, is: 'explained', by, answer };
}

/** In which parts an answer is not the recorded one. What was not recorded is not compared. */
export function disagreements({ outcome }: RecordedOperation, answer: Answer): readonly string[] {
  const { after, bindWithNew } = outcome;
  const reason = outcome.reason === 'previousPassword' ? 'inHistory' : outcome.reason;
  const bind =
    bindWithNew && (bindWithNew.result === 0 ? 'ok' : /data (\w+)/.exec(bindWithNew.diagnostic)?.[1]);
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['result', outcome.result, answer.result],
    ['win32', outcome.win32 ?? answer.win32, answer.win32],
    ['reason', reason, answer.reason],
    ['performedAs', outcome.performedAs, answer.performedAs],
    ['pwdLastSet', after.pwdLastSet, answer.pwdLastSet],
    ['badPwdCount', after.badPwdCount[1], answer.badPwdCount],
    ['lockoutTime', after.lockoutTime, answer.lockoutTime],
    ['bindWithNew', bind ?? answer.bindWithNew, answer.bindWithNew],
  ];
  return pairs
    .filter(([, recorded, ours]) => recorded !== ours)
    .map(([part, recorded, ours]) => `${part}: recorded ${String(recorded)}, ours ${String(ours)}`);
}

/** The fewest differences that, undone, leave agreement. */
function explanation(operation: RecordedOperation, answer: Answer): readonly Difference[] | undefined {
  const possible = DIFFERENCES.filter((difference) => difference.concerns(operation));
  const sets = subsets(possible).sort((a, b) => a.length - b.length);
  return sets.find((set) => {
    if (!set.some((difference) => difference.documented(operation, answer))) return false;
    const undone = set.reduce((before, difference) => difference.undo(before), operation);
    return disagreements(undone, answerOf(undone)).length === 0;
  });
}

function subsets<T>(all: readonly T[]): T[][] {
  const [first, ...rest] = all;
  if (first === undefined) return [[]];
  const without = subsets(rest);
  return [...without, ...without.map((set) => set.concat(first))];
}
