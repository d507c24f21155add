import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideBy, type Rule } from '../../../src/kernel/decision.js';

it('takes the first refusal for the cause, and tells the later ones too', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 8 }), (refusing) => {
      const rules = refusing.map((refuses, index): Rule<null, { rule: string }> => {
        const rule = `rule ${index}`;
        return { rule, refusal: () => (refuses ? { rule } : undefined) };
      });
      const [first, ...others] = rules.flatMap(({ rule }, index) =>
        refusing[index] === true ? [{ rule }] : [],
      );
      expect(decideBy(rules, null)).toEqual(
        first === undefined ? { allowed: true } : { allowed: false, refusal: first, alsoFails: others },
      );
    }),
  );
});
