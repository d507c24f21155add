import type { EventTemplate, FieldType } from '../../domain/event-template.js';
import { PARAMETER_STRINGS } from '../../domain/parameter-strings.js';
import type { EventDatum } from './event.js';

/** What a field holds: numbers may come as such, or as the hexadecimal text that tools print. */
export type FieldValue = string | number | bigint;
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** What stands in a field that did not change or does not apply. */
export const UNCHANGED = '-';

/** EventData of a record: every field of the template, in its order. */
export function eventData(
  { fields }: Pick<EventTemplate, 'fields'>,
  values: FieldValues,
): readonly EventDatum[] {
  return fields.map(([name, type]) => ({ name, type, value: stored(type, valueOf(values, name)) }));
}

/** Names in the place of identifiers, as the viewer resolves them: of accounts by SID, of objects by GUID. */
export type Names = ReadonlyMap<string, string>;

/** The text of a record as the viewer shows it, lines separated by `\n`. */
export function messageText({ fields, message }: EventTemplate, values: FieldValues, names: Names): string {
  return message.text
    .replaceAll(/%(n|t|\d+)/g, (_, what: string) => {
      if (what === 'n') return '\n';
      if (what === 't') return '\t';
      const [name, type] = fields[Number(what) - 1] ?? ['', 'UnicodeString' as const];
      return shown(type, valueOf(values, name), names);
    })
    .replaceAll('\r\n', '\n');
}

function valueOf(values: FieldValues, name: string): FieldValue {
  return Object.hasOwn(values, name) ? (values[name] ?? UNCHANGED) : UNCHANGED;
}

/** As event XML has it: hexadecimal in small letters without padding. */
function stored(type: FieldType, value: FieldValue): string {
  return isHexadecimal(type) ? `0x${BigInt(value).toString(16)}` : String(value);
}

/** As the viewer has it: hexadecimal in capitals, identifiers and `%%` codes resolved. */
function shown(type: FieldType, value: FieldValue, names: Names): string {
  if (isHexadecimal(type)) return `0x${BigInt(value).toString(16).toUpperCase()}`;
  const text = String(value);
  if (type === 'SID') return names.get(text) ?? WELL_KNOWN.get(text) ?? text;
  if (type !== 'UnicodeString') return text;
  return text
    .replaceAll(/%%(\d+)/g, (code, number: string) => PARAMETER_STRINGS.get(Number(number)) ?? code)
    .replaceAll(/%\{([0-9a-f-]{36})\}/g, (whole, guid: string) => names.get(guid) ?? whole);
}

function isHexadecimal(type: FieldType): boolean {
  return type === 'HexInt64' || type === 'HexInt32' || type === 'Pointer';
}

/** Source: [MS-DTYP] 2.4.2.4, in the words of the viewer. */
const WELL_KNOWN: Names = new Map([
  ['S-1-0-0', 'NULL SID'],
  ['S-1-5-7', 'ANONYMOUS LOGON'],
  ['S-1-5-18', 'SYSTEM'],
]);

/** What the viewer shows for a SID that it knows without asking anybody; the SID itself for others. */
export function accountName(sid: string): string {
  return WELL_KNOWN.get(sid) ?? sid;
}
