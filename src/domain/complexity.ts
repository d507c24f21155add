import { letterCategory } from './letter-category.js';

/** The five character categories of "Password must meet complexity requirements". */
export type CharacterCategory = 'upper case' | 'lower case' | 'digit' | 'symbol' | 'other letter';

/** How many different categories a password must draw from. */
export const CATEGORIES_REQUIRED = 3;

const SYMBOLS = '(`~!@#$%^&*_-+=|\\{}[]:;"\'<>,.?)/';

/**
 * Whose definition of the categories: Microsoft's documentation counts each character once and knows letters of all
 * scripts; [MS-SAMR] 3.1.1.7.2 knows A-Z and a-z alone, and counts every letter a second time as "other letter".
 */
export type CategoryReading = 'documentation' | 'specification';

const NAMES = ['upper case', 'lower case', 'digit', 'symbol', 'other letter'] as const;
const UPPER = 1;
const LOWER = 2;
const DIGIT = 4;
const SYMBOL = 8;
const OTHER = 16;

const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (character >= '0' && character <= '9') return DIGIT;
  if (character >= 'A' && character <= 'Z') return UPPER;
  if (character >= 'a' && character <= 'z') return LOWER;
  return SYMBOLS.includes(character) ? SYMBOL : 0;
});

/** One bit for each category that a code point counts for; a blank or the euro sign counts for none. */
function categoryBits(codePoint: number, reading: CategoryReading): number {
  const ascii = ASCII[codePoint];
  if (reading === 'specification') {
    const letter = letterCategory(codePoint) === undefined ? 0 : OTHER;
    return (ascii ?? 0) | letter;
  }
  if (ascii !== undefined) return ascii;
  switch (letterCategory(codePoint)) {
    case 'Lu':
      return UPPER;
    case 'Ll':
      return LOWER;
    case 'Lt':
    case 'Lm':
    case 'Lo':
      return OTHER;
    case undefined:
      return 0;
  }
}

/**
 * Which categories a password draws from, whatever the order of its characters.
 * Source: Microsoft, "Password must meet complexity requirements", and its notes on Passfilt.dll.
 */
export function categoriesOf(
  password: string,
  reading: CategoryReading = 'documentation',
): readonly CharacterCategory[] {
  let bits = 0;
  for (let index = 0; index < password.length; index++) {
    const codePoint = password.codePointAt(index) ?? 0;
    if (codePoint > 0xffff) index++;
    bits |= categoryBits(codePoint, reading);
  }
  return NAMES.filter((_, position) => (bits & (1 << position)) !== 0);
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
