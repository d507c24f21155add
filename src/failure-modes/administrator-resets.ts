import { STRONG_PASSWORD } from './domain-policy.js';
import type { Catalogue } from './failure-mode.js';
import { mendRight, sayWhyDenied } from './access-rights.js';

const DOCS = 'MicrosoftDocs/entra-docs: docs';
const WRITEBACK = `${DOCS}/identity/authentication/concept-sspr-writeback.md`;
const request = {
  verb: 'administratorReset',
  user: 'MyUser',
  newPassword: STRONG_PASSWORD,
} as const;

/** What goes wrong when an administrator resets somebody's password, or goes well and still leaves trouble behind. */
export const ADMINISTRATOR_RESETS: Pick<
  Catalogue,
  | 'administrator-role-missing'
  | 'never-written-back'
  | 'lock-left-by-administrator'
  | 'forced-change-without-effect'
  | 'forced-change-right-missing'
> = {
  'administrator-role-missing': {
    id: 'administrator-role-missing',
    title: "The administrator's roles do not reach this user",
    party: 'tenant',
    cause:
      'Who may reset a password depends on the roles of the user whose it is: the roles of the administrator who tried do not suffice.',
    figures: ({ administrator, roles, of }) => [
      `${administrator} holds ${roles.length === 0 ? 'no role' : roles.join(', ')}`,
      `the user holds ${of.length === 0 ? 'no role' : of.join(', ')}`,
    ],
    fix: [
      'For users without a role the role Password Administrator is enough.',
      'For most holders of roles it takes a Privileged Authentication Administrator or a Global Administrator.',
    ],
    warning:
      'Both of these can reset the password of every administrator: assign them to few, and for a time.',
    sources: [
      `${DOCS}/identity/role-based-access-control/privileged-roles-permissions.md, "Who can reset passwords"`,
      `${DOCS}/fundamentals/users-reset-password-azure-portal.yml`,
    ],
    arrange: () => ({
      world: { users: { MyUser: {}, Helper: { entra: { roles: ['License Administrator'] } } } },
      request: { ...request, by: 'Helper' },
    }),
  },
  'never-written-back': {
    id: 'never-written-back',
    title: 'The password was reset in the cloud alone',
    party: 'tenant',
    cause:
      'This way of resetting never writes back: Entra ID has the new password, and the domain keeps the old one. Where the domain checks passwords, at federated sign-in and pass-through, the new one works nowhere; else each signs in at its own side.',
    figures: ({ by, account }) => [`${account}, by ${by}`],
    fix: [
      'Reset the password again in the Entra admin center, or with resetPassword of Microsoft Graph.',
      'Or have the user reset it at the portal; an administrator resets their own there too.',
    ],
    sources: [
      WRITEBACK,
      'MicrosoftDocs/SupportArticles-docs: support/entra/entra-id/user-prov-sync/password-writeback-microsoft-365-admin-center.md',
    ],
    arrange: () => ({
      world: {},
      request: { ...request, entryPoint: 'Microsoft 365 admin center' as const },
    }),
  },
  'lock-left-by-administrator': {
    id: 'lock-left-by-administrator',
    title: 'The administrator reset the password, the account stays locked',
    party: 'domain',
    cause:
      "The account was locked out on-premises. Unlike a reset by the person, an administrator's reset does not ask the connector to unlock.",
    figures: ({ account }) => [`${account} is still locked out`],
    fix: [
      'Unlock the account in Active Directory.',
      'Or have the user unlock it at the portal, where that is allowed, or reset the password there.',
    ],
    sources: [
      'samba-team/samba: source4/dsdb/tests/python/password_lockout.py, for a reset that does not unlock',
      "inferred: the record of an administrator's reset has no unblockUser, which that of a reset has",
    ],
    arrange: () => ({
      world: { users: { MyUser: { activeDirectory: { lockedOut: '5 minutes ago' } } } },
      request,
    }),
  },
  'forced-change-without-effect': {
    id: 'forced-change-without-effect',
    title: 'A password that never expires is not asked to be changed',
    party: 'domain',
    cause:
      'The account has "Password never expires": the reset succeeds, and the flag that forces a change at the next sign-in is not set.',
    figures: ({ account }) => [`${account} keeps the password that the administrator chose`],
    fix: [
      'Clear "Password never expires" on the account, and reset the password again.',
      'Or agree on a new password with the user, who changes it by themselves.',
    ],
    sources: [WRITEBACK, 'MicrosoftDocs/azure-docs, issue 90327'],
    arrange: () => ({
      world: { users: { MyUser: { activeDirectory: { passwordNeverExpires: true } } } },
      request,
    }),
  },
  'forced-change-right-missing': {
    id: 'forced-change-right-missing',
    title: 'The connector account may not make the user change the password',
    party: 'domain',
    cause:
      'The AD DS connector account lacks Write permission on pwdLastSet: the password is reset, and the user is not asked for another one at the next sign-in on-premises.',
    figures: ({ account, why }, now) => [
      `${account} keeps the password that the administrator chose`,
      ...sayWhyDenied(why, now),
    ],
    fix: [
      'Grant Write pwdLastSet with Set-ADSyncPasswordWritebackPermissions, and reset the password again.',
    ],
    mend: ({ why }) => mendRight(why, 'Write pwdLastSet belongs on the domain, for descendant user objects.'),
    sources: [
      `${DOCS}/identity/authentication/tutorial-enable-sspr-writeback.md`,
      'inferred: that the reset succeeds without this right, as it does without the right to unlock',
    ],
    arrange: () => ({ world: { connector: { rights: { writePwdLastSet: false } } }, request }),
  },
};
