/**
 * What to look at where no log tells a cause from others: one check that settles it, by failure mode. All of it is
 * ordinary administration of Active Directory; nothing here is said by a product.
 */
export const CHECKS: Readonly<Partial<Record<string, string>>> = {
  'reset-password-right-missing':
    "Effective Access of the connector account on the user (Security, Advanced): Reset Password is missing on the domain's root too.",
  'outside-delegated-unit':
    "The user's distinguishedName: it lies outside the unit on which Reset Password is granted.",
  'inheritance-disabled':
    'The Security tab of the user and of each unit above: "Enable inheritance" is offered on one of them, and adminCount of the user is not 1.',
  'protected-account':
    'Get-ADUser <user> -Properties adminCount, memberOf: adminCount is 1, and a protected group is among the groups, nested ones included.',
  'leftover-admin-count':
    'Get-ADUser <user> -Properties adminCount, memberOf: adminCount is 1, and no protected group is among the groups.',
  'right-denied-explicitly':
    'dsacls on the user: an entry DENY for the connector account or a group that it belongs to.',
  'right-not-yet-in-effect':
    'When was the permission granted? Within the last hour or so, and Effective Access at another domain controller, or later, differs.',
  'minimum-password-age':
    'pwdLastSet of the user beside the minimum age (Get-ADUserResultantPasswordPolicy, else Get-ADDefaultDomainPasswordPolicy): the password is younger. Every new password is refused, however strong.',
  'minimum-password-length':
    'The length of the new password beside MinPasswordLength of the policy that applies. A longer one is accepted at once.',
  'maximum-password-length': 'The length of the new password: more than 256 characters.',
  'password-complexity':
    'The kinds of characters in the new password: fewer than three. One with three kinds is accepted at once.',
  'password-contains-name':
    'The new password beside the sAMAccountName and the parts of the display name: one of them, of three characters or more, stands in it.',
  'password-history':
    'Has the person used this password before? One that is entirely new is accepted at once.',
  'user-cannot-change-password':
    'The Account tab of the user: "User cannot change password" is ticked. Every new password is refused, whatever its age.',
  'third-party-password-filter':
    'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa, Notification Packages, on every domain controller: a package that Windows does not bring along.',
  'domain-controllers-down': 'nltest /dsgetdc:<domain> on the sync server: no domain controller answers.',
  'only-read-only-controllers':
    'nltest /dsgetdc:<domain> /writable on the sync server: none answers, while without /writable one does.',
  'preferred-controller-by-netbios-name':
    'The preferred domain controllers in the properties of the connector: a name there is not fully qualified.',
};
