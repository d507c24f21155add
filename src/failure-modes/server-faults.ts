import type { ServerFaultRefusal } from '../connector/server-faults.js';
import { SUPPORT_BLOG, TROUBLESHOOTING } from '../connector/sources.js';
import { STRONG_PASSWORD } from './domain-policy.js';
import type { Catalogue } from './failure-mode.js';

const request = { user: 'MyUser', newPassword: STRONG_PASSWORD } as const;
const SUPPORT = 'MicrosoftDocs/SupportArticles-docs: support/entra/entra-id/user-prov-sync';
const SSPR_0029 = `${SUPPORT}/password-writeback-error-code-sspr-0029.md`;
const NEXT_CYCLE = ['mend-synchronisation', { wait: '31 minutes' }] as const;

/** What a write meets on the sync server, or on its way into the domain, before the domain decides anything. */
export const SERVER_FAULTS: Pick<Catalogue, ServerFaultRefusal['rule']> = {
  'account-not-linked': {
    id: 'account-not-linked',
    title: 'The user in the cloud leads to no account on-premises',
    party: 'sync server',
    cause:
      'The sync server cannot follow the user from its connector space through the metaverse to an account in Active Directory.',
    figures: ({ broken }) => [broken],
    fix: [
      'Find out where the chain breaks, with the search of the metaverse on the sync server.',
      'Restore the account or join it again, or delete what is left of it in the cloud; then let a cycle run.',
    ],
    sources: [`${TROUBLESHOOTING}, event 33002`, SUPPORT_BLOG],
    arrange: () => ({ world: { users: { MyUser: { link: 'not joined in the metaverse' } } }, request }),
    mending: NEXT_CYCLE,
  },
  'outside-password-sync-scope': {
    id: 'outside-password-sync-scope',
    title: 'Selective password hash synchronisation leaves the user out',
    party: 'sync server',
    cause:
      'The synchronisation rule that is in force for the user has password synchronisation unticked, so there is nowhere to write to.',
    figures: () => [],
    fix: ['Bring the user into scope, by adminDescription or by the rule, and let a cycle run.'],
    sources: [
      'MicrosoftDocs/entra-docs: how-to-connect-selective-password-hash-synchronization.md',
      'MicrosoftDocs/azure-docs, issue 106884',
    ],
    arrange: () => ({ world: { users: { MyUser: { link: 'out of password sync scope' } } }, request }),
    mending: NEXT_CYCLE,
  },
  'duplicate-accounts': {
    id: 'duplicate-accounts',
    title: 'Two accounts on-premises stand behind one user',
    party: 'sync server',
    cause: 'The same person is enabled in two forests, and both accounts match the user in the cloud.',
    figures: () => [],
    fix: ['Disable one of the two accounts, and let a cycle run: writeback into both is not supported.'],
    sources: [`${TROUBLESHOOTING}, "Multiple matches found" and event 33003`],
    arrange: () => ({ world: { users: { MyUser: { link: 'duplicated' } } }, request }),
    mending: NEXT_CYCLE,
  },
  'forest-added-later': {
    id: 'forest-added-later',
    title: 'The forest was added after writeback was switched on',
    party: 'sync server',
    cause: 'Password synchronisation is not enabled on the connector of a forest that came later.',
    figures: () => [],
    fix: ['Switch password writeback off and on again.'],
    sources: [`${TROUBLESHOOTING}, 0x8023061f`],
    arrange: () => ({ world: { connector: { forestAddedLater: true } }, request }),
    mending: ['disable-writeback-powershell', 'enable-writeback-powershell', { wait: '2 minutes' }],
  },
  'reserved-character-in-unit': {
    id: 'reserved-character-in-unit',
    title: 'A reserved character stands in the name of a unit',
    party: 'domain',
    cause: 'The sync server cannot write to an account below a unit whose name has a reserved character.',
    figures: ({ unit }) => [`the unit is called "${unit}"`],
    fix: ['Rename the unit, or move the account to another.'],
    sources: [TROUBLESHOOTING],
    arrange: () => ({
      world: {
        domain: { organizationalUnits: { 'Sales, EMEA': {}, Sales: {} } },
        users: { MyUser: { activeDirectory: { organizationalUnit: 'Sales, EMEA' } } },
      },
      request,
    }),
    mending: [{ action: 'move', user: 'MyUser', unit: 'Sales' }, { wait: '2 hours' }],
  },
  'insecure-ldap': {
    id: 'insecure-ldap',
    title: 'The connector does not sign and encrypt LDAP',
    party: 'sync server',
    cause: 'A domain controller sets a password over a connection that is encrypted, and this one is not.',
    figures: () => [],
    fix: [
      'Tick "Sign and Encrypt LDAP Traffic" in all three places of the connector\'s properties.',
      'Then restart the service ADSync.',
    ],
    sources: [`${SUPPORT}/password-writeback-error-code-8023062c.md`],
    arrange: () => ({ world: { connector: { signAndEncryptLdap: false } }, request }),
    mending: ['enable-sign-and-encrypt-ldap', 'restart-adsync', { wait: '1 minute' }],
  },
  'account-password-too-long': {
    id: 'account-password-too-long',
    title: "The connector account's password is too long",
    party: 'sync server',
    cause:
      'The AD DS connector account has a password of more than 256 characters, which writeback cannot use.',
    figures: ({ length }) => [`${length} characters`],
    fix: ['Give the account a shorter password, and enter it in the connector.'],
    sources: [`${TROUBLESHOOTING}, "The filename or extension is too long"`],
    arrange: () => ({ world: { connector: { accountPasswordLength: 300 } }, request }),
    mending: ['shorten-connector-password'],
  },
  'connector-account-in-protected-users': {
    id: 'connector-account-in-protected-users',
    title: 'The connector account is a member of Protected Users',
    party: 'domain',
    cause: 'Members of Protected Users cannot sign in the way in which the connector does.',
    figures: () => [],
    fix: ['Take the AD DS connector account out of the group Protected Users.'],
    sources: [
      'dbielas/Lab-projects: Evidence/01-Self-Service-Password-Reset, LDAP error 8344',
      'inferred: that the connector answers with event 33004',
    ],
    arrange: () => ({ world: { connector: { accountInProtectedUsers: true } }, request }),
    mending: ['remove-connector-account-from-protected-users'],
  },
  'rpc-blocked': {
    id: 'rpc-blocked',
    title: 'RPC to the domain controllers is blocked',
    party: 'sync server',
    cause: 'LDAP gets through to the domain controllers and RPC does not, by which the account is looked up.',
    figures: () => [],
    fix: ['Allow TCP 135 and the dynamic ports 49152 to 65535 from the sync server to domain controllers.'],
    sources: [`${SUPPORT}/rpc-errors-affecting-aadconnect.md`],
    arrange: () => ({ world: { connector: { network: { rpc: 'blocked' } } }, request }),
    mending: ['open-rpc'],
  },
  'remote-sam-restricted': {
    id: 'remote-sam-restricted',
    title: 'The connector account may not look up accounts',
    party: 'domain',
    cause:
      'Before it writes, the connector account looks the user up by remote calls to the SAM, and is denied them.',
    figures: ({ by }) => [
      by === 'left behind in the registry'
        ? 'the policy is gone, and the registry value RestrictRemoteSam has stayed behind'
        : by,
    ],
    fix: [
      'Let the connector account into the policy "Restrict clients allowed to make remote calls to SAM".',
      'Or set it to "not defined", and remove the registry value RestrictRemoteSam, which stays behind.',
      'Where default permissions were removed, give Authenticated Users back their reads on the domain, Builtin and the SAM server object.',
    ],
    warning: 'Without RestrictRemoteSam, more accounts can list users and groups from afar.',
    sources: [SSPR_0029, `${SUPPORT}/password-writeback-access-rights-permissions.md`],
    arrange: () => ({ world: { connector: { remoteSam: 'restricted by policy' } }, request }),
    mending: ['undefine-remote-sam-policy', 'remove-restrict-remote-sam'],
  },
  'policy-control-missing': {
    id: 'policy-control-missing',
    title: 'The domain controllers do not know the control for policy hints',
    party: 'domain',
    cause:
      'Writeback resets passwords with an LDAP control that makes resets keep to the policy; these domain controllers do not have it.',
    figures: () => [],
    fix: ['Use domain controllers of a version that is supported.'],
    sources: [`${TROUBLESHOOTING}, "The server doesn't contain the LDAP password policy control"`],
    arrange: () => ({ world: { connector: { policyHints: false } }, request }),
    mending: ['replace-domain-controllers'],
  },
};
