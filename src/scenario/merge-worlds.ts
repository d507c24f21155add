/**
 * What is given over what was given before: mappings are merged key by key, everything else replaces. Takes what was
 * read from files, so nothing is known of its shape.
 */
export function mergeWorlds(before: unknown, over: unknown): unknown {
  if (!isMapping(before) || !isMapping(over)) return over === undefined ? before : over;
  const merged: Record<string, unknown> = { ...before };
  for (const [key, value] of Object.entries(over)) {
    merged[key] = Object.hasOwn(before, key) ? mergeWorlds(before[key], value) : value;
  }
  return merged;
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
