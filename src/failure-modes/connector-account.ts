import { SUPPORT_BLOG } from '../connector/sources.js';
import { FOUNDING_ARTICLE } from '../kernel/sourced.js';
import { ERROR_TABLE, HOW_WRITEBACK_WORKS } from '../tenant/sources.js';
import { mendRight, sayWhyDenied } from './access-rights.js';
import { STRONG_PASSWORD } from './domain-policy.js';
import type { Catalogue } from './failure-mode.js';

const PERMISSIONS = `${FOUNDING_ARTICLE}, section "Which Account is used for Azure AD Connect Password Writeback"`;
const reset = { user: 'MyUser', newPassword: STRONG_PASSWORD } as const;

/** What the sync server cannot do, or may not do in the domain. */
export const CONNECTOR_ACCOUNT: Pick<
  Catalogue,
  'nobody-listening' | 'still-locked-out' | 'password-expired-at-once'
> = {
  'nobody-listening': {
    id: 'nobody-listening',
    title: 'Nobody listens on the relay',
    party: 'sync server',
    cause:
      'The service ADSync does not run: the request waits on the relay, nobody fetches it, and it expires.',
    figures: () => [],
    fix: ['Start the service Microsoft Azure AD Sync (Restart-Service ADSync) on the sync server.'],
    sources: [
      `${FOUNDING_ARTICLE}, for Restart-Service ADSync`,
      SUPPORT_BLOG,
      `${HOW_WRITEBACK_WORKS}, "Message expiration policies"`,
      `${ERROR_TABLE}, SSPR_0030`,
      'inferred: "several minutes" is all that is published of how long the message waits',
    ],
    arrange: () => ({ world: { connector: { service: 'stopped' } }, request: reset }),
  },
  'still-locked-out': {
    id: 'still-locked-out',
    title: 'The password is reset, the account stays locked',
    party: 'domain',
    cause:
      'A reset does not unlock by itself, and the AD DS connector account lacks Write permission on lockoutTime: the user has a new password and still cannot sign in. The right can be missing for the same reasons as Reset Password.',
    figures: ({ account, why }, now) => [`${account} is still locked out`, ...sayWhyDenied(why, now)],
    fix: ['Unlock the account.', 'Grant Write lockoutTime with Set-ADSyncPasswordWritebackPermissions.'],
    mend: ({ why }) => mendRight(why, 'Unlock the account.'),
    sources: [
      PERMISSIONS,
      'resinblade.net/?p=1963, "active directory: password behavior"',
      'samba-team/samba: source4/dsdb/tests/python/password_lockout.py',
    ],
    arrange: () => ({
      world: {
        connector: { rights: { writeLockoutTime: false } },
        users: { MyUser: { activeDirectory: { lockedOut: '5 minutes ago' } } },
      },
      request: reset,
    }),
  },
  'password-expired-at-once': {
    id: 'password-expired-at-once',
    title: 'The new password must be changed at the next sign-in',
    party: 'domain',
    cause:
      'The AD DS connector account lacks the extended right Unexpire Password on the domain root, so the domain controller sets pwdLastSet to 0 with the new password. It can be missing, denied, or granted and not yet in effect.',
    figures: ({ account, why }, now) => [
      `${account} must change the password at the next sign-in`,
      ...sayWhyDenied(why, now),
    ],
    fix: ['Grant Unexpire Password on the domain root: by default Authenticated Users have it.'],
    mend: ({ why }) =>
      mendRight(
        why,
        'Unexpire Password belongs on the domain root, where Authenticated Users have it by default.',
      ),
    sources: [
      PERMISSIONS,
      '[MS-SAMR] 3.1.1.8.7',
      'jasonfritts.me/?p=285',
      'MicrosoftDocs/azure-docs, issue 116266, whose author saw no difference',
    ],
    arrange: () => ({ world: { connector: { rights: { unexpirePassword: false } } }, request: reset }),
  },
};
