import { describe, expect, it } from 'vitest';
import { playArrangement } from '../../../src/failure-modes/play-arrangement.js';
import { FAILURE_MODES } from '../../../src/index.js';

describe.each(FAILURE_MODES)('$id', (mode) => {
  it('is what its own arrangement leads to, and nothing else is wrong', () => {
    const { verdict } = playArrangement(mode.arrange());
    // What keeps a failure unseen is nobody's cause: something else fails.
    expect(mode.kind === 'unseen' ? verdict.unseen[0]?.id : verdict.cause).toBe(mode.id);
    expect(verdict.unseen).toHaveLength(mode.kind === 'unseen' ? 1 : 0);
    expect(verdict.alsoFails).toEqual([]);
  });

  it('says how to fix it, and from where it is known', () => {
    expect(mode.title).toBeTruthy();
    expect(mode.cause).toMatch(/\.$/);
    expect(mode.fix.length).toBeGreaterThan(0);
    expect(mode.sources.length).toBeGreaterThan(0);
  });
});

it('has each id once', () => {
  expect(new Set(FAILURE_MODES.map(({ id }) => id)).size).toBe(FAILURE_MODES.length);
});
