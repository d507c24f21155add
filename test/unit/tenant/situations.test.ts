import { describe, expect, it } from 'vitest';
import {
  createSimulation,
  renderRecords,
  tenantChange,
  type ResetRequest,
  type Simulation,
  type WorldInput,
} from '../../../src/index.js';
import { TEXT_PROFILES, type TextProfile } from '../../../src/tenant/screens.js';

const STRONG = 'W=*B2!qmv_$PkbV4dJr';
const UNKNOWN = '[no published text]';

/** What customers write in, and what they saw. */
interface Situation {
  readonly ticket: string;
  readonly world?: WorldInput;
  readonly request?: Partial<ResetRequest>;
  /** Instead of a reset. */
  readonly does?: (simulation: Simulation) => void;
  readonly after?: string;
  /** What stands on the last page, in each wording; undefined where no page changes. */
  readonly page: string | undefined | Readonly<Record<TextProfile, string>>;
  /** The last row of the flow or of the reset that reports a failure, or a block; undefined for none. */
  readonly row: string | undefined;
}

const me = (entra: NonNullable<NonNullable<WorldInput['users']>[string]>['entra']): WorldInput['users'] => ({
  MyUser: { entra },
});
const NOT_ENABLED = 'Your account is not enabled for password reset.';
const NOT_VERIFIED = 'We could not verify your account.';
const TOO_FEW_ROW =
  "User's account has insufficient authentication methods defined. Add authentication info to resolve this ";
const TOO_FEW = { portal: 'SSPR_0014', docs: 'SSPR_0014', legacy: NOT_VERIFIED };
const CONFIGURATION = {
  portal:
    "SSPR_0029: Your organization hasn't properly set up the on-premises configuration for password reset.",
  docs: "SSPR_0029: We're unable to reset your password due to an error in your on-premises configuration.",
  legacy: 'SSPR_0029',
};
const CONFIGURATION_ROW =
  "We encountered a problem while resetting the user's on-premises password. Check your sync machine's event log";
const UNREACHABLE_ROW =
  "We could not reach your on-premises password reset service. Check your sync machine's event log";
const POLICY =
  'This password does not meet the length, complexity, age, or history requirements of your corporate password policy.';
const POLICY_ROW = 'User submitted a password that did not meet the requirements of the AD on-prem policy';
const bySms = { tenant: { sspr: { methods: ['mobile SMS' as const] } } };

const SITUATIONS: readonly Situation[] = [
  {
    ticket: 'the reset link says that it is not turned on, for everybody',
    world: { tenant: { sspr: { enabledFor: 'none' } } },
    page: {
      portal: "password reset isn't available with your organization's license",
      docs: "SSPR_0009: We've detected that password reset hasn't been enabled by your administrator.",
      legacy: NOT_ENABLED,
    },
    row: 'Password reset has been disabled entirely for this tenant.',
  },
  {
    ticket: 'a colleague can reset, and I cannot',
    world: { tenant: { sspr: { enabledFor: { group: 'SSPR-Users' } } } },
    page: {
      portal: "password reset isn't turned on for your account.",
      docs: "SSPR_0013: You aren't a member of a group enabled for password reset.",
      legacy: NOT_ENABLED,
    },
    row: 'Password reset is not enabled for this user',
  },
  {
    ticket: 'nobody has ever defined a policy for password reset',
    world: { tenant: { sspr: { policyDefined: false } } },
    page: { portal: 'SSPR_0011', docs: 'SSPR_0011', legacy: NOT_ENABLED },
    row: 'Password reset has been disabled entirely for this tenant.',
  },
  {
    ticket: 'contact your admin, necessary information is missing: nothing is registered',
    world: { users: me({ methods: [] }) },
    page: TOO_FEW,
    row: TOO_FEW_ROW,
  },
  {
    ticket: 'it worked before, and now the policy wants two methods',
    world: { tenant: { sspr: { methodsRequired: 2 } }, users: me({ methods: ['email'] }) },
    page: TOO_FEW,
    row: TOO_FEW_ROW,
  },
  {
    ticket: 'I have the app and a phone, and it is still not enough: the new policy allows neither',
    world: { tenant: { authenticationMethods: { migration: 'complete', methods: ['software OATH token'] } } },
    page: {
      portal: 'Your organization has not properly set up password reset.',
      docs: 'SSPR_0014',
      legacy: NOT_VERIFIED,
    },
    row: TOO_FEW_ROW,
  },
  {
    ticket: 'the number is in the directory, and the option is missing: there is no blank in it',
    world: { users: me({ methods: [], mobilePhone: '+14251234567' }) },
    page: TOO_FEW,
    row: TOO_FEW_ROW,
  },
  {
    ticket: 'the tenant asks more questions than I have answered',
    world: {
      tenant: { sspr: { methods: ['security questions'], questionsToReset: 5 } },
      users: me({ methods: ['security questions'], securityQuestions: 3 }),
    },
    page: TOO_FEW,
    row: TOO_FEW_ROW,
  },
  {
    ticket: 'the code never arrives',
    world: bySms,
    request: { verification: [{ answer: 'none' }], leaves: { at: 'verification', how: 'abandons' } },
    page: undefined,
    row: 'User abandoned after starting the mobile SMS verification option',
  },
  {
    ticket: 'the code came too late',
    world: bySms,
    request: { verification: [{ after: '6 min' }], leaves: { at: 'verification', how: 'cancels' } },
    page: UNKNOWN,
    row: 'User cancelled before passing the required authentication methods',
  },
  {
    ticket: 'the page says that the number does not match',
    world: bySms,
    request: {
      verification: [{ answer: 'wrong number' }],
      leaves: { at: 'verification', how: 'contacts an administrator' },
    },
    page: UNKNOWN,
    row: 'User contacted an admin after trying the mobile SMS verification option',
  },
  {
    ticket: 'locked out of resetting for a day: too many wrong codes',
    world: bySms,
    request: { verification: Array.from({ length: 5 }, () => ({ answer: 'wrong' as const })) },
    page: UNKNOWN,
    row: 'User entered too many invalid SMS verification codes and is blocked for 24 hours',
  },
  {
    ticket: 'locked out of resetting for a day: too many wrong numbers',
    world: bySms,
    request: { verification: Array.from({ length: 5 }, () => ({ answer: 'wrong number' as const })) },
    page: UNKNOWN,
    row: 'User tried to verify a phone number too many times and is blocked for 24 hours',
  },
  {
    ticket: 'the page began anew while I was thinking',
    request: { thinksFor: '20 min' },
    page: UNKNOWN,
    row: 'User abandoned before selecting a new password',
  },
  {
    ticket: 'administrators are offered less than others: no questions, and two methods',
    world: {
      tenant: { sspr: { methods: ['security questions', 'mobile SMS'] } },
      users: me({ roles: ['Helpdesk Administrator'], methods: ['security questions', 'mobile SMS'] }),
    },
    page: TOO_FEW,
    row: TOO_FEW_ROW,
  },
  {
    ticket: 'an administrator cannot reset at all',
    world: { tenant: { administratorsMayReset: false }, users: me({ roles: ['Global Administrator'] }) },
    page: "SSPR_009: Your organization hasn't turned on password reset.",
    row: 'Password reset is not enabled for this user',
  },
  {
    ticket: 'licences?',
    world: { tenant: { licences: [] } },
    page: {
      portal:
        "SSPR_0012: Your organization doesn't have the required licenses necessary to use password reset.",
      docs: "SSPR_0012: Your organization doesn't have the required licenses necessary to perform password reset.",
      legacy: NOT_ENABLED,
    },
    row: 'User does not have a license. You can add a license to the user to resolve this',
  },
  {
    ticket: 'licences, where everybody needs their own',
    world: { switches: { licenceEnforcement: 'user' }, users: me({ licences: [] }) },
    page: { portal: 'SSPR_0012', docs: 'SSPR_0012', legacy: NOT_ENABLED },
    row: 'User does not have a license. You can add a license to the user to resolve this',
  },
  {
    ticket: 'the registration page says that I am not enabled to use it',
    world: { tenant: { licences: [] } },
    does: (simulation) => {
      simulation.apply(tenantChange({ register: { user: 'MyUser', methods: ['email'] } }).action);
    },
    page: 'Your administrator has not enabled you to use this feature.',
    row: undefined,
  },
  {
    ticket: 'your password is managed elsewhere: writing back is switched off in the portal',
    world: { tenant: { writebackSetting: false } },
    page: {
      portal:
        "password writeback, how your password changes in the cloud are copied to your organization's on-premises system, isn't turned on",
      docs: "SSPR_0010: We've detected that password writeback hasn't been enabled.",
      legacy: "We've detected that your user account password is not managed by Microsoft.",
    },
    row: "User's password is managed on-premises. You can enable Password Writeback to resolve this",
  },
  {
    ticket: 'our licence is for the cloud alone, and our users come from the domain',
    world: { tenant: { licences: ['O365_BUSINESS_PREMIUM'] } },
    page: {
      portal: 'password writeback',
      docs: 'SSPR_0010',
      legacy: 'Please contact your administrator.',
    },
    row: "User's password is managed on-premises. You can enable Password Writeback to resolve this",
  },
  {
    ticket: 'poor connection, at once: the sync server has been away for a while',
    world: { connector: { service: 'stopped' } },
    after: '11 min',
    page: "SSPR_0030: We can't reset your password due to a poor connection with your on-premises environment.",
    row: UNREACHABLE_ROW,
  },
  {
    ticket: 'poor connection, when everything was filled in: the sync server has just gone',
    world: { connector: { service: 'stopped' } },
    page: 'SSPR_0030',
    row: UNREACHABLE_ROW,
  },
  {
    ticket: 'an administrator of the domain cannot reset',
    world: { domain: { groups: { 'Domain Admins': { members: { users: ['MyUser'] } } } } },
    page: CONFIGURATION,
    row: CONFIGURATION_ROW,
  },
  {
    ticket: 'everybody in one place of the directory fails',
    world: { connector: { rights: { resetPassword: false } } },
    page: CONFIGURATION,
    row: CONFIGURATION_ROW,
  },
  {
    ticket: 'no domain controller runs',
    world: { domain: { controllers: { DC01: { online: false } } }, connector: { server: 'SYNC01' } },
    page: CONFIGURATION,
    row: CONFIGURATION_ROW,
  },
  {
    ticket: 'the password is refused again and again',
    request: { newPassword: ['short', 'alllowercase'] },
    page: POLICY,
    row: POLICY_ROW,
  },
  {
    ticket: 'the second change of a day is refused',
    world: { users: { MyUser: { activeDirectory: { passwordLastSet: '6 hours ago' } } } },
    page: POLICY,
    row: POLICY_ROW,
  },
  {
    ticket: 'the account has the option "User cannot change password"',
    world: { users: { MyUser: { activeDirectory: { userCannotChangePassword: true } } } },
    page: POLICY,
    row: POLICY_ROW,
  },
  {
    ticket: 'the password is too easy to guess',
    request: { newPassword: 'P@ssword1!' },
    page: 'Unfortunately, your password contains a word, phrase, or pattern that makes your password easily guessable.',
    row: 'FuzzyPolicyViolationInvalidPassword',
  },
  {
    ticket: 'the password has words that were blocked by my administrator',
    world: { tenant: { passwordProtection: { customBannedPasswords: ['fabrikam', 'london'] } } },
    request: { newPassword: 'Fabrikam@London' },
    page: "Unfortunately, you can't use that password because it contains words or characters that have been blocked by your administrator.",
    row: 'FuzzyPolicyViolationInvalidPassword',
  },
  {
    ticket: 'it says that I must wait a few minutes',
    request: { newPassword: 'Grüße-Kx7-pQ9' },
    page: 'you have to wait a few minutes before the changes are committed to the cloud',
    row: undefined,
  },
  {
    ticket: 'after the reset Windows asks me to change the password again',
    world: { connector: { rights: { unexpirePassword: false } } },
    page: 'Your password has been reset',
    row: undefined,
  },
  {
    ticket: 'nothing works in a browser that keeps no cookies',
    request: { cookies: false },
    page: UNKNOWN,
    row: 'User tried to reset from a device without cookies enabled',
  },
];

function play({ world = {}, request = {}, does, after = '0' }: Situation, textProfile: TextProfile) {
  const simulation = createSimulation({ ...world, switches: { ...world.switches, textProfile } });
  simulation.advance(after);
  if (does === undefined) simulation.reset({ user: 'MyUser', newPassword: STRONG, ...request });
  else does(simulation);
  return renderRecords(simulation.facts, simulation.ids);
}

describe.each(SITUATIONS)('$ticket', (situation) => {
  it.each(TEXT_PROFILES)('shows its page in the wording "%s"', (profile) => {
    const { page } = situation;
    const shown = play(situation, profile).findLast((entry) => entry.log === 'user-screen');
    const expected = typeof page === 'object' ? page[profile] : page;
    if (expected === undefined) expect(shown).toBeUndefined();
    else expect(shown?.record.text).toContain(expected);
  });

  it('leaves its row, whatever the wording', () => {
    for (const profile of TEXT_PROFILES) {
      const rows = play(situation, profile).flatMap((entry) =>
        entry.log === 'entra-audit' &&
        (entry.record.result === 'failure' || entry.record.activityDisplayName.startsWith('Blocked'))
          ? [entry.record.resultReason]
          : [],
      );
      expect(rows.at(-1)).toBe(situation.row);
    }
  });
});
