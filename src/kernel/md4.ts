/**
 * MD4 (RFC 1320) over the UTF-16LE bytes of a string: Active Directory's NT hash.
 *
 * Written here because no maintained package offers it (Node's OpenSSL 3 and browsers leave it out), and because
 * every password rule about history stands on it; docs/decisions/0003 has the reasons.
 */

const BLOCK = new Int32Array(16);
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The four 32-bit words of the digest. The array is reused by the next call. */
export function md4(text: string): Int32Array {
  const length = text.length;
  const state = STATE;
  state[0] = 0x67452301;
  state[1] = 0xefcdab89 | 0;
  state[2] = 0x98badcfe | 0;
  state[3] = 0x10325476;
  const blocks = ((length * 2 + 8) >> 6) + 1;
  for (let block = 0; block < blocks; block++) {
    for (let word = 0; word < 16; word++) {
      const unit = block * 32 + word * 2;
      BLOCK[word] = unitAt(text, unit, length) | (unitAt(text, unit + 1, length) << 16);
    }
    if (block === blocks - 1) {
      BLOCK[14] = length * 16;
      BLOCK[15] = Math.floor(length / 0x1000_0000);
    }
    mix(state);
  }
  return state;
}

/** The NT hash as 32 lower-case hex digits. */
export function ntHash(text: string): string {
  const words = md4(text);
  return hexOf(words[0] ?? 0) + hexOf(words[1] ?? 0) + hexOf(words[2] ?? 0) + hexOf(words[3] ?? 0);
}

const STATE = new Int32Array(4);

function unitAt(text: string, index: number, length: number): number {
  if (index < length) return text.charCodeAt(index);
  return index === length ? 0x80 : 0;
}

function hexOf(word: number): string {
  return `${HEX[word & 255]}${HEX[(word >>> 8) & 255]}${HEX[(word >>> 16) & 255]}${HEX[word >>> 24]}`;
}

const ROUND_2 = [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15];
const ROUND_3 = [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15];
const SHIFTS = [3, 7, 11, 19, 3, 5, 9, 13, 3, 9, 11, 15];

function mix(state: Int32Array): void {
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  for (let step = 0; step < 48; step++) {
    const round = step >> 4;
    const index = step & 15;
    let sum: number;
    if (round === 0) sum = ((b & c) | (~b & d)) + (BLOCK[index] ?? 0);
    else if (round === 1)
      sum = ((b & c) | (b & d) | (c & d)) + (BLOCK[ROUND_2[index] ?? 0] ?? 0) + 0x5a827999;
    else sum = (b ^ c ^ d) + (BLOCK[ROUND_3[index] ?? 0] ?? 0) + 0x6ed9eba1;
    const shift = SHIFTS[round * 4 + (index & 3)] ?? 0;
    const turned = (a + sum) | 0;
    const next = (turned << shift) | (turned >>> (32 - shift));
    a = d;
    d = c;
    c = b;
    b = next;
  }
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
}
