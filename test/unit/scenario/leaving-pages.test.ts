import { expect, it } from 'vitest';
import { parseScenario } from '../../../src/index.js';

function parsed(step: string): () => unknown {
  return () => parseScenario(`version: 1\nname: x\nwhen:\n  - ${step}\n`, 'x.yaml');
}

it.each([
  [
    'a change has no gates',
    'change: { user: MyUser, oldPassword: a, newPassword: b, leaves: { at: verification, how: cancels } }',
  ],
  [
    "an administrator's reset has none",
    'administratorReset: { user: MyUser, newPassword: b, leaves: { at: second method, how: cancels } }',
  ],
  ['an unlock has no new password', 'unlock: { user: MyUser, leaves: { at: new password, how: cancels } }'],
])('a page that is not on the way cannot be left: %s', (_why, step) => {
  expect(parsed(step)).toThrow(/leaves\.at: ".*" is not allowed here/);
});

it('a page that is on the way can', () => {
  expect(parsed('unlock: { user: MyUser, leaves: { at: second method, how: abandons } }')).not.toThrow();
});
