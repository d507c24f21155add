import { sayDuration } from '../kernel/duration.js';
import { sayInstant, type Instant } from '../kernel/instant.js';
import type { WorldInput } from '../world/schema.js';
import { STRONG_PASSWORD } from './domain-policy.js';
import type { AccessRefusal } from '../domain/access-refusal.js';
import type { Arrangement, Catalogue, FailureMode } from './failure-mode.js';

const PERMISSIONS = 'the founding article, "Which Account is used for Azure AD Connect Password Writeback"';
const SSPR_0029 = 'MicrosoftDocs/SupportArticles-docs: password-writeback-error-code-sspr-0029.md';
const TROUBLESHOOT = 'MicrosoftDocs/entra-docs: troubleshoot-sspr-writeback.md';
const PROTECTED =
  'MicrosoftDocs/windowsserverdocs: Appendix-C--Protected-Accounts-and-Groups-in-Active-Directory.md';

const request = { user: 'MyUser', newPassword: STRONG_PASSWORD } as const;

function arranged(world: WorldInput): Arrangement {
  return { world, request };
}

/**
 * Why the connector account may not reset a password. All of these end with SSPR_0029 and one pair of records on the
 * sync server, and leave nothing in the domain controller's log.
 */
export const ACCESS_RIGHTS: Pick<
  Catalogue,
  | 'reset-password-right-missing'
  | 'outside-delegated-unit'
  | 'inheritance-disabled'
  | 'protected-account'
  | 'leftover-admin-count'
  | 'right-denied-explicitly'
  | 'right-not-yet-in-effect'
> = {
  'reset-password-right-missing': {
    id: 'reset-password-right-missing',
    title: 'The connector account may not reset passwords',
    party: 'domain',
    cause: 'The AD DS connector account lacks the extended right Reset Password on the user.',
    figures: ({ account, object, blockedBy }) => [
      `${account} on ${object}`,
      `nothing grants it ${blockedBy.missing}; it belongs on ${blockedBy.on}, for descendant user objects`,
    ],
    fix: [
      'Grant it with Set-ADSyncPasswordWritebackPermissions, and check that the user inherits permissions.',
      'Allow up to an hour until the change has replicated.',
    ],
    sources: [PERMISSIONS, SSPR_0029],
    arrange: () => arranged({ connector: { rights: { resetPassword: false } } }),
  },
  'outside-delegated-unit': {
    id: 'outside-delegated-unit',
    title: 'The account stands outside the organizational unit that was delegated',
    party: 'domain',
    cause:
      'Reset Password is granted to the AD DS connector account on an organizational unit that does not hold the user.',
    figures: ({ account, object, blockedBy }) => [
      `${account} on ${object}`,
      `granted only on ${blockedBy.grantedOnlyOn.join('; ')}`,
    ],
    fix: [
      'Grant the rights on the root of the domain, or on every organizational unit that holds synchronised users.',
      'Or move the user into a unit that is delegated.',
    ],
    sources: ['MicrosoftDocs/entra-docs: tutorial-enable-sspr-writeback.md', SSPR_0029],
    arrange: () =>
      arranged({
        connector: { delegation: { on: ['Staff'] } },
        domain: { organizationalUnits: { Staff: {} } },
      }),
  },
  'inheritance-disabled': {
    id: 'inheritance-disabled',
    title: 'Permissions are not inherited',
    party: 'domain',
    cause:
      'The right is granted above the user, and does not reach it: inheritance is switched off on the user or on a unit between.',
    figures: ({ account, object, blockedBy }) => [
      `${account} on ${object}`,
      `inheritance is off on ${blockedBy.brokenAt}; the right is granted on ${blockedBy.grantedOn}`,
    ],
    fix: [
      'Enable inheritance there: Security, Advanced, Enable inheritance.',
      'Get-ADSyncObjectsWithInheritanceDisabled lists the objects on which it is off.',
    ],
    sources: [TROUBLESHOOT, 'MicrosoftDocs/entra-docs: reference-connect-adsyncconfig.md', SSPR_0029],
    arrange: () => arranged({ users: { MyUser: { activeDirectory: { inheritance: false } } } }),
  },
  'protected-account': {
    id: 'protected-account',
    title: 'The account is protected by AdminSDHolder',
    party: 'domain',
    cause:
      'The user is a member of a protected group, so SDProp replaces its permissions by those of AdminSDHolder, which grant the AD DS connector account nothing.',
    figures: ({ account, object, blockedBy }) => [
      `${account} on ${object}`,
      blockedBy.protectedBy.length === 0
        ? 'the account is protected by itself'
        : `protected through ${blockedBy.protectedBy.join(', which is a member of ')}`,
    ],
    fix: [
      'Have an administrator reset the password on-premises: self-service reset does not work for protected accounts, by design.',
      'If the membership is not needed, remove it, clear adminCount and enable inheritance.',
    ],
    warning:
      'Do not grant the connector account rights on AdminSDHolder: whoever controls it could then take over every administrator.',
    sources: [PROTECTED, '[MS-ADTS] 3.1.1.6.1', SSPR_0029],
    arrange: () => arranged({ domain: { groups: { 'Domain Admins': { members: { users: ['MyUser'] } } } } }),
  },
  'leftover-admin-count': {
    id: 'leftover-admin-count',
    title: 'The account was protected once, and adminCount stayed behind',
    party: 'domain',
    cause:
      'The user has left the protected group, but nobody undid what SDProp had done: adminCount is still 1 and inheritance is still off.',
    figures: ({ account, object }) => [
      `${account} on ${object}`,
      'adminCount is 1, and the user is in no protected group any more',
    ],
    fix: ['Clear adminCount on the user, and enable inheritance.'],
    sources: [SSPR_0029, PROTECTED, 'jpazureid/blog: password-writeback-overview.md'],
    arrange: () => arranged({ users: { MyUser: { activeDirectory: { adminCount: true } } } }),
  },
  'right-denied-explicitly': {
    id: 'right-denied-explicitly',
    title: 'An entry denies the right',
    party: 'domain',
    cause:
      'A deny entry for the AD DS connector account, or for a group that it belongs to, comes before the entry that grants Reset Password.',
    figures: ({ account, object, blockedBy }) => [
      `${account} on ${object}`,
      `denied for ${blockedBy.denyEntryFor} on ${blockedBy.on}`,
    ],
    fix: ['Remove the deny entry, or take the connector account out of the group that it names.'],
    sources: ['[MS-ADTS] 5.1.3.3', 'MicrosoftDocs/win32: Order of ACEs in a DACL'],
    arrange: () => arranged({ domain: { permissions: [{ deny: 'resetPassword' }] } }),
  },
  'right-not-yet-in-effect': {
    id: 'right-not-yet-in-effect',
    title: 'The right is granted and not in effect yet',
    party: 'domain',
    cause:
      'The permissions have been mended, but the change has not yet reached the user at the domain controller that the sync server talks to.',
    figures: ({ account, object, controller, pendingUntil }, now) => [
      `${account} on ${object}, asked at ${controller}`,
      pendingUntil === undefined
        ? 'it cannot arrive: the domain controllers that have it, or the one that was asked, cannot be reached'
        : `it arrives ${pendingUntil > now ? `in ${sayDuration(pendingUntil - now)}, ` : ''}at ${sayInstant(pendingUntil)} UTC`,
    ],
    fix: ['Wait: it can take an hour or more. Then reset again.'],
    sources: [TROUBLESHOOT, 'MicrosoftDocs/entra-docs: tutorial-enable-sspr-writeback.md'],
    arrange: () => ({
      world: { connector: { rights: { resetPassword: false } } },
      before: [{ action: 'grant-right', right: 'resetPassword' }],
      request,
    }),
  },
};

/** What keeps a right away, in the words that follow "is missing". */
const SAID: Readonly<Record<AccessRefusal['rule'], string>> = {
  'reset-password-right-missing': 'nothing grants it',
  'outside-delegated-unit': 'it is granted elsewhere',
  'inheritance-disabled': 'it is granted above, and not inherited',
  'protected-account': 'AdminSDHolder protects the account',
  'leftover-admin-count': 'the account was protected once, and adminCount stayed behind',
  'right-denied-explicitly': 'an entry denies it',
  'right-not-yet-in-effect': 'it is granted, and not in effect yet',
};

function modeOf(why: AccessRefusal): FailureMode {
  return ACCESS_RIGHTS[why.rule];
}

/** Why a right is missing, for a failure of which that is a part: which right, the reason, and its figures. */
export function sayWhyDenied(why: AccessRefusal, now: Instant): readonly string[] {
  return [`${why.right} is missing: ${SAID[why.rule]}`, ...modeOf(why).figures(why, now)];
}

/** How to mend what a missing right has left behind: first the harm itself, then what keeps the right away. */
export function mendRight(why: AccessRefusal, first: string): Pick<FailureMode, 'fix' | 'warning'> {
  const { fix, warning } = modeOf(why);
  return warning === undefined ? { fix: [first, ...fix] } : { fix: [first, ...fix], warning };
}
