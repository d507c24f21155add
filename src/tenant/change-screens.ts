import { sourced, unpublished, type Sourced } from '../kernel/sourced.js';
import { SIGN_IN_ERROR_CODES } from './sources.js';

/** An error of a change, by number and name; what the page says of it is shown nowhere. */
function unworded(code: string, name: string): { readonly code: string; readonly lines: readonly Sourced[] } {
  return {
    code,
    lines: [unpublished(`${SIGN_IN_ERROR_CODES} calls it PasswordChange${name}, and shows no text`)],
  };
}

/**
 * What people read who change a password that they know. The numbers are those of the sign-in page; that the other
 * pages mean the same by them is inferred.
 */
export const CHANGE_SCREENS = {
  passwordChanged: { lines: [unpublished('no public page shows how a change ends well')] },
  changeIncorrectCurrentPassword: unworded('AADSTS120000', 'IncorrectCurrentPassword'),
  changeTooWeak: unworded('AADSTS120002', 'InvalidNewPasswordWeak'),
  changeOnPremisesPolicy: {
    code: 'AADSTS120004',
    lines: [
      sourced(
        'report',
        'blog.rmilne.ca, 2023-02-27, which shows its beginning; the rest as in the founding article',
        'This password does not meet the length, complexity, age, or history requirements of your corporate password policy.',
      ),
    ],
  },
  changeNeedsToHappenOnPremises: unworded('AADSTS120012', 'NeedsToHappenOnPrem'),
  changeUnreachable: unworded('AADSTS120013', 'OnPremisesConnectivityFailure'),
  changeLockedOutOrDisabled: unworded('AADSTS120014', 'OnPremUserAccountLockedOutOrDisabled'),
  changeAdminActionRequired: unworded('AADSTS120015', 'ADAdminActionRequired'),
  changeServersCatchUp: {
    code: 'AADSTS120005',
    lines: [
      sourced(
        'doc',
        'MicrosoftDocs/SupportArticles-docs: support/entra/entra-id/user-prov-sync/password-writeback-servers-need-time-catch-up.md',
        'Your password was successfully updated, but our servers take a little time to catch up. Please try signing in again in a few minutes.',
      ),
    ],
  },
} as const satisfies Record<string, { readonly code?: string; readonly lines: readonly Sourced[] }>;

export type ChangeScreen = keyof typeof CHANGE_SCREENS;
