import { ntHash } from './md4.js';

/** The NT hash of a password: 32 hex digits of MD4 over its UTF-16LE bytes. */
export type NtHash = string;

const REDACTED = '[password]';

/**
 * A submitted password. Rules may look at its characters; nothing may print it: it shows as `[password]` wherever a
 * string, JSON or an inspection of it would appear.
 */
export class Candidate {
  readonly #text: string;
  #hash: NtHash | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Its length in UTF-16 code units, the unit in which Active Directory counts. */
  get length(): number {
    return this.#text.length;
  }

  /** Computed once, when first asked for. */
  get ntHash(): NtHash {
    this.#hash ??= ntHash(this.#text);
    return this.#hash;
  }

  /** For rules that read the characters; they must not keep them. */
  examine<T>(look: (text: string) => T): T {
    return look(this.#text);
  }

  toString(): string {
    return REDACTED;
  }
  toJSON(): string {
    return REDACTED;
  }
}
