/** What an administrator typed or clicked, and read. */
export interface ConsoleRecord {
  readonly shell: 'PowerShell' | 'wizard' | 'portal';
  readonly input: readonly string[];
  readonly output: readonly string[];
}
