import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { Candidate } from '../../../src/kernel/candidate.js';

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
