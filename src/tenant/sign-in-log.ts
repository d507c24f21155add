import { sourced, type Sourced } from '../kernel/sourced.js';

/** What the sign-in log says of a refused sign-in: the AADSTS number and its words. */
export const SIGN_IN_ERRORS = {
  mfaRequired: {
    errorCode: 50076,
    failureReason: sourced(
      'sample',
      'published AADSTS50076 responses; which code the synchronisation account gets is inferred',
      "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '{resource}'.",
    ),
  },
} as const satisfies Record<string, { readonly errorCode: number; readonly failureReason: Sourced }>;

export type SignInError = keyof typeof SIGN_IN_ERRORS;

/** The resource that the synchronisation service asks a token for: Windows Azure Active Directory. */
export const DIRECTORY_RESOURCE = '00000002-0000-0000-c000-000000000000';

/** The account's name as the founding article has administrators search for it. */
export const SYNC_ACCOUNT_NAME: Sourced & { readonly text: string } = sourced(
  'article',
  'the founding article',
  'On-Premises Directory Synchronization Service Account',
);
