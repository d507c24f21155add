import { posix } from 'node:path';

/** The first line that tells an editor by which schema a file is checked, and the file as it is after it. */
export function withModeline(text: string, path: string): string {
  const schema = path.endsWith('.world.yaml') ? 'docs/world.schema.json' : 'docs/scenario.schema.json';
  const line = `# yaml-language-server: $schema=${posix.relative(posix.dirname(path), schema)}\n`;
  return line + text.replace(/^# yaml-language-server:.*\n/, '');
}
