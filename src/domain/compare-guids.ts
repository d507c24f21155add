/**
 * Compares GUIDs as structures, field by field, which for the canonical text is its own order. The specification says
 * "smaller first" and leaves the byte order open; this is the order in which Samba compares them.
 */
export function compareGuids(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
