import { describe, expect, it } from 'vitest';
import { createSimulation, eventXml, renderRecords, type PasswordFilter } from '../../../src/index.js';
import { FILTER_EVENTS, REASON_EVENTS } from '../../../src/domain/password-protection-events.js';

type Mode = 'enforce' | 'audit' | 'off';

function agentEvents(
  newPassword: string,
  onPremises: Mode,
  agent: 'absent' | 'installed' | 'without a policy' = 'installed',
): { readonly ids: readonly number[]; readonly outcome: string; readonly xml: readonly string[] } {
  const simulation = createSimulation({
    domain: { passwordProtectionAgent: agent },
    // The cloud has the same lists: it would be the first to refuse.
    switches: { cloudRulesForSynchronised: 'nothing' },
    tenant: { passwordProtection: { onPremises, customBannedPasswords: ['contoso', 'password'] } },
  });
  const { outcome } = simulation.reset({ user: 'MyUser', newPassword });
  const entries = renderRecords(simulation.facts, simulation.ids).filter(
    (entry) => entry.log === 'dc-password-protection',
  );
  return {
    outcome,
    ids: entries.map(({ record }) => record.id),
    xml: entries.map(({ record }) => eventXml(record)),
  };
}

describe('the DC agent of Password Protection', () => {
  it.each<[string, Mode, string, readonly number[]]>([
    ['Contoso!1', 'enforce', 'refused', [10017, 30003]],
    ['Dragon-1', 'enforce', 'refused', [10017, 30005]],
    ['Purple-Giraffe-42', 'enforce', 'succeeded', [10015]],
    ['Password1!', 'enforce', 'refused', [10017, 30027]],
    ['Contoso!1', 'audit', 'succeeded', [10025, 30007]],
    ['Dragon-1', 'audit', 'succeeded', [10025, 30009]],
    ['Password1!', 'audit', 'succeeded', [10025, 30029]],
    ['Contoso!1', 'off', 'succeeded', []],
    ['short', 'enforce', 'refused', []],
    ['myuser-2023!A', 'enforce', 'refused', []],
  ])('on %s in mode %s: %s, %j', (password, mode, outcome, ids) => {
    expect(agentEvents(password, mode)).toMatchObject({ outcome, ids });
  });

  it('finds a name where the domain does not ask for complexity', () => {
    const simulation = createSimulation({
      domain: { passwordProtectionAgent: 'installed', passwordPolicy: { complexity: false } },
      tenant: { passwordProtection: { onPremises: 'enforce' } },
    });
    const { refusal } = simulation.reset({ user: 'MyUser', newPassword: 'myuser-2023!A' });
    expect(refusal).toMatchObject({ rule: 'banned-by-password-protection', by: 'user name' });
  });

  it('accepts everything, and says so, while it has no policy; and is silent where it is absent', () => {
    expect(agentEvents('Contoso!1', 'enforce', 'without a policy')).toMatchObject({
      outcome: 'succeeded',
      ids: [30001],
    });
    expect(agentEvents('Contoso!1', 'enforce', 'absent')).toMatchObject({ outcome: 'succeeded', ids: [] });
  });

  it('joins the two records of a rejection by one id', () => {
    const correlations = agentEvents('Contoso!1', 'enforce').xml.map(
      (xml) => /<Correlation [^>]*>/.exec(xml)?.[0],
    );
    expect(correlations[0]).toMatch(/ActivityID="\{[0-9a-f-]{36}\}"/);
    expect(correlations[1]).toBe(correlations[0]);
  });

  it('has each event once, and marks what it reworded', () => {
    const events = [
      ...Object.values(FILTER_EVENTS).flatMap((of) => Object.values(of)),
      ...Object.values(REASON_EVENTS).flatMap((of) => Object.values(of).flatMap((by) => Object.values(by))),
    ];
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    const published = events.filter(({ message }) => message.confidence === 'doc').map(({ id }) => id);
    expect(published.toSorted((a, b) => a - b)).toEqual([10014, 10017, 10024, 30003, 30008]);
  });
});

describe("another vendor's filter", () => {
  const questions: unknown[] = [];
  const filter: PasswordFilter = {
    name: 'no teal',
    accepts: (question) => {
      questions.push(question);
      return !question.password.includes('Teal');
    },
  };

  it('is asked as Windows asks, and refuses as a policy does', () => {
    const simulation = createSimulation({}, { passwordFilters: [filter] });
    const { refusal } = simulation.reset({ user: 'MyUser', newPassword: 'Blue-Teal-7' });
    expect(refusal).toEqual({ rule: 'third-party-password-filter', filter: 'no teal' });
    expect(questions.at(-1)).toEqual({
      accountName: 'MyUser',
      fullName: 'MyUser',
      password: 'Blue-Teal-7',
      setOperation: true,
    });
  });

  it('is not asked about what the domain refuses anyway', () => {
    const asked = questions.length;
    createSimulation({}, { passwordFilters: [filter] }).reset({ user: 'MyUser', newPassword: 'Teal' });
    expect(questions.length).toBe(asked);
  });

  it('may let every reset through, and only judge changes', () => {
    const simulation = createSimulation({
      domain: { thirdPartyFilter: { refuses: ['teal'], judgesResets: false } },
    });
    expect(simulation.reset({ user: 'MyUser', newPassword: 'Blue-Teal-7' }).outcome).toBe('succeeded');
  });
});
