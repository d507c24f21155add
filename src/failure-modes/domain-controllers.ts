import { sayDuration } from '../kernel/duration.js';
import { sayInstant } from '../kernel/instant.js';
import { STRONG_PASSWORD } from './domain-policy.js';
import type { Catalogue } from './failure-mode.js';

const request = { user: 'MyUser', newPassword: STRONG_PASSWORD } as const;

/** What keeps the sync server from a domain controller that would take the password, and from accounts at all. */
export const DOMAIN_CONTROLLERS: Pick<
  Catalogue,
  | 'domain-controllers-down'
  | 'preferred-controller-by-netbios-name'
  | 'only-read-only-controllers'
  | 'account-disabled-on-premises'
  | 'change-not-replicated-yet'
  | 'clock-skew-too-great'
  | 'policy-change-not-in-effect-yet'
> = {
  'domain-controllers-down': {
    id: 'domain-controllers-down',
    title: 'No domain controller can be reached',
    party: 'domain',
    cause: 'None of the domain controllers that the sync server may use is running.',
    figures: ({ tried }) => [`tried ${tried.join(', ')}`],
    fix: [
      'Start a domain controller, or mend the way to it.',
      'If the sync server may only use preferred domain controllers, add one that runs, and restart ADSync.',
    ],
    sources: [
      'MicrosoftDocs/SupportArticles-docs: password-writeback-general-troubleshooting-steps.md',
      'the record of the error 80230818 that an administrator published',
    ],
    arrange: () => ({
      world: { connector: { server: 'SYNC01' }, domain: { controllers: { DC01: { online: false } } } },
      request,
    }),
  },
  'preferred-controller-by-netbios-name': {
    id: 'preferred-controller-by-netbios-name',
    title: 'Preferred domain controllers are listed by NetBIOS name',
    party: 'sync server',
    cause:
      'The list of preferred domain controllers has short names; the sync server finds domain controllers by fully qualified name alone.',
    figures: ({ names }) => [`in the list: ${names.join(', ')}`],
    fix: [
      'Enter fully qualified names in the list of preferred domain controllers of the connector, and restart ADSync.',
    ],
    sources: ['an administrator who published the record and the way out ("SSPR stopped working")'],
    arrange: () => ({ world: { connector: { preferredControllers: ['DC01'] } }, request }),
  },
  'only-read-only-controllers': {
    id: 'only-read-only-controllers',
    title: 'Only read-only domain controllers are left',
    party: 'domain',
    cause: 'Every domain controller that the sync server can reach is read-only, and cannot take a password.',
    figures: ({ tried }) => [`tried ${tried.join(', ')}`],
    fix: ['Make a writable domain controller reachable: read-only ones are not supported.'],
    sources: ['MicrosoftDocs/entra-docs: how-to-connect-install-prerequisites.md'],
    arrange: () => ({
      world: { domain: { controllers: { DC01: { online: false }, RODC01: { readOnly: true } } } },
      request,
    }),
  },
  'account-disabled-on-premises': {
    id: 'account-disabled-on-premises',
    title: 'The account is disabled on-premises',
    party: 'domain',
    cause: 'The account is disabled in Active Directory, and Entra ID has not been told yet.',
    figures: ({ account }) => [`${account} is disabled`],
    fix: ['Enable the account, if its owner is to sign in at all.'],
    sources: ['MicrosoftDocs/entra-docs: troubleshoot-sspr-writeback.md, event 33005'],
    arrange: () => ({ world: { users: { MyUser: { activeDirectory: { disabled: true } } } }, request }),
  },
  'change-not-replicated-yet': {
    id: 'change-not-replicated-yet',
    title: 'The domain controller that was asked does not know of the change yet',
    party: 'domain',
    cause:
      'The change stands at one domain controller and has not replicated to the one at which the person signs in, nor could that one ask a PDC emulator that knows.',
    figures: ({ account, refusedBy, asked, knownAt, arrives }, now) => [
      `${asked} refuses ${account}: ${refusedBy}`,
      `${knownAt} knows better`,
      arrives === undefined
        ? 'it cannot arrive as long as one of them, or all between, cannot be reached'
        : `it arrives ${arrives > now ? `in ${sayDuration(arrives - now)}, ` : ''}at ${sayInstant(arrives)} UTC`,
    ],
    fix: [
      'Wait until it has replicated, or have it replicate now: repadmin /syncall.',
      'Make the PDC emulator reachable: every domain controller asks it before it refuses a password.',
    ],
    sources: [
      'learn.microsoft.com: How to Modify the Default Intra-Site Domain Controller Replication Interval',
      'Microsoft: "Account Passwords and Policies", on the PDC operations master',
    ],
    arrange: () => ({
      world: {
        connector: { server: 'SYNC01', preferredControllers: ['DC02.Test.local'] },
        domain: { controllers: { DC01: {}, DC02: {}, DC03: {} } },
      },
      before: [{ action: 'stop-controller', controller: 'DC01' }],
      request,
      signIn: { user: 'MyUser', password: STRONG_PASSWORD, at: 'DC03' },
    }),
  },
  'policy-change-not-in-effect-yet': {
    id: 'policy-change-not-in-effect-yet',
    title: 'The password policy was changed, and the change is not in effect yet',
    party: 'domain',
    cause:
      'The Default Domain Policy says what would let the password through, but the domain controller that was asked goes by the policy of before: the PDC emulator has not applied the change, or it has not replicated.',
    figures: ({ controller, refusedBy, waitsFor, from }, now) => [
      `${controller} still refuses: ${refusedBy}`,
      from === undefined
        ? `it waits for ${waitsFor}, which cannot be as things stand: a domain controller does not run`
        : `it waits for ${waitsFor}${from > now ? `, in ${sayDuration(from - now)}` : ''}, at ${sayInstant(from)} UTC`,
    ],
    fix: [
      'Wait: domain controllers look for changed group policy every 5 minutes, and only the PDC emulator applies a password policy.',
      'Or run gpupdate /force on the PDC emulator, then repadmin /syncall.',
    ],
    sources: [
      'Microsoft KB 203607: How to Modify the Default Group Policy Refresh Interval (5 minutes on domain controllers)',
      'inferred from the role of the PDC emulator: that it alone writes the account policy to the domain',
      'MicrosoftDocs/SupportArticles-docs: password-writeback-not-compliant-on-premises-ad-pwd-policy.md',
    ],
    arrange: () => ({
      world: { users: { MyUser: { activeDirectory: { passwordLastSet: '6 hours ago' } } } },
      before: [{ action: 'change-password-policy', policy: { minimumAge: '0' } }],
      request,
    }),
  },
  'clock-skew-too-great': {
    id: 'clock-skew-too-great',
    title: 'The clocks of sync server and domain controller are too far apart',
    party: 'domain',
    cause:
      'The clock of the domain controller and that of the sync server differ by more than Kerberos tolerates, so the sync server cannot bind.',
    figures: ({ controller, skew, tolerated }) => [
      `${controller}: ${sayDuration(skew)} apart, ${sayDuration(tolerated)} tolerated`,
    ],
    fix: [
      'Set the clocks right: w32tm /query /status, then w32tm /resync; see to it that the PDC emulator has a reliable source.',
      'For virtual machines, let either the host or the domain set the time, not both.',
    ],
    sources: [
      'MicrosoftDocs/windows-itpro-docs: maximum-tolerance-for-computer-clock-synchronization.md',
      'inferred: that writeback fails at its bind; no source shows it. The switch clockSkewRefusesBind takes it away.',
    ],
    arrange: () => ({
      world: { connector: { server: 'SYNC01' }, domain: { controllers: { DC01: { clockSkew: '7 min' } } } },
      request,
    }),
  },
};
