import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a word on a command line is a pattern that the shell has not expanded. */
export function isGlob(word: string): boolean {
  return /[*?[{]/.test(word);
}

/** The files that a pattern such as `tickets/**\/*.yaml` stands for, unsorted; links are not followed. */
export function glob(pattern: string): readonly string[] {
  const parts = pattern.replaceAll('\\', '/').split('/');
  const fixed = parts.findIndex(isGlob);
  const base = parts.slice(0, Math.max(0, fixed)).join('/');
  const folder = base === '' ? (pattern.startsWith('/') ? '/' : '.') : base;
  const matcher = globExpression(parts.slice(fixed).join('/'));
  let found: readonly string[];
  try {
    found = readdirSync(folder, { recursive: parts.length - fixed > 1, encoding: 'utf8' });
  } catch {
    return [];
  }
  return found
    .filter((path) => matcher.test(path.replaceAll('\\', '/')))
    .map((path) => (folder === '.' ? path : join(folder, path)));
}

/** `*` and `?` stay within a folder, `**` does not; `[ab]` and `{a,b}` as in a shell. */
export function globExpression(pattern: string): RegExp {
  let [source, braces, index] = ['', 0, 0];
  while (index < pattern.length) {
    const rest = pattern.slice(index);
    const [, set] = /^\[([^\]/]+)\]/.exec(rest) ?? [];
    const character = rest.charAt(0);
    if (rest.startsWith('**/')) [source, index] = [`${source}(?:[^/]+/)*`, index + 2];
    else if (rest.startsWith('**')) [source, index] = [`${source}.*`, index + 1];
    else if (character === '*') source += '[^/]*';
    else if (character === '?') source += '[^/]';
    else if (set !== undefined) {
      source += `[${set.replace(/^!/, '^').replaceAll(/[\\\]]/g, String.raw`\$&`)}]`;
      index += set.length + 1;
    } else if (character === '{' && rest.includes('}')) [source, braces] = [`${source}(?:`, braces + 1];
    else if (character === '}' && braces > 0) [source, braces] = [`${source})`, braces - 1];
    else if (character === ',' && braces > 0) source += '|';
    else source += character.replace(/[\\^$.*+?()[\]{}|]/, String.raw`\$&`);
    index++;
  }
  return new RegExp(`^${source}${')'.repeat(braces)}$`, 's');
}
