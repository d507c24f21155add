import { Candidate } from '../kernel/candidate.js';

const QUOTE = 0x22;

/**
 * Reads a value of `unicodePwd`: the password between quotation marks, in UTF-16LE. What stands between the marks may
 * be anything, further marks, NUL and lone surrogates included. Source: [MS-ADTS] 3.1.1.3.1.5.
 */
export function decodeUnicodePwd(bytes: Uint8Array): Candidate | 'no value' | 'not quoted' {
  if (bytes.length === 0) return 'no value';
  if (bytes.length % 2 !== 0 || bytes.length < 4) return 'not quoted';
  if (!isQuote(bytes, 0) || !isQuote(bytes, bytes.length - 2)) return 'not quoted';
  let text = '';
  for (let index = 2; index < bytes.length - 2; index += 2) {
    text += String.fromCharCode((bytes[index] ?? 0) | ((bytes[index + 1] ?? 0) << 8));
  }
  return new Candidate(text);
}

function isQuote(bytes: Uint8Array, index: number): boolean {
  return bytes[index] === QUOTE && bytes[index + 1] === 0;
}
