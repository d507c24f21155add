/** Whether a build of Connect, such as 2.1.20.0, is another or later. */
export function atLeast(build: string, wanted: string): boolean {
  const parts = build.split('.').map(Number);
  const wantedParts = wanted.split('.').map(Number);
  const differs = wantedParts.findIndex((number, index) => parts[index] !== number);
  return differs < 0 || (parts[differs] ?? 0) > (wantedParts[differs] ?? 0);
}
