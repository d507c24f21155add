import { letterCategory } from './letter-category.js';

/** The five character categories of "Password must meet complexity requirements". */
export type CharacterCategory = 'upper case' | 'lower case' | 'digit' | 'symbol' | 'other letter';

/** How many different categories a password must draw from. */
export const CATEGORIES_REQUIRED = 3;

const SYMBOLS = new Set('(`~!@#$%^&*_-+=|\\{}[]:;"\'<>,.?)/');

/**
 * The category of one character; undefined for those that count for none, such as a blank or the euro sign.
 * A character counts for one category only.
 * Sources: MicrosoftDocs/windows-itpro-docs: password-must-meet-complexity-requirements.md; for the second sentence
 * MicrosoftDocs/win32: desktop-src/SecMgmt/strong-password-enforcement-and-passfilt-dll.md.
 */
export function characterCategory(character: string): CharacterCategory | undefined {
  if (character >= '0' && character <= '9') return 'digit';
  if (SYMBOLS.has(character)) return 'symbol';
  switch (letterCategory(character.codePointAt(0) ?? 0)) {
    case 'Lu':
      return 'upper case';
    case 'Ll':
      return 'lower case';
    case 'Lt':
    case 'Lm':
    case 'Lo':
      return 'other letter';
    case undefined:
      return undefined;
  }
}

/** Which categories a password draws from, whatever the order of its characters. */
export function categoriesOf(password: string): ReadonlySet<CharacterCategory> {
  const found = new Set<CharacterCategory>();
  for (const character of password) {
    const category = characterCategory(character);
    if (category !== undefined) found.add(category);
  }
  return found;
}

/** Names shorter than this are not looked for. */
const SHORTEST_NAME = 3;
const NAME_DELIMITERS = /[,.\-_ #\t]+/;

/** A part of the account's names that occurs in the password. */
export interface NameFound {
  readonly attribute: 'sAMAccountName' | 'displayName';
  readonly part: string;
}

/**
 * The first name that the password contains, whatever its case: the whole sAMAccountName, or a part of the
 * displayName, each from three characters on.
 */
export function nameIn(
  password: string,
  account: { readonly samAccountName: string; readonly displayName: string },
): NameFound | undefined {
  const lower = password.toLowerCase();
  const contains = (part: string): boolean =>
    part.length >= SHORTEST_NAME && lower.includes(part.toLowerCase());
  if (contains(account.samAccountName)) return { attribute: 'sAMAccountName', part: account.samAccountName };
  const part = account.displayName.split(NAME_DELIMITERS).find(contains);
  return part === undefined ? undefined : { attribute: 'displayName', part };
}
