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
};
