import type { Sourced } from '../kernel/sourced.js';

/** How a provider declares a field, which settles how it is written in XML and in text. */
export type FieldType =
  'UnicodeString' | 'SID' | 'GUID' | 'HexInt64' | 'HexInt32' | 'Pointer' | 'UInt32' | 'Int32';

/** A field of EventData: its name, and its type in the provider's manifest. */
export type Field = readonly [name: string, type: FieldType];

/** A record that a manifest-based provider writes: its number, its fields, and its text from the message catalogue. */
export interface EventTemplate {
  readonly id: number;
  /** 0 for most; a number with every new field that Windows has added. */
  readonly version: number;
  /** In the order of the provider's template, which is that of EventData. */
  readonly fields: readonly Field[];
  /** `%n` is a line break, `%t` a tab, `%1` and so on the fields by number. */
  readonly message: Sourced & { readonly text: string };
}

/** Several fields of the same type. */
export function strings(...names: readonly string[]): readonly Field[] {
  return names.map((name) => [name, 'UnicodeString']);
}
