import { POINTS_REQUIRED } from '../banned-passwords/evaluate.js';
import { policyRule, type PolicyRule } from './built-in-rules.js';
import type { PasswordFilter } from './password-filter.js';
import { screenPassword } from './password-protection.js';
import type { PasswordWrite } from './password-write.js';

/**
 * The password filters of the domain controller. Whether Windows asks them before or after its own rules is not
 * documented; here they are asked only about passwords that passed those, so a short password leaves no agent's event.
 */
export const FILTER_RULES: readonly PolicyRule[] = [
  policyRule('banned-by-password-protection', {
    title: 'Microsoft Entra Password Protection',
    setBy: 'filter',
    exempt: ({ filters: { agent } }) => {
      switch (agent.mode) {
        case 'absent':
          return 'not installed';
        case 'disabled':
          return 'switched off';
        case 'no policy':
          return 'no policy yet';
        case 'audit':
          return 'audit mode refuses nothing';
        case 'enforce':
          return undefined;
      }
    },
    violation: ({ filters: { agent }, candidate, account }) => {
      const screening = screenPassword(agent, candidate, account);
      if (screening.verdict !== 'banned') return undefined;
      const { by, points, terms } = screening;
      return { rule: 'banned-by-password-protection', by, points, required: POINTS_REQUIRED, terms };
    },
    figures: ({ filters: { agent }, candidate, account }) => {
      const screening = screenPassword(agent, candidate, account);
      if (screening.verdict === 'compliant')
        return `${POINTS_REQUIRED} points required; ${screening.points} found`;
      if (screening.verdict !== 'banned') return '';
      const { by, points, terms } = screening;
      if (by === 'user name') return `the user's name occurs: ${terms.join(', ')}`;
      return `${POINTS_REQUIRED} points required; ${points ?? 0} found; banned: ${terms.join(', ') || 'nothing, it is too short'}`;
    },
  }),
  policyRule('third-party-password-filter', {
    title: 'Third-party password filters',
    setBy: 'filter',
    exempt: ({ filters: { thirdParty } }) => (thirdParty.length === 0 ? 'not installed' : undefined),
    violation: (write) => {
      const filter = refusingFilter(write);
      return filter && { rule: 'third-party-password-filter', filter: filter.name };
    },
    figures: (write) => {
      const filter = refusingFilter(write);
      return filter === undefined
        ? `${write.filters.thirdParty.map(({ name }) => name).join(', ')}: no objection`
        : `refused by ${filter.name}`;
    },
  }),
];

function refusingFilter({ filters, account, candidate, kind }: PasswordWrite): PasswordFilter | undefined {
  const { samAccountName: accountName, displayName: fullName } = account;
  const setOperation = kind !== 'change';
  return candidate.examine((password) =>
    filters.thirdParty.find((filter) => !filter.accepts({ accountName, fullName, password, setOperation })),
  );
}

const NAMES: ReadonlySet<string> = new Set(FILTER_RULES.map(({ rule }) => rule));

/** Whether a rule is a filter's: then Windows' own rules have passed. */
export function isFilterRule(rule: string): boolean {
  return NAMES.has(rule);
}
