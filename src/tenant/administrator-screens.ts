import { sourced, unpublished, type Sourced } from '../kernel/sourced.js';

/** What administrators read who reset somebody's password. */
export const ADMINISTRATOR_SCREENS = {
  passwordResetByAdministrator: {
    lines: [unpublished("no public page shows word for word how an administrator's reset ends well")],
  },
  administratorPolicy: {
    lines: [
      sourced(
        'doc',
        'MicrosoftDocs/SupportArticles-docs: support/entra/entra-id/user-prov-sync/password-writeback-not-compliant-on-premises-ad-pwd-policy.md',
        "Unfortunately, you cannot reset this user's password because your on-premises policy does not allow it. Please review your on-premises policy to ensure that it is setup correctly.",
      ),
    ],
  },
  administratorResetFailed: {
    lines: [
      unpublished('no public page shows what an administrator reads when the sync server cannot write'),
    ],
  },
  administratorMayNotReset: {
    lines: [unpublished('no public page shows what an administrator reads whose roles do not suffice')],
  },
} as const satisfies Record<string, { readonly lines: readonly Sourced[] }>;

export type AdministratorScreen = keyof typeof ADMINISTRATOR_SCREENS;

/** Whether a page is read by the administrator who resets, and not by the person whose password it is. */
export function isAdministratorScreen(screen: string): screen is AdministratorScreen {
  return Object.hasOwn(ADMINISTRATOR_SCREENS, screen);
}
