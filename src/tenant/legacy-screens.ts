import { sourced, type Sourced } from '../kernel/sourced.js';
import type { Screen, ScreenName } from './screens.js';

const page = (text: string): Sourced =>
  sourced(
    'doc',
    'MicrosoftDocs/azure-docs: articles/active-directory/user-help/active-directory-passwords-update-your-own-password.md',
    text,
  );

const NOT_ENABLED: Screen = {
  lines: [
    page('Your account is not enabled for password reset.'),
    page("We're sorry, but your IT staff has not set up your account to use this service."),
    page(
      "If you'd like, we can contact an administrator in your organization to reset your password for you.",
    ),
  ],
};

const NOT_VERIFIED: Screen = {
  lines: [
    page('We could not verify your account.'),
    page(
      "If you'd like, we can contact an administrator in your organization to reset your password for you.",
    ),
  ],
};

/** How the portal worded its refusals before they had numbers. */
export const LEGACY_SCREENS: Readonly<Partial<Record<ScreenName, Screen>>> = {
  ssprDisabled: NOT_ENABLED,
  policyMissing: NOT_ENABLED,
  noLicence: NOT_ENABLED,
  notInScope: NOT_ENABLED,
  tooFewMethods: NOT_VERIFIED,
  methodsNotAllowed: NOT_VERIFIED,
  writebackNotEnabled: {
    lines: [
      page('Please contact your administrator.'),
      page(
        "We've detected that your user account password is not managed by Microsoft. As a result, we are unable to automatically reset your password.",
      ),
      page('You need to contact your IT staff for further assistance.'),
    ],
  },
};
