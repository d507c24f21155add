import type { Entry } from '../records/entry.js';

/** Entries that stand under one heading, in the order in which the headings come first. */
export function byHeading(
  entries: readonly Entry[],
  heading: (entry: Entry) => string,
): readonly (readonly Entry[])[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const own = groups.get(heading(entry));
    if (own === undefined) groups.set(heading(entry), [entry]);
    else own.push(entry);
  }
  return [...groups.values()];
}
