import { STRONG_PASSWORD } from './domain-policy.js';
import type { Catalogue } from './failure-mode.js';

const DOCS = 'MicrosoftDocs/entra-docs: docs/identity/authentication';
const POLICY = `${DOCS}/concept-password-ban-bad-combined-policy.md`;
const BANNING = `${DOCS}/concept-password-ban-bad.md`;
const BEFORE_WRITEBACK =
  'jpazureid/blog: articles/azure-active-directory-connect/password-writeback-overview.md';
const SSPR_POLICY = `${DOCS}/concept-sspr-policy.md`;

const inCloudAlone = { users: { MyUser: { cloudOnly: true } } } as const;
const another = 'Choose a password that follows the policy of Microsoft Entra ID.';

function scored({ points, required, terms }: { points: number; required: number; terms: readonly string[] }) {
  return [
    `${required} points required; ${points} found: one for each banned term and each other character`,
    terms.length === 0 ? 'no banned term: it is too short' : `banned: ${terms.join(', ')}`,
  ];
}

/** What Entra ID says of a password before and after it asks anybody else. */
export const CLOUD_PASSWORDS: Pick<
  Catalogue,
  | 'cloud-password-length'
  | 'cloud-password-characters'
  | 'cloud-password-categories'
  | 'cloud-password-contains-user-name'
  | 'name-in-password'
  | 'globally-banned-password'
  | 'custom-banned-password'
  | 'accepted-on-premises-only'
  | 'too-short-for-the-cloud'
  | 'cloud-directory-trouble'
> = {
  'globally-banned-password': {
    id: 'globally-banned-password',
    title: "The password is mostly words of Microsoft's banned list",
    party: 'user',
    cause:
      "Once words of Microsoft's global list count as one point each, the password has too few points; it is refused in the cloud, and the domain never hears of it.",
    figures: scored,
    fix: ['Choose a password with more in it than common words, and what is usually put around them.'],
    sources: [BANNING, BEFORE_WRITEBACK, `${DOCS}/howto-sspr-reporting.md`],
    arrange: () => ({ world: {}, request: { user: 'MyUser', newPassword: 'P@ssword1!' } }),
  },
  'custom-banned-password': {
    id: 'custom-banned-password',
    title: "The password is mostly words of the tenant's own banned list",
    party: 'user',
    cause:
      "Once words of the tenant's custom list count as one point each, the password has too few points; it is refused in the cloud, and the domain never hears of it.",
    figures: scored,
    fix: [
      'Choose a password with more in it than these words.',
      'Or take the word off the list: Entra admin center, Protection > Authentication methods > Password protection. It may take several hours.',
    ],
    warning: 'A word off the list may be used by everybody, and the list is there against guessing.',
    sources: [BANNING, `${DOCS}/tutorial-configure-custom-password-protection.md`],
    arrange: () => ({
      world: { tenant: { passwordProtection: { customBannedPasswords: ['fabrikam', 'london'] } } },
      request: { user: 'MyUser', newPassword: 'Fabrikam@London' },
    }),
  },
  'name-in-password': {
    id: 'name-in-password',
    title: "The password contains the user's or the tenant's name",
    party: 'user',
    cause:
      'A first name, a last name or the name of the tenant of four characters or more occurs in the password, which Entra ID refuses without counting points.',
    figures: ({ name }) => [`the name: ${name}`],
    fix: ['Choose a password without any of these names.'],
    sources: [BANNING, 'inferred: that a name is shown as the global list is'],
    arrange: () => ({ world: {}, request: { user: 'MyUser', newPassword: 'Kx7-C0ntoso-pQ9' } }),
  },
  'cloud-password-length': {
    id: 'cloud-password-length',
    title: "The password is too short or too long for the cloud's policy",
    party: 'user',
    cause: 'The password is managed in Entra ID alone, whose policy asks for 8 to 256 characters.',
    figures: ({ length, minimum, maximum }) => [
      `${minimum} to ${maximum} characters required; the password has ${length}`,
    ],
    fix: [another],
    sources: [POLICY],
    arrange: () => ({ world: inCloudAlone, request: { user: 'MyUser', newPassword: 'Kx7-pQ9' } }),
  },
  'cloud-password-characters': {
    id: 'cloud-password-characters',
    title: 'The password has characters that the cloud does not allow',
    party: 'user',
    cause:
      'The password is managed in Entra ID alone, whose policy allows A to Z, a to z, 0 to 9, blanks and the symbols of ASCII, and no other character.',
    figures: ({ notAllowed }) => [`${notAllowed} not allowed`],
    fix: [another],
    sources: [POLICY],
    arrange: () => ({ world: inCloudAlone, request: { user: 'MyUser', newPassword: 'Grüße-Kx7-pQ9' } }),
  },
  'cloud-password-categories': {
    id: 'cloud-password-categories',
    title: 'The password mixes too few kinds of characters for the cloud',
    party: 'user',
    cause:
      'The password is managed in Entra ID alone, whose policy asks for three of four: lower case, upper case, digits, symbols.',
    figures: ({ found, required }) => [`${required} of 4 required; ${found} found`],
    fix: [another],
    sources: [POLICY],
    arrange: () => ({
      world: inCloudAlone,
      request: { user: 'MyUser', newPassword: 'correct horse battery' },
    }),
  },
  'cloud-password-contains-user-name': {
    id: 'cloud-password-contains-user-name',
    title: 'The password contains the sign-in name',
    party: 'user',
    cause:
      'The password is managed in Entra ID alone, and what stands before the @ of the sign-in name occurs in it.',
    figures: ({ name }) => [`the name: ${name}`],
    fix: ['Choose a password without the sign-in name.'],
    sources: [
      'MicrosoftDocs/azure-docs: articles/active-directory/develop/reference-aadsts-error-codes.md, AADSTS120003 PasswordChangeInvalidNewPasswordContainsMemberName',
      'inferred: that a reset is asked as a change is, what counts as the name, and that shorter names than four characters do not',
    ],
    arrange: () => ({ world: inCloudAlone, request: { user: 'MyUser', newPassword: 'Kx7-MyUser-pQ9' } }),
  },
  'accepted-on-premises-only': {
    id: 'accepted-on-premises-only',
    title: 'The domain took the password, and the cloud cannot write it',
    party: 'tenant',
    cause:
      "The password has characters outside ASCII: the domain's policy allows them, and that of the cloud does not.",
    figures: ({ notAllowed }) => [`${notAllowed} not allowed in the cloud`],
    fix: [
      'Use the new password: it works on-premises at once.',
      'Wait until password hash synchronisation has brought it to the cloud, usually within two minutes.',
      'Next time choose letters without accents, digits and ASCII symbols.',
    ],
    sources: [
      SSPR_POLICY,
      `${DOCS}/troubleshoot-sspr.md, OnPremisesSuccessCloudFailure`,
      'MicrosoftDocs/entra-docs issue 694',
    ],
    arrange: () => ({ world: {}, request: { user: 'MyUser', newPassword: 'Grüße-Kx7-pQ9' } }),
  },
  'too-short-for-the-cloud': {
    id: 'too-short-for-the-cloud',
    title: "The domain took the password, and it is too short for the cloud's policy",
    party: 'tenant',
    cause:
      "The domain's policy is content with fewer characters than the cloud's. Whether the cloud looks at all is disputed: here a switch says that it does.",
    figures: ({ length, minimum }) => [`${minimum} characters required; the password has ${length}`],
    fix: [
      'Use the new password: it works on-premises at once.',
      "Ask for eight characters in the domain's policy as well.",
    ],
    sources: [SSPR_POLICY, POLICY, `${DOCS}/troubleshoot-sspr.md, OnPremisesSuccessCloudFailure`],
    arrange: () => ({
      world: { switches: { cloudWriteChecks: 'characters and length' } },
      request: { user: 'MyUser', newPassword: 'Kx7-pQ9' },
    }),
  },
  'cloud-directory-trouble': {
    id: 'cloud-directory-trouble',
    title: 'The domain took the password, and the directory in the cloud failed',
    party: 'tenant',
    cause:
      'The domain accepted the password; writing it to the directory in the cloud failed for reasons of the cloud: a time-out, throttling, or another error.',
    figures: () => [],
    fix: [
      'Wait a few minutes: password hash synchronisation brings the password to the cloud.',
      'Without it, or if that fails too, reset again later.',
    ],
    sources: [
      `${DOCS}/troubleshoot-sspr.md, OnPremisesSuccessCloudFailure`,
      'MicrosoftDocs/entra-docs issue 694',
    ],
    arrange: () => ({
      world: { tenant: { directoryTrouble: true } },
      request: { user: 'MyUser', newPassword: STRONG_PASSWORD },
    }),
  },
};
