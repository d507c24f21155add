import { article, sourced, type Sourced } from '../kernel/sourced.js';

/** What the sign-in log says of a refused sign-in: the AADSTS number and its words. */
export const SIGN_IN_ERRORS = {
  mfaRequired: {
    errorCode: 50076,
    failureReason: sourced(
      'inferred',
      'inferred: the words of AADSTS50076 (MicrosoftDocs/entra-docs: docs/identity-platform/v2-conditional-access-dev-guide.md); no source shows which code the synchronisation account gets',
      "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '{resource}'.",
    ),
  },
} as const satisfies Record<string, { readonly errorCode: number; readonly failureReason: Sourced }>;

export type SignInError = keyof typeof SIGN_IN_ERRORS;

/** The resource that the synchronisation service asks a token for: Windows Azure Active Directory. */
export const DIRECTORY_RESOURCE = '00000002-0000-0000-c000-000000000000';

/** The account's name as the founding article has administrators search for it. */
export const SYNC_ACCOUNT_NAME: Sourced & { readonly text: string } = article(
  'On-Premises Directory Synchronization Service Account',
);
