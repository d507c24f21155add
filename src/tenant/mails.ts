import { sourced, unpublished, type Sourced } from '../kernel/sourced.js';

const CUSTOMISING = 'MicrosoftDocs/entra-docs: docs/identity/authentication/howto-sspr-customization.md';

/** The mails that password reset sends; bodies are in no public source as text. */
export const MAILS = {
  verificationCode: sourced('doc', CUSTOMISING, '{organization} account email verification code'),
  /** "Notify users on password resets?" */
  passwordReset: unpublished('no public page has the subject of the notification as text'),
  /** "Notify all admins when other admins reset their password?" */
  administratorReset: unpublished('no public page has the subject of the notification as text'),
  /** From the link "Contact your administrator". */
  helpRequest: unpublished('the documentation shows the request as a picture, without its subject'),
} as const satisfies Record<string, Sourced>;

export type MailName = keyof typeof MAILS;

/** Microsoft's clouds, of which each sends from its own addresses. */
export const CLOUDS = ['public', '21Vianet', 'US Government'] as const;
export type Cloud = (typeof CLOUDS)[number];

/** The page lists two addresses for each cloud, and not which mail comes from which: the model takes one for all. */
const WHICH = `${CUSTOMISING} lists two; that all mails come from this one is inferred`;

export const MAIL_SENDERS = {
  public: sourced('doc', WHICH, 'msonlineservicesteam@microsoftonline.com'),
  '21Vianet': sourced('doc', WHICH, 'msonlineservicesteam@oe.21vianet.com'),
  'US Government': sourced('doc', WHICH, 'msonlineservicesteam@microsoftonline.us'),
} as const satisfies Record<Cloud, Sourced>;

export const MAIL_SENDER_NAME = sourced('doc', CUSTOMISING, 'Microsoft on behalf of {organization}');
