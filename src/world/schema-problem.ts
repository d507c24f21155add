import { closest, distance } from 'fastest-levenshtein';
import type * as z from 'zod/mini';
import { isPasswordKey } from './password-keys.js';
import { descriptionAt, keysAt } from './schema-keys.js';

/** A schema's complaint in words that a person can act on. */
export interface SchemaProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint?: string;
  /** The key at fault, where it is a key and not its value. */
  readonly key?: string;
}

/** Words one issue of a schema; `input` is what was parsed. An issue about several keys is several problems. */
export function problemsOf(
  issue: z.core.$ZodIssue,
  input: unknown,
  schema: z.core.$ZodType,
): SchemaProblem[] {
  if (issue.code !== 'unrecognized_keys') return [problemOf(issue, input, schema)];
  const path = pathOf(issue);
  const known = keysAt(schema, path, input);
  return issue.keys.map((key) => {
    const problem = { path: [...path, key], key, message: `unknown key "${key}"` };
    const hint =
      writtenInTheGroup(path, key) ??
      didYouMean(
        key,
        known.filter((one) => one !== key),
      ) ??
      (known.length > 0 ? `one of: ${known.join(', ')}` : undefined);
    return hint === undefined ? problem : { ...problem, hint };
  });
}

/** Who looks for a user's groups on the user is told where they stand; a group that every domain has is declared there too. */
function writtenInTheGroup(path: readonly (string | number)[], key: string): string | undefined {
  const users = path.lastIndexOf('users');
  const user = path[users + 1];
  if (users === -1 || user === undefined || !['groups', 'memberof'].includes(key.toLowerCase()))
    return undefined;
  return `members are written in the group, Domain Admins and the like too: domain: { groups: { Domain Admins: { members: { users: [${user}] } } } }`;
}

function pathOf(issue: z.core.$ZodIssue): readonly (string | number)[] {
  return issue.path.filter((step) => typeof step !== 'symbol');
}

function problemOf(issue: z.core.$ZodIssue, input: unknown, schema: z.core.$ZodType): SchemaProblem {
  const path = pathOf(issue);
  switch (issue.code) {
    case 'invalid_type': {
      const value = valueAt(input, path);
      if (value === undefined) {
        const says = descriptionAt(schema, path);
        return { path, message: 'is missing', ...(says === undefined ? {} : { hint: lowerFirst(says) }) };
      }
      const keys = issue.expected === 'object' ? keysAt(schema, path) : [];
      const hint =
        keys.length > 0 && value !== null ? `its keys: ${keys.join(', ')}` : hintFor(issue.expected, value);
      return {
        ...(hint === undefined ? {} : { hint }),
        path,
        message: `expected ${article(issue.expected)}, found ${nameOf(value, path.some(isPasswordKey))}`,
      };
    }
    case 'invalid_value':
      return notAllowed(path, valueAt(input, path), issue.values);
    case 'invalid_union': {
      const value = valueAt(input, path);
      if ('options' in issue && issue.errors.length === 0) {
        return notAllowed(path, value, issue.options);
      }
      const choices = issue.errors.flat();
      const otherwise = writtenOtherwise(value, choices);
      if (otherwise !== undefined)
        return { path, message: `${show(value)} is not allowed here`, hint: otherwise };
      const insideOf = choices.find(({ path: inner }) => inner.length > 0);
      const best =
        (typeof value === 'object' ? insideOf : undefined) ??
        choices.find(({ code }) => code === 'custom') ??
        choices.find(({ code, path: inner }) => code !== 'invalid_type' || inner.length > 0) ??
        choices[0];
      if (best === undefined) return { path, message: issue.message };
      return problemOf({ ...best, path: [...issue.path, ...best.path] }, input, schema);
    }
    case 'custom': {
      const hint: unknown = issue.params?.['hint'];
      return typeof hint === 'string'
        ? { path, message: issue.message, hint }
        : { path, message: issue.message };
    }
    default:
      return { path, message: lowerFirst(issue.message) };
  }
}

/** A word that is none of those that may stand there. */
function notAllowed(
  path: readonly (string | number)[],
  found: unknown,
  values: readonly unknown[],
): SchemaProblem {
  const allowed = values.map(String);
  const guess = typeof found === 'string' ? didYouMean(found, allowed) : undefined;
  const message =
    found === undefined
      ? 'is missing'
      : `${path.some(isPasswordKey) ? 'this' : show(found)} is not allowed here`;
  return { path, message, hint: guess ?? `one of: ${allowed.join(', ')}` };
}

/** Where some words stand alone and others in a mapping: how to write the one that is meant. */
function writtenOtherwise(value: unknown, choices: readonly z.core.$ZodIssue[]): string | undefined {
  const plain = new Set<unknown>(choices.flatMap((one) => (one.code === 'invalid_value' ? one.values : [])));
  if (typeof value === 'object' && value !== null) {
    const word = Object.values(value).find((one) => typeof one === 'string' && plain.has(one));
    return typeof word === 'string' ? `write it as plain text: ${word}` : undefined;
  }
  return undefined;
}

/** "did you mean …?", if one of the known words is near enough. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const near = closest(word, known);
  // Of a word of three letters, two must be right.
  const allowed = Math.min(Math.max(1, word.length - 2), Math.max(2, Math.floor(word.length / 3)));
  const same = near.toLowerCase() === word.toLowerCase();
  return same || distance(word.toLowerCase(), near.toLowerCase()) <= allowed
    ? `did you mean "${near}"?`
    : undefined;
}

function valueAt(input: unknown, path: readonly (string | number)[]): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** What to write instead, where YAML's own ways mislead. */
function hintFor(expected: string, value: unknown): string | undefined {
  const mapping = expected === 'object' || expected === 'record';
  if (mapping && value === null) return 'write {} for one that differs in nothing';
  if (mapping && Array.isArray(value)) return 'write each as a key with its own mapping, such as "DC01: {}"';
  if (expected === 'array' && value === null) return 'write [] for none';
  if (expected === 'boolean') return 'write true or false';
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
    return 'put quotes around it';
  return undefined;
}

function nameOf(value: unknown, secret: boolean): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return secret ? article(typeof value) : `${article(typeof value)} (${show(value)})`;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const ARTICLES: Readonly<Record<string, string>> = {
  object: 'a mapping',
  array: 'a list',
  record: 'a mapping',
  int: 'a whole number',
  boolean: 'true or false',
  string: 'text',
  number: 'a number',
};

function article(type: string): string {
  return ARTICLES[type] ?? type;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
