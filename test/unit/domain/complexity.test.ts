import { describe, expect, it } from 'vitest';
import { categoriesOf, nameIn } from '../../../src/domain/complexity.js';
import { letterCategory } from '../../../src/domain/letter-category.js';

const jane = { samAccountName: 'jdoe', displayName: 'Jane M. Doe-Smith' };

describe('the complexity requirement', () => {
  it.each([
    ['Passw0rd', 3],
    ['password1', 2],
    ['Password', 2],
    ['P@ssword', 3],
    ['Ab1 cd2', 3],
    ['пароль77', 2],
    ['Пароль77', 3],
    ['密码密码密A1', 3],
    ['€€€€aaA', 2],
    ['ǅ1a', 3],
    ['', 0],
  ])('counts the categories of %j', (password, categories) => {
    expect(categoriesOf(password).length).toBe(categories);
  });

  it.each([
    ['xJDOEx9!', 'sAMAccountName'],
    ['SmithAB1!', 'displayName'],
    ['Janet#77x', 'displayName'],
    ['M.aaaa1!', undefined],
    ['doesmith1A', 'displayName'],
    ['J-D-o-e-9z', undefined],
  ])('looks for names in %j', (password, attribute) => {
    expect(nameIn(password, jane)?.attribute).toBe(attribute);
  });

  it('does not look for names shorter than three characters', () => {
    expect(nameIn('Abab1234', { samAccountName: 'ab', displayName: 'A B' })).toBeUndefined();
  });
});

it('knows the letters of well-known scripts as the engine does', () => {
  // The table is frozen; on what was assigned long ago every Unicode version agrees.
  for (let code = 0; code < 0x2000; code++) {
    const character = String.fromCodePoint(code);
    const engine = ['Lu', 'Ll', 'Lt', 'Lm', 'Lo'].find((name) =>
      new RegExp(`\\p{${name}}`, 'u').test(character),
    );
    if (engine !== undefined) expect(letterCategory(code), code.toString(16)).toBe(engine);
  }
});
