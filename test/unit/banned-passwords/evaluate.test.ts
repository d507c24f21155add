import { describe, expect, it } from 'vitest';
import { evaluateBannedPassword } from '../../../src/banned-passwords/evaluate.js';
import { normalise, termList } from '../../../src/banned-passwords/term-list.js';

function evaluate(
  password: string,
  terms: readonly string[],
  { names = [], scope = 'uncovered' }: { names?: readonly string[]; scope?: 'uncovered' | 'whole' } = {},
): ReturnType<typeof evaluateBannedPassword> {
  return evaluateBannedPassword(password, termList({ microsoft: [], tenant: terms }), names, scope);
}

const CONTOSO = ['contoso', 'london', 'widget'];

/** The documentation's own examples, and some computed from its rules. */
const EXAMPLES: readonly (readonly [string, readonly string[], number, boolean])[] = [
  ['Bl@nK', ['blank'], 1, false],
  ['abcdeg', ['abcdef'], 1, false],
  ['abcdefg', ['abcdef'], 2, false],
  ['abcde', ['abcdef'], 1, false],
  ['C0ntos0Blank12', ['contoso', 'blank'], 4, false],
  ['ContoS0Bl@nkf9!', ['contoso', 'blank'], 5, true],
  ['Contoso!1', CONTOSO, 3, false],
  ['Contoso@London', CONTOSO, 3, false],
  ['ContosoWidget', CONTOSO, 2, false],
  ['!Contoso', CONTOSO, 2, false],
  ['LondonHQ', CONTOSO, 3, false],
  ['Password1!', ['password'], 3, false],
  ['Passw0rd2024!', ['password'], 6, true],
  ['Summer2024!!', ['summer'], 7, true],
];

describe('the banned password evaluation', () => {
  it.each(EXAMPLES)('gives %s with %j %i points', (password, terms, points, accepted) => {
    expect(evaluate(password, terms)).toMatchObject({ points, accepted });
  });

  it.each(EXAMPLES)(
    'judges %s alike where one edit is forgiven on the whole password only',
    (password, terms, _, accepted) => {
      expect(evaluate(password, terms, { scope: 'whole' }).accepted).toBe(accepted);
    },
  );

  it('rejects a name at once, without counting points', () => {
    expect(evaluate('p0LL23fb', [], { names: ['Poll'] })).toMatchObject({
      accepted: false,
      points: undefined,
      name: 'Poll',
    });
  });

  it('does not look for names shorter than four characters', () => {
    expect(evaluate('joe12345678', [], { names: ['Joe'] }).accepted).toBe(true);
  });

  it('asks for five points: one character for each', () => {
    expect(evaluate('wxyz', [])).toMatchObject({ points: 4, accepted: false });
    expect(evaluate('vwxyz', [])).toMatchObject({ points: 5, accepted: true });
  });

  it('says which lists a term stands on', () => {
    const list = termList({ microsoft: ['Password'], tenant: ['passw0rd', 'contoso'] });
    expect(evaluateBannedPassword('P@ssword', list, []).matches).toEqual([
      { term: 'password', lists: ['microsoft', 'tenant'], fuzzy: false },
    ]);
  });

  it.each([
    ['a letter replaced', 'xontoso'],
    ['the first one left out', 'ontoso'],
    ['one put before', 'xcontoso'],
    ['one put in', 'conxtoso'],
    ['the last one left out', 'contos'],
  ])('finds a term with %s', (_, password) => {
    expect(evaluate(password, ['contoso']).points).toBeLessThanOrEqual(2);
  });

  it('does not forgive two edits', () => {
    expect(evaluate('cxntxso', ['contoso']).points).toBe(7);
  });

  it('takes the cheapest of several covers', () => {
    expect(evaluate('abcdefgh', ['abcd', 'efgh', 'bcdefg']).points).toBe(2);
  });
});

it('undoes the published substitutions', () => {
  expect(normalise('P@$$W0RD1')).toBe('passwordl');
});
