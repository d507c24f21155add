import { sourced, type Sourced } from '../kernel/sourced.js';

/** Where the texts of Windows' audit records are published as the message files have them. */
export const CATALOGUE = 'the message catalogue of Microsoft-Windows-Security-Auditing, NickSmet/ts-evtx';

/** A text of the message catalogue: `%n` is a line break, `%t` a tab, `%1` and so on the fields by number. */
export function catalogued(text: string): Sourced & { readonly text: string } {
  return sourced('sample', CATALOGUE, text);
}
