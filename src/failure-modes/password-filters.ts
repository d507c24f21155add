import { STRONG_PASSWORD } from './domain-policy.js';
import type { Catalogue } from './failure-mode.js';

/** What password filters on the domain controllers refuse, after Windows' own rules have passed. */
export const PASSWORD_FILTERS: Pick<
  Catalogue,
  'banned-by-password-protection' | 'third-party-password-filter'
> = {
  'banned-by-password-protection': {
    id: 'banned-by-password-protection',
    title: 'Microsoft Entra Password Protection refuses the password on-premises',
    party: 'user',
    cause:
      'The DC agent of Microsoft Entra Password Protection, a password filter on the domain controller, finds banned words or a name of the user in the new password. It has the lists of the cloud, which is asked first: the two differ while the agent works with an older list, and in the names that they know. The person reads the same sentence as for any rule of the domain.',
    figures: ({ by, points, required, terms }) =>
      by === 'user name'
        ? [`it contains the user's own name: ${terms.join(', ')}`]
        : [
            `${points ?? 0} points; ${required} are required: one for each banned word, one for each other character`,
            terms.length === 0
              ? 'no banned word: it is too short for five points'
              : `banned words: ${terms.join(', ')} (${by})`,
          ],
    fix: [
      'Choose a password with fewer common words, or with more characters beside them.',
      "The agent's log on the domain controller, DCAgent/Admin, says which list refused.",
      'If the list is wrong, an administrator can take the term off the custom banned password list.',
    ],
    warning: 'Audit mode lets every banned password through: it is meant for the weeks before enforcing.',
    sources: [
      'MicrosoftDocs/entra-docs: howto-password-ban-bad-on-premises-monitor.md',
      'MicrosoftDocs/entra-docs: concept-password-ban-bad.md',
    ],
    arrange: () => ({
      world: {
        // Elsewhere the domain's own rule of names is asked first, and the cloud, which has the same lists.
        domain: { passwordProtectionAgent: 'installed', passwordPolicy: { complexity: false } },
        tenant: { passwordProtection: { onPremises: 'enforce' } },
      },
      request: { user: 'MyUser', newPassword: 'Kx7-MyUser-pQ9' },
    }),
  },
  'third-party-password-filter': {
    id: 'third-party-password-filter',
    title: "Another vendor's password filter refuses the password",
    party: 'domain',
    cause:
      'A password filter of another vendor on the domain controller refuses the new password. Windows reports it as any policy violation, and nobody says which filter it was.',
    figures: ({ filter }) => [`refused by "${filter}"`],
    fix: [
      "Look into the filter's own log or configuration, and choose a password that it accepts.",
      'On the domain controller, the registry value Notification Packages lists the filters that are installed.',
    ],
    sources: [
      'MicrosoftDocs/SupportArticles-docs: password-writeback-not-compliant-on-premises-ad-pwd-policy.md',
    ],
    arrange: () => ({
      world: { domain: { thirdPartyFilter: { name: 'Contoso word filter', refuses: ['pkbv'] } } },
      request: { user: 'MyUser', newPassword: STRONG_PASSWORD },
    }),
  },
};
