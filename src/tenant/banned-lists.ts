import { STAND_IN_GLOBAL_LIST } from '../banned-passwords/stand-in-list.js';
import { termList, type TermList } from '../banned-passwords/term-list.js';

/** What a custom list may hold (MicrosoftDocs/entra-docs: docs/identity/authentication/concept-password-ban-bad.md). */
export const CUSTOM_LIST_LIMITS = { terms: 1000, shortest: 4, longest: 16 } as const;

/** The lists as they are evaluated: Microsoft's alone, and together with the tenant's own. */
export interface BannedLists {
  readonly microsoft: TermList;
  readonly withCustom: TermList;
}

let standIn: TermList | undefined;

/** Microsoft's own list is secret: a stand-in takes its place. */
export function bannedLists(custom: readonly string[]): BannedLists {
  standIn ??= termList({ microsoft: STAND_IN_GLOBAL_LIST, tenant: [] });
  const withCustom =
    custom.length === 0 ? standIn : termList({ microsoft: STAND_IN_GLOBAL_LIST, tenant: custom });
  return { microsoft: standIn, withCustom };
}
