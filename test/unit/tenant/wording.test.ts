import { describe, expect, it } from 'vitest';
import { createSimulation, FAILURE_MODES, renderRecords } from '../../../src/index.js';
import { AUDIT_REASONS } from '../../../src/tenant/audit-reasons.js';
import { SCREEN_NAMES, screenIn, TEXT_PROFILES } from '../../../src/tenant/screens.js';

/** The documented number of each cause before the gates, and the beginning of what the portal of old said. */
const SHOWN: Readonly<Record<string, readonly [code: string, legacy: string | undefined]>> = {
  'administrator-reset-off': ['SSPR_009', undefined],
  'sspr-disabled': ['SSPR_0009', 'Your account is not enabled'],
  'sspr-policy-missing': ['SSPR_0011', 'Your account is not enabled'],
  'licence-missing': ['SSPR_0012', 'Your account is not enabled'],
  'outside-sspr-scope': ['SSPR_0013', 'Your account is not enabled'],
  'too-few-methods': ['SSPR_0014', 'We could not verify your account.'],
  'phone-number-unusable': ['SSPR_0014', 'We could not verify your account.'],
  'administrator-too-few-methods': ['SSPR_0014', 'We could not verify your account.'],
  'methods-not-allowed': ['SSPR_0014', 'We could not verify your account.'],
  'writeback-not-licensed': ['SSPR_0010', 'Please contact your administrator.'],
  'writeback-not-enabled': ['SSPR_0010', 'Please contact your administrator.'],
  'writeback-setting-off': ['SSPR_0010', 'Please contact your administrator.'],
  'writeback-known-down': ['SSPR_0030', undefined],
};

describe.each(FAILURE_MODES.filter(({ id }) => SHOWN[id] !== undefined))('$id', (mode) => {
  it.each(TEXT_PROFILES)('shows its page in the wording "%s"', (textProfile) => {
    const { world, after = '0', request } = mode.arrange();
    const simulation = createSimulation({ ...world, switches: { ...world.switches, textProfile } });
    simulation.advance(after);
    simulation.run(request);
    const screen = renderRecords(simulation.facts, simulation.ids).findLast(
      (entry) => entry.log === 'user-screen',
    );
    const [code, legacy] = SHOWN[mode.id] ?? [];
    expect(screen?.record.text).not.toBe('');
    if (textProfile === 'legacy' && legacy !== undefined) {
      expect(screen?.record.code).toBeUndefined();
      expect(screen?.record.text.startsWith(legacy)).toBe(true);
    } else {
      expect(screen?.record.code).toBe(code);
    }
    if (textProfile === 'docs') expect(screen?.record.text).toContain(code);
  });
});

it('has a source for every string, and says where one was never published', () => {
  const lines = TEXT_PROFILES.flatMap((profile) =>
    SCREEN_NAMES.flatMap((name) => screenIn(profile, name).lines),
  );
  for (const { text, source, confidence } of [...lines, ...Object.values(AUDIT_REASONS)]) {
    expect(source).not.toBe('');
    if (text === undefined) expect(confidence).toBe('inferred');
    else expect(text).not.toBe('');
  }
});
