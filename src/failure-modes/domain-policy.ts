import { sayDuration } from '../kernel/duration.js';
import { sayInstant } from '../kernel/instant.js';
import type { Catalogue } from './failure-mode.js';

/** A password that meets the founding article's policy. */
export const STRONG_PASSWORD = 'W=*B2!qmv_$PkbV4dJr';

const ARTICLE = 'the founding article, "Some Users Cannot Reset their password"';

/** What the domain's password policy refuses. All of these show the person one and the same sentence. */
export const DOMAIN_POLICY: Pick<
  Catalogue,
  | 'minimum-password-age'
  | 'minimum-password-length'
  | 'maximum-password-length'
  | 'password-complexity'
  | 'password-contains-name'
  | 'password-history'
  | 'user-cannot-change-password'
> = {
  'minimum-password-age': {
    id: 'minimum-password-age',
    title: 'The password is younger than the minimum password age',
    party: 'domain',
    cause:
      'The password was changed too recently: the domain\'s "Minimum password age" refuses any new one until that age is reached, however strong it is.',
    figures: ({ age, required, acceptedFrom, from }) => [
      age < 0
        ? `the present password is dated ${sayDuration(0 - age)} in the future; ${sayDuration(required)} of age is required by ${from}`
        : `the present password is ${sayDuration(age)} old; ${sayDuration(required)} is required by ${from}`,
      `any new password that meets the other rules is accepted from ${sayInstant(acceptedFrom)} UTC on`,
    ],
    fix: [
      'Wait until then, and reset again.',
      'Or have an administrator reset the password on-premises: a plain reset in Active Directory Users and Computers does not ask for the age.',
      'To let people reset more than once a day, set "Minimum password age" to 0 in the domain\'s password policy.',
    ],
    warning:
      'With a minimum age of 0 a user can change the password many times in a row and so return to an old one at once: the password history no longer protects.',
    sources: [ARTICLE, 'MicrosoftDocs/windows-itpro-docs: minimum-password-age.md', '[MS-SAMR] 3.1.5.13.7.2'],
    arrange: () => ({
      world: { users: { MyUser: { activeDirectory: { passwordLastSet: '6 hours ago' } } } },
      request: { user: 'MyUser', newPassword: STRONG_PASSWORD },
    }),
  },
  'minimum-password-length': {
    id: 'minimum-password-length',
    title: 'The password is shorter than the minimum length',
    party: 'user',
    cause: 'The new password has fewer characters than the domain\'s "Minimum password length" demands.',
    figures: ({ length, required, from }) => [
      `${length} characters long; ${required} are required by ${from}`,
    ],
    fix: ['Choose a longer password.'],
    sources: ['MicrosoftDocs/windows-itpro-docs: minimum-password-length.md', '[MS-SAMR] 3.1.1.7.2'],
    arrange: () => ({ world: {}, request: { user: 'MyUser', newPassword: 'Ab1!xy' } }),
  },
  'maximum-password-length': {
    id: 'maximum-password-length',
    title: 'The password is longer than the directory accepts',
    party: 'user',
    cause: 'The new password is longer than Active Directory accepts from anybody.',
    figures: ({ length, allowed }) => [`${length} characters long; at most ${allowed} are accepted`],
    fix: ['Choose a shorter password.'],
    sources: ['[MS-SAMR] 3.1.1.7.2'],
    arrange: () => ({ world: {}, request: { user: 'MyUser', newPassword: 'Ab1!'.repeat(65) } }),
  },
  'password-complexity': {
    id: 'password-complexity',
    title: 'The password draws from too few character categories',
    party: 'user',
    cause:
      'The new password does not meet "Password must meet complexity requirements": too few of the five categories occur in it.',
    figures: ({ categories, required, from }) => [
      `only ${categories.length === 0 ? 'none' : categories.join(', ')}; ${required} of upper case, lower case, digit, symbol and other letters are required by ${from}`,
    ],
    fix: ['Choose a password with at least three kinds of characters.'],
    sources: [
      'MicrosoftDocs/windows-itpro-docs: password-must-meet-complexity-requirements.md',
      '[MS-SAMR] 3.1.1.7.2',
    ],
    arrange: () => ({ world: {}, request: { user: 'MyUser', newPassword: 'correcthorsebattery' } }),
  },
  'password-contains-name': {
    id: 'password-contains-name',
    title: "The password contains the user's name",
    party: 'user',
    cause:
      'The new password contains the account name or a part of the display name, which the complexity requirement forbids.',
    figures: ({ found }) => [`it contains "${found.part}", from ${found.attribute}`],
    fix: ["Choose a password without one's own name in it."],
    sources: [
      'MicrosoftDocs/windows-itpro-docs: password-must-meet-complexity-requirements.md',
      '[MS-SAMR] 3.1.1.7.2',
    ],
    arrange: () => ({ world: {}, request: { user: 'MyUser', newPassword: 'myuser-2023!A' } }),
  },
  'password-history': {
    id: 'password-history',
    title: 'The password was used before',
    party: 'user',
    cause: 'The new password is one of those that "Enforce password history" remembers.',
    figures: ({ position, remembered, from }) => [
      position === 1
        ? `it is the present password; ${from} remembers ${remembered}, the present one included`
        : `it was the password ${position - 1} changes ago; ${from} remembers ${remembered}, the present one included`,
    ],
    fix: ['Choose a password that was not used before.'],
    sources: ['MicrosoftDocs/windows-itpro-docs: enforce-password-history.md', '[MS-SAMR] 3.1.1.7.1'],
    arrange: () => ({
      world: { users: { MyUser: { activeDirectory: { previousPasswords: [STRONG_PASSWORD] } } } },
      request: { user: 'MyUser', newPassword: STRONG_PASSWORD },
    }),
  },
  'user-cannot-change-password': {
    id: 'user-cannot-change-password',
    title: '"User cannot change password" is set on the account',
    party: 'domain',
    cause:
      'The account option "User cannot change password" is set: two entries in its access control list deny Change Password, and writeback\'s reset is refused like a policy violation.',
    figures: ({ deniedBy }) => [
      deniedBy === undefined
        ? 'no entry grants the user Change Password'
        : `Change Password is denied for ${deniedBy.denyEntryFor} on ${deniedBy.on}`,
    ],
    fix: ['Clear "User cannot change password" on the account in Active Directory Users and Computers.'],
    sources: [
      ARTICLE,
      'MicrosoftDocs/win32: desktop-src/ADSI/modifying-user-cannot-change-password-ldap-provider.md',
      'MicrosoftDocs/entra-docs: troubleshoot-sspr-writeback.md; [MS-ADTS] 3.1.1.3.1.5 disagrees, switch cannotChangeBlocksReset',
    ],
    arrange: () => ({
      world: { users: { MyUser: { activeDirectory: { userCannotChangePassword: true } } } },
      request: { user: 'MyUser', newPassword: STRONG_PASSWORD },
    }),
  },
};
