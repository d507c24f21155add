import { describe, expect, it } from 'vitest';
import { createSimulation, SimulatorError, type WorldInput } from '../../../src/index.js';

function hintOf(world: unknown): string | undefined {
  try {
    createSimulation(world as WorldInput);
  } catch (error) {
    if (error instanceof SimulatorError) return error.hint;
  }
  return undefined;
}

describe('groups that are looked for on a user', () => {
  const written =
    'members are written in the group, Domain Admins and the like too: domain: { groups: { Domain Admins: { members: { users: [anna] } } } }';
  it.each([
    [{ users: { anna: { groups: ['Domain Admins'] } } }],
    [{ users: { anna: { activeDirectory: { memberOf: ['Domain Admins'] } } } }],
  ])('%j', (world) => {
    expect(hintOf(world)).toBe(written);
  });

  it('are there once they are written as the hint says', () => {
    const { view } = createSimulation({
      users: { anna: {} },
      domain: { groups: { 'Domain Admins': { members: { users: ['anna'] } } } },
    });
    expect(view.domain.accounts.get('anna')?.adminCount).toBe(true);
  });
});
