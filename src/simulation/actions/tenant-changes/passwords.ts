import { HOUR } from '../../../kernel/duration.js';
import { bannedLists } from '../../../tenant/banned-lists.js';
import type { Action } from '../../../world/action.js';
import { changed } from './audited.js';
import type { Change } from './change.js';

/** What is changed under Password protection. */
export interface PasswordChanges {
  /** The custom list, whole. */
  readonly banPasswords: readonly string[];
  readonly enforceCustomList: boolean;
}

/** "It may take several hours" (tutorial-configure-custom-password-protection.md); the number is inferred. */
const LIST_DELAY = 4 * HOUR;

/** How often an agent asks for the policy (concept-password-ban-bad-on-premises.md). */
const AGENT_ASKS = HOUR;

/** The agents on domain controllers come to know the lists later than the cloud. */
const pull: Action = {
  apply: ({ domain, tenant }) => {
    const { agent } = domain.filters;
    if (agent.mode === 'audit' || agent.mode === 'enforce') {
      const { customListEnforced, lists } = tenant.passwords;
      const list = customListEnforced ? lists.withCustom : lists.microsoft;
      domain.filters = { ...domain.filters, agent: { ...agent, policy: { ...agent.policy, list } } };
    }
    return { facts: [] };
  },
};

export const PASSWORD_CHANGES: { readonly [K in keyof PasswordChanges]: Change<PasswordChanges[K]> } = {
  banPasswords: {
    says: (terms) => `bans ${terms.length === 0 ? 'no words of our own' : terms.join(', ')}`,
    setting: (terms) => ['custom-banned-passwords', { to: terms.join(', ') }],
    apply: ({ tenant }, terms) => {
      tenant.passwords.lists = bannedLists(terms);
      return undefined;
    },
    takes: LIST_DELAY,
    later: (now) => [{ at: now + AGENT_ASKS, action: pull }],
    audited: (state) => [changed(state, 'companySettings', [{ type: 'Directory', name: state.tenant.name }])],
  },
  enforceCustomList: {
    says: (enforce) => `${enforce ? 'enforces' : 'does not enforce'} the custom list of banned passwords`,
    setting: (enforce) => ['enforce-custom-list', { to: enforce ? 'Yes' : 'No' }],
    apply: ({ tenant }, enforce) => {
      tenant.passwords.customListEnforced = enforce;
      return undefined;
    },
    takes: LIST_DELAY,
    later: (now) => [{ at: now + AGENT_ASKS, action: pull }],
    audited: (state) => [changed(state, 'companySettings', [{ type: 'Directory', name: state.tenant.name }])],
  },
};
