import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluateBannedPassword } from '../../src/banned-passwords/evaluate.js';
import { termList } from '../../src/banned-passwords/term-list.js';
import { evaluateNaively } from '../unit/banned-passwords/naive-evaluation.js';

/** Few letters, so that terms overlap, contain each other, and are one edit apart. */
const word = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'O', '0', 'é'), minLength, maxLength });

it.each(['uncovered', 'whole'] as const)('finds what trying every reading finds, scope "%s"', (scope) => {
  fc.assert(
    fc.property(fc.array(word(1, 6), { maxLength: 6 }), word(0, 10), (terms, password) => {
      const list = termList({ microsoft: [], tenant: terms });
      const { points, matches } = evaluateBannedPassword(password, list, [], scope);
      const found = matches.map(({ term, fuzzy }) => ({ term, fuzzy }));
      expect({ points, matches: found }).toEqual(evaluateNaively(password, terms, scope));
    }),
    { numRuns: 1500 },
  );
});

it('finds what trying every reading finds, where terms are one edit away from the password', () => {
  const edited = fc
    .tuple(word(4, 7), fc.nat({ max: 7 }), fc.constantFrom('', 'b', 'x', 'bx'))
    .map(([term, at, put]): [string, string] => [term, term.slice(0, at) + put + term.slice(at + 1)]);
  fc.assert(
    fc.property(fc.array(edited, { minLength: 1, maxLength: 3 }), word(0, 2), (pairs, more) => {
      const terms = pairs.map(([term]) => term);
      const password = pairs
        .map(([, near]) => near)
        .join(more)
        .slice(0, 13);
      const list = termList({ microsoft: [], tenant: terms });
      const { points, matches } = evaluateBannedPassword(password, list, []);
      const found = matches.map(({ term, fuzzy }) => ({ term, fuzzy }));
      expect({ points, matches: found }).toEqual(evaluateNaively(password, terms, 'uncovered'));
    }),
    { numRuns: 500 },
  );
});
