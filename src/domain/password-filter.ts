import type { PasswordProtectionAgent } from './password-protection.js';

/** What Windows asks every password filter, in the terms of its PasswordFilter function. */
export interface FilterQuestion {
  readonly accountName: string;
  readonly fullName: string;
  readonly password: string;
  /** True for a reset, false for a change; a writeback's reset is a set. */
  readonly setOperation: boolean;
}

/**
 * A password filter of another vendor. Windows asks it after its own rules have passed, on changes and on resets; a
 * filter may choose to let every reset through.
 *
 * @example
 * const noSeasons: PasswordFilter = {
 *   name: 'Contoso word filter',
 *   accepts: ({ password }) => !/summer|winter/i.test(password),
 * };
 */
export interface PasswordFilter {
  /** For people; the domain controller tells nobody which filter refused. */
  readonly name: string;
  accepts(question: FilterQuestion): boolean;
}

/** The filters that one domain controller runs. */
export interface FiltersInstalled {
  readonly agent: PasswordProtectionAgent;
  readonly thirdParty: readonly PasswordFilter[];
}

/** A domain controller as Windows delivers it. */
export const NO_FILTERS: FiltersInstalled = { agent: { mode: 'absent' }, thirdParty: [] };

/** A filter that refuses passwords in which one of some words occurs, whatever its case. */
export function wordFilter(name: string, words: readonly string[], judgesResets: boolean): PasswordFilter {
  const refused = words.map((word) => word.toLowerCase());
  return {
    name,
    accepts: ({ password, setOperation }) => {
      if (setOperation && !judgesResets) return true;
      const lower = password.toLowerCase();
      return !refused.some((word) => lower.includes(word));
    },
  };
}
