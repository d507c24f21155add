import { sayDuration } from '../kernel/duration.js';
import { sayInstant } from '../kernel/instant.js';
import { SIGN_IN_ERROR_CODES } from '../tenant/sources.js';
import { STRONG_PASSWORD } from './domain-policy.js';
import type { Catalogue } from './failure-mode.js';

const DOCS = 'MicrosoftDocs/entra-docs: docs/identity/authentication';
const SUPPORT = 'MicrosoftDocs/SupportArticles-docs: support/entra/entra-id/user-prov-sync';
const KNOWN = 'Spring-is-over-22';
const change = { verb: 'change', user: 'MyUser', oldPassword: KNOWN, newPassword: STRONG_PASSWORD } as const;
const withPassword = { users: { MyUser: { activeDirectory: { password: KNOWN } } } };

/** What keeps somebody from changing a password that they know. */
export const CHANGES: Pick<
  Catalogue,
  | 'wrong-old-password'
  | 'wrong-old-password-in-cloud'
  | 'account-locked-out'
  | 'old-password-not-yet-synchronised'
> = {
  'wrong-old-password': {
    id: 'wrong-old-password',
    title: 'The old password that was typed is wrong',
    party: 'user',
    cause:
      'A change proves the old password at the domain controller, and the one that was typed is not the present one. It counts as a wrong password there, and enough of them lock the account.',
    figures: ({ counted, threshold }) => [
      threshold === 0
        ? 'the domain counts no wrong passwords'
        : `${counted} of ${threshold} wrong passwords that lock the account`,
    ],
    fix: [
      'Type the present password of the domain: it may be another than the one that still signs in to Microsoft 365.',
      'Reset the password if it is forgotten.',
    ],
    sources: [
      `${DOCS}/troubleshoot-sspr-writeback.md, event 33007`,
      `${SIGN_IN_ERROR_CODES}, AADSTS120000`,
      '[MS-SAMR] 3.1.5.14.6',
      'inferred: the row of the audit log and the records of the domain controller, of which no public sample is known',
    ],
    arrange: () => ({ world: withPassword, request: { ...change, oldPassword: 'Winter-is-over-22' } }),
  },
  'wrong-old-password-in-cloud': {
    id: 'wrong-old-password-in-cloud',
    title: 'The old password that was typed is wrong, for a cloud-only user',
    party: 'user',
    cause:
      'The password is kept in Entra ID alone, which checks the old one by itself: the one that was typed is not the present one.',
    figures: () => [],
    fix: ['Type the present password, or reset it if it is forgotten.'],
    sources: [`${SIGN_IN_ERROR_CODES}, AADSTS120000`],
    arrange: () => ({
      world: { users: { MyUser: { cloudOnly: true }, Somebody: {} } },
      request: change,
    }),
  },
  'account-locked-out': {
    id: 'account-locked-out',
    title: 'The account is locked out, and a change does not unlock it',
    party: 'user',
    cause:
      'Too many wrong passwords locked the account on-premises. A locked account changes no password, however right the old one is: only a reset unlocks.',
    figures: ({ since, until }, now) => [
      `locked since ${sayInstant(since)} UTC, ${sayDuration(now - since)} ago`,
      until === undefined
        ? 'until an administrator unlocks it'
        : `the lock ends by itself after ${sayInstant(until)} UTC`,
    ],
    fix: [
      'Reset the password at the portal, which unlocks too, or unlock the account there.',
      'Or have an administrator unlock it, or wait until the lock is over.',
      'Look for whatever keeps sending an old password: a telephone, a mapped drive, a service.',
    ],
    sources: [
      `${DOCS}/troubleshoot-sspr-writeback.md, event 33006`,
      `${SIGN_IN_ERROR_CODES}, AADSTS120014`,
      'samba-team/samba: source4/dsdb/tests/python/password_lockout.py',
      'inferred: that event 33006 belongs to changes, as a reset unlocks',
    ],
    arrange: () => ({
      world: { users: { MyUser: { activeDirectory: { password: KNOWN, lockedOut: '5 minutes ago' } } } },
      request: change,
    }),
  },
  'old-password-not-yet-synchronised': {
    id: 'old-password-not-yet-synchronised',
    title: 'The cloud does not know the temporary password yet',
    party: 'tenant',
    cause:
      'The password was set on-premises moments ago and proven there; its hash has not reached Entra ID, which therefore cannot change its own copy. The domain has the new password.',
    figures: () => [],
    fix: [
      'Wait some minutes until password hash synchronisation has brought the new password, and sign in with it.',
      'Tell those who get a temporary password on-premises to wait two minutes before they use it.',
    ],
    sources: [`${SUPPORT}/password-writeback-servers-need-time-catch-up.md`],
    arrange: () => ({
      world: { users: { MyUser: {} } },
      before: [
        { action: 'set-password', user: 'MyUser', newPassword: KNOWN },
        { action: 'require-password-change', user: 'MyUser' },
      ],
      request: { ...change, entryPoint: 'sign-in page' as const },
    }),
  },
};
