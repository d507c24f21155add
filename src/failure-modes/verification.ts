import { sayDuration } from '../kernel/duration.js';
import { sayInstant } from '../kernel/instant.js';
import { STRONG_PASSWORD } from './domain-policy.js';
import type { Catalogue } from './failure-mode.js';

const DOCS = 'MicrosoftDocs/entra-docs: docs/identity/authentication';
const reset = { user: 'MyUser', newPassword: STRONG_PASSWORD } as const;
const givesUp = { leaves: { at: 'verification', how: 'abandons' } } as const;
const bySms = { tenant: { sspr: { methods: ['mobile SMS' as const] } } };

/** What keeps somebody from proving who they are, or from finishing in time. */
export const VERIFICATION: Pick<
  Catalogue,
  | 'cookies-disabled'
  | 'sspr-throttled'
  | 'wrong-code'
  | 'code-expired'
  | 'code-not-delivered'
  | 'phone-number-mismatch'
  | 'session-expired'
> = {
  'cookies-disabled': {
    id: 'cookies-disabled',
    title: 'The browser keeps no cookies',
    party: 'user',
    cause: 'The reset pages need cookies, and the browser on this device does not keep them.',
    figures: () => [],
    fix: ['Allow cookies for passwordreset.microsoftonline.com, or use another browser.'],
    sources: [
      'MicrosoftDocs/azure-docs: articles/active-directory/active-directory-passwords-get-insights.md',
    ],
    arrange: () => ({ world: {}, request: { ...reset, cookies: false } }),
  },
  'sspr-throttled': {
    id: 'sspr-throttled',
    title: 'Too many attempts: the account is blocked from resetting',
    party: 'user',
    cause:
      'Too many attempts failed within a while, so the account may not reset its password, whoever tries and however well.',
    figures: ({ by, method, until }) => [
      `counted: ${by}${method === undefined ? '' : `, last tried: ${method}`}`,
      `blocked until ${sayInstant(until)} UTC`,
    ],
    fix: ['Wait 24 hours from the last attempt.', 'Or have an administrator reset the password.'],
    sources: [`${DOCS}/troubleshoot-sspr.md`, `${DOCS}/passwords-faq.yml`],
    arrange: () => ({
      world: bySms,
      request: { ...reset, verification: Array.from({ length: 5 }, () => ({ answer: 'wrong' as const })) },
    }),
  },
  'wrong-code': {
    id: 'wrong-code',
    title: 'A wrong code was entered',
    party: 'user',
    cause: 'The code or the answer given at the gate was not the right one, and the person went no further.',
    figures: ({ method }) => [`by ${method}`],
    fix: ['Ask for another code and enter the newest one; five failures block the account.'],
    sources: [`${DOCS}/passwords-faq.yml`],
    arrange: () => ({ world: {}, request: { ...reset, ...givesUp, verification: [{ answer: 'wrong' }] } }),
  },
  'code-expired': {
    id: 'code-expired',
    title: 'The code was entered too late',
    party: 'user',
    cause: 'A code from a mail or a text message is good for a few minutes, and these were over.',
    figures: ({ method, age, lives }) => [
      `${method}: entered ${sayDuration(age)} after it was sent; good for ${sayDuration(lives)}`,
    ],
    fix: ['Ask for another code and enter it at once.'],
    sources: [`${DOCS}/passwords-faq.yml`],
    arrange: () => ({
      world: bySms,
      request: { ...reset, ...givesUp, verification: [{ after: '6 min' }] },
    }),
  },
  'code-not-delivered': {
    id: 'code-not-delivered',
    title: 'The code never arrived',
    party: 'user',
    cause: 'The message or the call was sent and did not reach the person.',
    figures: ({ method }) => [`by ${method}`],
    fix: [
      'Wait a minute, look in the junk folder, check the number or the address on file.',
      'Or take another method.',
    ],
    sources: [`${DOCS}/troubleshoot-sspr.md`],
    arrange: () => ({
      world: bySms,
      request: { ...reset, ...givesUp, verification: [{ answer: 'none' }] },
    }),
  },
  'phone-number-mismatch': {
    id: 'phone-number-mismatch',
    title: 'The number that was typed is not the one on file',
    party: 'user',
    cause:
      'Before a message or a call goes out the person has to type the whole number, and it differs from the one in the directory.',
    figures: ({ method }) => [`by ${method}`],
    fix: ['Type the whole number with its country code, or have the number on file corrected.'],
    sources: [`${DOCS}/troubleshoot-sspr.md`],
    arrange: () => ({
      world: bySms,
      request: { ...reset, ...givesUp, verification: [{ answer: 'wrong number' }] },
    }),
  },
  'session-expired': {
    id: 'session-expired',
    title: 'The session ran out',
    party: 'user',
    cause: 'A session lasts some minutes from the first page to the finished reset, and these were over.',
    figures: ({ began, lives }) => [
      `begun at ${sayInstant(began)} UTC; a session lasts ${sayDuration(lives)}`,
    ],
    fix: ['Begin again, and choose the new password beforehand.'],
    sources: [`${DOCS}/passwords-faq.yml`],
    arrange: () => ({ world: {}, request: { ...reset, thinksFor: '20 min' } }),
  },
};
