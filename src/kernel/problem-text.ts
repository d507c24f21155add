import type { Problem } from './error.js';

/** A problem for people: where it is, what is wrong, the lines around it, and what to do. */
export function problemText({ message, hint, position, file, frame }: Problem): string {
  const where = position === undefined ? file : `${position.file ?? ''}:${position.line}:${position.column}`;
  const lines = [`${where === undefined ? 'writeback' : where}: ${message}`];
  if (frame !== undefined) lines.push(frame);
  if (hint !== undefined) lines.push(`  hint: ${hint}`);
  return lines.join('\n');
}
