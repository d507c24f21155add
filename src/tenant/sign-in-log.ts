import { article, sourced, unpublished, type Sourced } from '../kernel/sourced.js';

const ERROR_CODES = 'MicrosoftDocs/entra-docs: docs/identity-platform/reference-error-codes.md';
const PASS_THROUGH =
  'MicrosoftDocs/entra-docs: docs/identity/hybrid/connect/tshoot-connect-pass-through-authentication.md';

interface SignInErrorEntry {
  /** The number after AADSTS. */
  readonly errorCode: number;
  /** What the row says. */
  readonly failureReason: Sourced;
  /** What the person reads. */
  readonly page: Sourced;
}

/** The page for a new password, at which somebody may change it: from there the change is a session of its own. */
const UPDATE_PASSWORD = sourced(
  'report',
  "himmelblau-idm/himmelblau, whose sign-in repeats the page's words",
  'Update your password\nYou need to update your password because this is the first time you are signing in, or because your password has expired.',
);

/** What the sign-in log says of a refused sign-in, and what the person is told. */
export const SIGN_IN_ERRORS = {
  wrongPassword: {
    errorCode: 50126,
    failureReason: sourced(
      'sample',
      'a row in MicrosoftDocs/azure-docs about the schema of the sign-in log; the same words stand in reference-error-codes.md',
      'Error validating credentials due to invalid username or password.',
    ),
    page: sourced(
      'doc',
      'MicrosoftDocs/SupportArticles-docs: support/entra/entra-id, troubleshooting of certificate-based authentication',
      "Your account or password is incorrect. If you don't remember your password, reset it now.",
    ),
  },
  mustChange: {
    errorCode: 50055,
    failureReason: sourced(
      'doc',
      `${ERROR_CODES}; that a temporary password counts as expired is inferred`,
      'The password is expired.',
    ),
    page: UPDATE_PASSWORD,
  },
  disabled: {
    errorCode: 50057,
    failureReason: sourced('doc', ERROR_CODES, 'The user account is disabled.'),
    page: sourced(
      'doc',
      'MicrosoftDocs/OfficeDocs-Support, "Your account has been locked" when signing in to Microsoft 365',
      'Your account has been locked. Contact your support person to unlock it, then try again.',
    ),
  },
  expiredOnPremises: {
    errorCode: 50144,
    failureReason: sourced(
      'doc',
      `${PASS_THROUGH}; that "must change" is reported alike is inferred`,
      "User's Active Directory password has expired.",
    ),
    page: UPDATE_PASSWORD,
  },
  /** The same where nobody may change a password in the cloud. */
  expiredOnPremisesForGood: {
    errorCode: 50144,
    failureReason: sourced('doc', PASS_THROUGH, "User's Active Directory password has expired."),
    page: sourced(
      'doc',
      'MicrosoftDocs/azure-docs: articles/active-directory/hybrid/how-to-connect-pta-faq.md',
      "Your organization doesn't allow you to update your password on this site. Update it according to the method recommended by your organization, or ask your admin if you need help.",
    ),
  },
  smartLockout: {
    errorCode: 50053,
    failureReason: sourced(
      'doc',
      ERROR_CODES,
      'The account is locked because the user tried to sign in too many times with an incorrect user ID or password.',
    ),
    page: sourced(
      'doc',
      'MicrosoftDocs/entra-docs: docs/identity/authentication/howto-password-smart-lockout.md',
      'Your account is temporarily locked to prevent unauthorized use. Try again later, and if you still have trouble, contact your admin.',
    ),
  },
  lockedOnPremises: {
    errorCode: 50053,
    failureReason: sourced(
      'inferred',
      `inferred: ${ERROR_CODES} says it of accounts that Entra ID locks; no source has the row of one that Active Directory has locked`,
      'The account is locked because the user tried to sign in too many times with an incorrect user ID or password.',
    ),
    page: sourced(
      'doc',
      'MicrosoftDocs/entra-docs: docs/identity/authentication/howto-password-smart-lockout.md, of smart lockout; that a lock on-premises is told alike is inferred',
      'Your account is temporarily locked to prevent unauthorized use. Try again later, and if you still have trouble, contact your admin.',
    ),
  },
  accountExpiredOnPremises: {
    errorCode: 50057,
    failureReason: unpublished('no source shows how pass-through authentication reports an expired account'),
    page: unpublished('no source shows what the owner of an expired account reads'),
  },
  activeDirectoryUnreachable: {
    errorCode: 80007,
    failureReason: sourced(
      'doc',
      PASS_THROUGH,
      'Authentication Agent unable to connect to Active Directory.',
    ),
    page: sourced('doc', PASS_THROUGH, 'An error occurred communicating with Active Directory'),
  },
  mfaRequired: {
    errorCode: 50076,
    failureReason: sourced(
      'inferred',
      'inferred: the words of AADSTS50076 (MicrosoftDocs/entra-docs: docs/identity-platform/v2-conditional-access-dev-guide.md); no source shows which code the synchronisation account gets',
      "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '{resource}'.",
    ),
    page: unpublished('a service reads no page'),
  },
} as const satisfies Record<string, SignInErrorEntry>;

export type SignInError = keyof typeof SIGN_IN_ERRORS;

/** What a federation server tells those whom it does not let in; Entra ID never hears of them. */
export const FEDERATION_REFUSES = unpublished("the page of a federation server is its owner's");

/** The failure reason of a row that reports none. */
export const NO_FAILURE = sourced('sample', "a row of Graph's signIns with errorCode 0", 'Other.');

/** Who asks for a token for what. */
export interface SignInTarget {
  readonly appId: Sourced & { readonly text: string };
  readonly appDisplayName: Sourced & { readonly text: string };
  readonly resourceId: string;
  readonly resourceDisplayName: Sourced & { readonly text: string };
}

const FIRST_PARTY_APPS =
  'MicrosoftDocs/SupportArticles-docs: support/entra/entra-id/governance/verify-first-party-apps-sign-in.md';

/** The resource that the synchronisation service asks a token for. */
export const DIRECTORY_RESOURCE = '00000002-0000-0000-c000-000000000000';

/** Where people sign in. */
export const PORTAL_TARGET: SignInTarget = {
  appId: sourced('doc', FIRST_PARTY_APPS, '4765445b-32c6-49b0-83e6-1d93765276ca'),
  appDisplayName: sourced('doc', FIRST_PARTY_APPS, 'OfficeHome'),
  resourceId: DIRECTORY_RESOURCE,
  resourceDisplayName: sourced('doc', FIRST_PARTY_APPS, 'Windows Azure Active Directory'),
};

/** As what the synchronisation service signs in. */
export const SYNC_TARGET: SignInTarget = {
  appId: sourced('doc', FIRST_PARTY_APPS, 'cb1056e2-e479-49de-ae31-7812af012ed8'),
  appDisplayName: sourced('doc', FIRST_PARTY_APPS, 'Microsoft Azure Active Directory Connect'),
  resourceId: DIRECTORY_RESOURCE,
  resourceDisplayName: sourced('doc', FIRST_PARTY_APPS, 'Windows Azure Active Directory'),
};

/** The account's name as the founding article has administrators search for it. */
export const SYNC_ACCOUNT_NAME: Sourced & { readonly text: string } = article(
  'On-Premises Directory Synchronization Service Account',
);
