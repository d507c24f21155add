import { expect, it, vi } from 'vitest';
import { Candidate } from '../../src/kernel/candidate.js';
import { ntHash } from '../../src/kernel/md4.js';

vi.mock('../../src/kernel/md4.js', { spy: true });

it('digests the password once, however often it is asked for', () => {
  const candidate = new Candidate('Xk7!pqwv');
  vi.mocked(ntHash).mockClear();
  const hashes = [candidate.ntHash, candidate.ntHash, candidate.ntHash];
  expect(new Set(hashes).size).toBe(1);
  expect(ntHash).toHaveBeenCalledTimes(1);
});
