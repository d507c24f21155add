const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** How a GUID's hex digits lie in memory: the first three groups little-endian. */
const GUID_ORDER = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];

/** The sixteen bytes of a GUID as Windows stores them. */
export function guidBytes(guid: string): Uint8Array {
  const hex = guid.replaceAll('-', '');
  return Uint8Array.from(GUID_ORDER, (index) => Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16));
}

/** Base64 with padding; neither Buffer nor btoa exists in the core. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(index, index + 3);
    const word = (a << 16) | (b << 8) | c;
    const digits = [18, 12, 6, 0].map((shift) => BASE64.charAt((word >> shift) & 63));
    const kept = Math.min(bytes.length - index, 3) + 1;
    text += digits.slice(0, kept).join('').padEnd(4, '=');
  }
  return text;
}
