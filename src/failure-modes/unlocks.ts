import type { Catalogue } from './failure-mode.js';
import { mendRight, sayWhyDenied } from './access-rights.js';

const DOCS = 'MicrosoftDocs/entra-docs: docs/identity/authentication';
const TUTORIAL = `${DOCS}/tutorial-enable-sspr-writeback.md`;
const request = { verb: 'unlock', user: 'MyUser' } as const;
const locked = { users: { MyUser: { activeDirectory: { lockedOut: '5 minutes ago' } } } };

const REASONS = {
  'locked-out': 'the account is locked out again',
  'wrong-password': 'the password is another one',
  disabled: 'the account is disabled',
  'account-expired': 'the account has expired',
  'smartcard-required': 'a smart card is required',
  'must-change-password': 'the password must be changed before the next sign-in',
  'password-expired': 'the password has expired',
  'no-logon-servers': 'no domain controller can be reached',
} as const;

/** What goes wrong when somebody who knows the password unlocks the account. */
export const UNLOCKS: Pick<
  Catalogue,
  'unlock-switched-off' | 'unlock-needs-on-premises-account' | 'unlock-right-missing' | 'nothing-to-unlock'
> = {
  'unlock-switched-off': {
    id: 'unlock-switched-off',
    title: 'Unlocking without a reset is not allowed',
    party: 'tenant',
    cause:
      '"Allow users to unlock accounts without resetting their password" is off: the page offers a reset and nothing else.',
    figures: () => [],
    fix: [
      'Reset the password, which unlocks too.',
      'Or switch the setting on under Password reset > On-premises integration.',
    ],
    sources: [TUTORIAL, 'inferred: that the question why somebody cannot sign in is not asked then'],
    arrange: () => ({ world: { ...locked, tenant: { unlockWithoutReset: false } }, request }),
  },
  'unlock-needs-on-premises-account': {
    id: 'unlock-needs-on-premises-account',
    title: 'There is no account on-premises to unlock',
    party: 'user',
    cause:
      'The user exists in Entra ID alone. Unlocking without a reset is about the account in Active Directory; a lock of Entra ID passes by itself, or ends with a reset.',
    figures: () => [],
    fix: ['Wait a minute and sign in again, or choose "I forgot my password" and reset it.'],
    sources: [TUTORIAL, `${DOCS}/howto-password-smart-lockout.md`],
    arrange: () => ({ world: { users: { MyUser: { cloudOnly: true }, Somebody: {} } }, request }),
  },
  'unlock-right-missing': {
    id: 'unlock-right-missing',
    title: 'The connector account may not unlock',
    party: 'domain',
    cause:
      'The AD DS connector account lacks Write permission on lockoutTime, which is all that an unlock without a reset writes.',
    figures: ({ account, why }, now) => [`${account} is still locked out`, ...sayWhyDenied(why, now)],
    fix: ['Grant Write lockoutTime with Set-ADSyncPasswordWritebackPermissions.', 'Unlock the account.'],
    mend: ({ why }) =>
      mendRight(why, 'Write lockoutTime belongs on the domain, for descendant user objects.'),
    sources: [
      TUTORIAL,
      `${DOCS}/troubleshoot-sspr-writeback.md, event 33004`,
      'inferred: that an unlock which fails leaves the records of a reset',
    ],
    arrange: () => ({ world: { ...locked, connector: { rights: { writeLockoutTime: false } } }, request }),
  },
  'nothing-to-unlock': {
    id: 'nothing-to-unlock',
    title: 'The account was not locked out',
    party: 'user',
    cause:
      'The unlock went through, and there was no lock: something else keeps the person out, or they type another password than the present one.',
    figures: ({ account, but }) => [
      `${account} was not locked out`,
      ...(but === undefined ? [] : [REASONS[but]]),
    ],
    fix: [
      'Choose "I forgot my password" and reset it: the one in mind may not be the present one.',
      'Look whether the account is disabled or has expired, and whether its password has.',
    ],
    sources: [
      `${DOCS}/howto-password-smart-lockout.md`,
      "inferred: that the log is silent about an unlock where nothing was locked; ultimatewindowssecurity.com, event 4767, says otherwise (the world's switch unlockWithoutLock)",
    ],
    arrange: () => ({ world: {}, request }),
  },
};
