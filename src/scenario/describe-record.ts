import type { Entry } from '../records/entry.js';
import type { ExpectedRecord } from './expectation-schema.js';

/** What was expected, in a line. */
export function describe(expected: ExpectedRecord): string {
  if (typeof expected === 'number') return `event ${expected}`;
  if (typeof expected === 'string') return `"${expected}"`;
  return Object.entries(expected)
    .map(([key, value]) => (key === 'EventID' ? `event ${String(value)}` : `${key}: ${show(value)}`))
    .join(', ');
}

export function show(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}

/** One line for a record. */
export function summary(entry: Entry): string {
  switch (entry.log) {
    case 'mail':
      return `"${entry.record.subject}" to ${entry.record.to.join(', ')}`;
    case 'entra-audit':
      return `${entry.record.activityDisplayName}, ${entry.record.result}: ${entry.record.resultReason || '(no reason)'}`;
    case 'connector-application':
    case 'dc-system':
    case 'dc-password-protection':
      return `event ${entry.record.id}, ${entry.record.level.name}`;
    case 'dc-security':
      return `event ${entry.record.id}, ${entry.record.keywords.name}`;
    case 'entra-sign-in':
      return `${entry.record.userPrincipalName}, error ${entry.record.status.errorCode}`;
    case 'user-screen':
      return entry.record.text;
    case 'console':
      return [...entry.record.input, ...entry.record.output].join('; ');
  }
}

const LONGEST = 120;

/** One line for a record, with the beginning of what it says. */
export function brief(entry: Entry): string {
  const said = summary(entry);
  const message = 'message' in entry.record ? entry.record.message : '';
  const line = `${said}${message === '' ? '' : `: ${message}`}`.replaceAll(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
