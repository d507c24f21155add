import { md4, ntHash } from './md4.js';

/**
 * Identifiers that look drawn by chance but are hashes of (seed, stream, key): the same key always gives the same
 * id, and one more user or a record rendered later shifts nobody else's.
 */
export class Ids {
  readonly #seed: string;
  readonly #mixed: number;

  constructor(seed: string) {
    this.#seed = seed;
    this.#mixed = md4(seed)[0] ?? 0;
  }

  /** A version 4 GUID, lower case. */
  guid(stream: string, key: string | number): string {
    const hex = this.hex(stream, key);
    const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) & 3];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  /** 32 hex digits. */
  hex(stream: string, key: string | number): string {
    return ntHash(`${this.#seed}\n${stream}\n${key}`);
  }

  /** A whole number from `low` to `high`, both included. */
  integer(stream: string, key: string | number, low: number, high: number): number {
    const words = md4(`${this.#seed}\n${stream}\n${key}`);
    return low + (((words[0] ?? 0) >>> 0) % (high - low + 1));
  }

  /** From 0 up to, not including, 1. Much cheaper than the others: for how long things take. */
  fraction(a: number, b: number): number {
    let hash = (this.#mixed ^ Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) | 0;
    hash = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
    hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
    return ((hash ^ (hash >>> 15)) >>> 0) / 0x1_0000_0000;
  }
}
