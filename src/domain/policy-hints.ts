/** A control of an LDAP request. */
export interface LdapControl {
  readonly oid: string;
  readonly critical: boolean;
  /** BER, or absent. */
  readonly value?: Uint8Array;
}

/** LDAP_SERVER_POLICY_HINTS_OID (from Windows Server 2012) and its deprecated twin (from 2008 R2). */
export const POLICY_HINTS_OIDS: ReadonlySet<string> = new Set([
  '1.2.840.113556.1.4.2239',
  '1.2.840.113556.1.4.2066',
]);

/** What the controls of a request ask for. */
export type HintsAsked = 'policy hints' | 'nothing' | 'what this server does not understand';

/**
 * Reads the controls. Exactly flag 1 asks for the policy hints; any other number is as good as no control. A control
 * that is unknown, or whose value cannot be decoded, fails the request if it is critical, and is ignored otherwise.
 *
 * Source: [MS-ADTS] 3.1.1.3.4.1.27; observed on Samba 4.24.
 */
export function hintsAsked(controls: readonly LdapControl[]): HintsAsked {
  let asked: HintsAsked = 'nothing';
  for (const { oid, critical, value } of controls) {
    const flags = POLICY_HINTS_OIDS.has(oid) ? decodeFlags(value) : undefined;
    if (flags === undefined && critical) return 'what this server does not understand';
    if (flags === 1) asked = 'policy hints';
  }
  return asked;
}

const SEQUENCE = 0x30;
const INTEGER = 0x02;

/** `SEQUENCE { Flags INTEGER }`, lengths in short or long form; undefined if the bytes are anything else. */
function decodeFlags(value: Uint8Array | undefined): number | undefined {
  if (value === undefined) return undefined;
  const sequence = contents(value, SEQUENCE);
  const integer = sequence && contents(sequence, INTEGER);
  if (integer === undefined || integer.length === 0 || integer.length > 4) return undefined;
  let flags = (integer[0] ?? 0) > 127 ? -1 : 0;
  for (const byte of integer) flags = (flags << 8) | byte;
  return flags;
}

/** What is inside a BER element with this tag that fills the bytes. */
function contents(bytes: Uint8Array, tag: number): Uint8Array | undefined {
  const [found, first] = bytes;
  if (found !== tag || first === undefined) return undefined;
  if (first < 128) return bytes.length === 2 + first ? bytes.subarray(2) : undefined;
  const digits = first - 128;
  if (digits === 0 || digits > 4 || bytes.length < 2 + digits) return undefined;
  const length = bytes.subarray(2, 2 + digits).reduce((sum, byte) => sum * 256 + byte, 0);
  return bytes.length === 2 + digits + length ? bytes.subarray(2 + digits) : undefined;
}
