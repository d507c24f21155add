import { describe, expect, it } from 'vitest';
import { base64, guidBytes } from '../../../src/kernel/encoding.js';
import { Ids } from '../../../src/kernel/ids.js';

const ids = new Ids('seed');

describe('ids', () => {
  it('are the same for the same seed, stream and key, and differ otherwise', () => {
    expect(new Ids('seed').guid('session', 1)).toBe(ids.guid('session', 1));
    const others = [ids.guid('session', 2), ids.guid('user', 1), new Ids('other').guid('session', 1)];
    expect(new Set([ids.guid('session', 1), ...others]).size).toBe(4);
  });

  it('are version 4 GUIDs', () => {
    for (let key = 0; key < 200; key++) {
      expect(ids.guid('any', key)).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    }
  });

  it('spread fractions evenly over steps and sessions', () => {
    const fractions = Array.from({ length: 10_000 }, (_, index) =>
      ids.fraction(index % 100, Math.floor(index / 100)),
    );
    const mean = fractions.reduce((sum, fraction) => sum + fraction, 0) / fractions.length;
    expect(mean).toBeGreaterThan(0.48);
    expect(mean).toBeLessThan(0.52);
    expect(new Set(fractions).size).toBeGreaterThan(9_990);
  });
});

it('writes a GUID as the source anchor of a sync server: the first three groups little-endian, in base64', () => {
  expect(base64(guidBytes('03020100-0504-0706-0809-0a0b0c0d0e0f'))).toBe('AAECAwQFBgcICQoLDA0ODw==');
  expect(base64(new Uint8Array([1, 2]))).toBe('AQI=');
  expect(base64(new Uint8Array([1, 2, 3]))).toBe('AQID');
});
