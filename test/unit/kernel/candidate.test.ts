import { inspect } from 'node:util';
import { expect, it, vi } from 'vitest';
import { Candidate } from '../../../src/kernel/candidate.js';
import { ntHash } from '../../../src/kernel/md4.js';

vi.mock('../../../src/kernel/md4.js', { spy: true });

it('never shows the password', () => {
  const secret = 'W=*B2!qmv_$PkbV4dJr';
  const candidate = new Candidate(secret);
  void candidate.ntHash;
  const shown = [
    String(candidate),
    JSON.stringify({ candidate }),
    inspect(candidate, { showHidden: true, depth: 9 }),
  ];
  for (const text of shown) expect(text).not.toContain(secret);
  expect(candidate.length).toBe(19);
});

it('digests the password once, however often it is asked for', () => {
  const candidate = new Candidate('Xk7!pqwv');
  vi.mocked(ntHash).mockClear();
  const hashes = [candidate.ntHash, candidate.ntHash, candidate.ntHash];
  expect(new Set(hashes).size).toBe(1);
  expect(ntHash).toHaveBeenCalledTimes(1);
});
