import type { Entry } from './entry.js';
import { eventObject } from './windows/event.js';

/** A record as plain JSON: what JSON lines carry, and what expectations look at. */
export function plainRecord(entry: Entry): Readonly<Record<string, unknown>> {
  switch (entry.log) {
    case 'connector-application':
    case 'dc-security':
    case 'dc-system':
    case 'dc-password-protection':
      return { ...eventObject(entry.record) };
    case 'entra-audit':
    case 'entra-sign-in':
    case 'user-screen':
    case 'mail':
    case 'console':
      return { ...entry.record };
  }
}
