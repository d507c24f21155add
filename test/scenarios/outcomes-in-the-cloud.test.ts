import { describe, expect, it } from 'vitest';
import {
  createSimulation,
  FAILURE_MODES,
  renderRecords,
  type Entry,
  type WorldInput,
} from '../../src/index.js';
import { playArrangement } from '../../src/failure-modes/play-arrangement.js';

/** What the cloud shows of one outcome: the page, and the rows after the last password, or after the name alone. */
interface InTheCloud {
  readonly when: string;
  /** Failure modes that all look like this. */
  readonly modes: readonly string[];
  readonly screen: RegExp;
  readonly rows: readonly string[];
  /** Whether the person may try another password. */
  readonly again?: boolean;
}

const POLICY =
  /^This password does not meet the length, complexity, age, or history requirements of your corporate password policy\.$/m;
const RESET = 'Reset password (self-service)';
const CHANGE = 'Change password (self-service)';
const BY_ADMINISTRATOR = 'Reset password (by admin)';
const FLOW = 'Self-service password reset flow activity progress';
const SUBMITTED = `${FLOW} | success | User submitted a new password`;
const NAMED = `${FLOW} | success | User submitted their user ID`;
const PROBLEM =
  "We encountered a problem while resetting the user's on-premises password. Check your sync machine's event log";
const UNREACHED =
  "We could not reach your on-premises password reset service. Check your sync machine's event log";

const OUTCOMES: readonly InTheCloud[] = [
  {
    when: 'the domain refuses the password by its policy, or a filter does',
    modes: [
      'minimum-password-age',
      'minimum-password-length',
      'password-complexity',
      'password-contains-name',
      'password-history',
      'user-cannot-change-password',
      'banned-by-password-protection',
      'third-party-password-filter',
    ],
    screen: POLICY,
    rows: [
      SUBMITTED,
      `${RESET} | failure | OnPremisesPolicyViolation`,
      `${FLOW} | failure | User submitted a password that did not meet the requirements of the AD on-prem policy`,
    ],
    again: true,
  },
  {
    when: 'the cloud itself refuses a banned password: there is no row of the flow',
    modes: ['globally-banned-password', 'custom-banned-password'],
    screen: /^Unfortunately, /,
    rows: [SUBMITTED, `${RESET} | failure | FuzzyPolicyViolationInvalidPassword`],
    again: true,
  },
  {
    when: 'password reset is enabled for nobody',
    modes: ['sspr-disabled'],
    screen: /./,
    rows: [NAMED, `${FLOW} | failure | Password reset has been disabled entirely for this tenant.`],
  },
  {
    when: 'there is no licence',
    modes: ['licence-missing'],
    screen: /./,
    rows: [
      NAMED,
      `${FLOW} | failure | User does not have a license. You can add a license to the user to resolve this`,
    ],
  },
  {
    when: 'the user is outside the selected group',
    modes: ['outside-sspr-scope'],
    screen: /isn't turned on for your account\./,
    rows: [NAMED, `${FLOW} | failure | Password reset is not enabled for this user`],
  },
  {
    when: 'too few methods can be used',
    modes: ['too-few-methods', 'phone-number-unusable'],
    screen: /./,
    rows: [
      NAMED,
      `${FLOW} | failure | User's account has insufficient authentication methods defined. Add authentication info to resolve this `,
    ],
  },
  {
    when: 'writeback is not on, whoever left it off',
    modes: ['writeback-not-enabled', 'writeback-switched-off', 'writeback-setting-off'],
    screen: /./,
    rows: [
      NAMED,
      `${FLOW} | failure | User's password is managed on-premises. You can enable Password Writeback to resolve this`,
    ],
  },
  {
    when: 'the cloud knows that the sync server is gone',
    modes: ['writeback-known-down'],
    screen: /./,
    rows: [NAMED, `${FLOW} | failure | ${UNREACHED}`],
  },
  {
    when: 'nobody answers, and the cloud did not know',
    modes: ['nobody-listening'],
    screen: /./,
    rows: [SUBMITTED, `${RESET} | failure | OnPremisesConnectivityError`, `${FLOW} | failure | ${UNREACHED}`],
  },
  {
    when: 'an administrator must act: rights, protection, a disabled account, no domain controller',
    modes: [
      'reset-password-right-missing',
      'outside-delegated-unit',
      'inheritance-disabled',
      'protected-account',
      'leftover-admin-count',
      'right-denied-explicitly',
      'right-not-yet-in-effect',
      'account-disabled-on-premises',
      'domain-controllers-down',
      'preferred-controller-by-netbios-name',
      'only-read-only-controllers',
    ],
    screen: /./,
    rows: [SUBMITTED, `${RESET} | failure | OnPremisesAdminActionRequired`, `${FLOW} | failure | ${PROBLEM}`],
  },
  {
    when: 'the domain accepts and the cloud cannot write: the row is a success with the name of the trouble',
    modes: ['cloud-directory-trouble', 'accepted-on-premises-only'],
    screen: /./,
    rows: [SUBMITTED, `${RESET} | success | OnPremisesSuccessCloudFailure`],
  },
  {
    when: 'a right is half there: all that the cloud sees is a success',
    modes: ['still-locked-out', 'password-expired-at-once'],
    screen: /^Your password has been reset/m,
    rows: [
      SUBMITTED,
      'Reset user password | success | ',
      'Update StsRefreshTokenValidFrom Timestamp | success | ',
      `${RESET} | success | Successfully completed reset.`,
      `${FLOW} | success | User successfully reset password`,
    ],
  },
  {
    when: 'the old password of a change is wrong, whoever looks at it',
    modes: ['wrong-old-password', 'wrong-old-password-in-cloud'],
    screen: /^\[no published text\]$/,
    rows: [`${CHANGE} | failure | IncorrectCurrentPassword`],
    again: true,
  },
  {
    when: 'the account is locked out, and a change does not unlock it',
    modes: ['account-locked-out'],
    screen: /^\[no published text\]$/,
    rows: [`${CHANGE} | failure | OnPremUserAccountLockedOutOrDisabled`],
  },
  {
    when: 'the domain takes a change before the cloud has heard of the old password',
    modes: ['old-password-not-yet-synchronised'],
    screen: /^Your password was successfully updated, but our servers take a little time to catch up\./,
    rows: [
      `${CHANGE} | failure | On-premises operation result: ChangeSuccess. Cloud operation result: Unknown`,
    ],
  },
  {
    when: "an administrator's roles do not suffice: there is no row",
    modes: ['administrator-role-missing'],
    screen: /^\[no published text\]$/,
    rows: [],
  },
  {
    when: 'an administrator resets a password, and what is left undone is not in the cloud',
    modes: [
      'never-written-back',
      'lock-left-by-administrator',
      'forced-change-without-effect',
      'forced-change-right-missing',
    ],
    screen: /^\[no published text\]$/,
    rows: [
      'Reset user password | success | ',
      'Update StsRefreshTokenValidFrom Timestamp | success | ',
      `${BY_ADMINISTRATOR} | success | Successfully completed reset.`,
    ],
  },
];

const cases = OUTCOMES.flatMap((outcome) => outcome.modes.map((mode) => [mode, outcome] as const));

function rowsOf(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ log, record }) =>
    log === 'entra-audit'
      ? [`${record.activityDisplayName} | ${record.result} | ${record.resultReason}`]
      : [],
  );
}

function told(entries: readonly Entry[]): { readonly rows: readonly string[]; readonly screen: string } {
  const rows = rowsOf(entries);
  const from = rows.lastIndexOf(SUBMITTED);
  const screen = entries.findLast(({ log }) => log === 'user-screen');
  return {
    // A change and an administrator's reset leave no row of a flow.
    rows: rows.slice(Math.max(0, from < 0 ? rows.lastIndexOf(NAMED) : from)),
    screen: screen?.log === 'user-screen' ? screen.record.text : '',
  };
}

describe.each(cases)('%s', (id, { when, screen, rows, again = false }) => {
  it(`looks in the cloud like: ${when}`, () => {
    const mode = FAILURE_MODES.find((one) => one.id === id);
    if (mode === undefined) throw new Error(`there is no failure mode "${id}"`);
    const { simulation, attempt } = playArrangement(mode.arrange());
    const seen = told(renderRecords(simulation.facts, simulation.ids));
    expect(seen.rows).toEqual(rows);
    expect(seen.screen).toMatch(screen);
    if (rows[0] !== SUBMITTED || attempt.outcome !== 'refused') return;
    const arrangement = mode.arrange();
    if (arrangement.request.verb === 'unlock') return;
    const twice = {
      ...arrangement.request,
      newPassword: [arrangement.request.newPassword, arrangement.request.newPassword].flat(),
    };
    const { attempt: retried } = playArrangement({ ...arrangement, request: twice });
    expect(retried.submissions > attempt.submissions).toBe(again);
  });
});

describe('a success', () => {
  const play = (world: WorldInput): readonly string[] => {
    const simulation = createSimulation(world);
    simulation.reset({ user: 'MyUser', newPassword: 'W=*B2!qmv_$PkbV4dJr' });
    simulation.advance('2 min');
    const rows = rowsOf(renderRecords(simulation.facts, simulation.ids));
    return rows.slice(rows.indexOf(SUBMITTED));
  };
  const written = [
    'Reset user password | success | ',
    'Update StsRefreshTokenValidFrom Timestamp | success | ',
  ];
  const reported = [
    `${RESET} | success | Successfully completed reset.`,
    `${FLOW} | success | User successfully reset password`,
  ];
  const echo = [
    'Change user password | success | ',
    'Update StsRefreshTokenValidFrom Timestamp | success | ',
  ];

  it.each([
    ['writes the cloud, tells, and echoes', {}, [...written, ...reported, ...echo]],
    [
      'of a user of the cloud alone has no echo',
      { users: { MyUser: { cloudOnly: true } } },
      [...written, ...reported],
    ],
    [
      'with federation leaves the cloud to the echo',
      { tenant: { signInMethod: 'federated' } },
      [...reported, ...echo],
    ],
    [
      'without password hashes stays on-premises',
      { tenant: { signInMethod: 'pass-through' }, connector: { passwordHashSync: false } },
      reported,
    ],
  ] satisfies [string, WorldInput, string[]][])('%s', (_what, world, rows) => {
    expect(play(world)).toEqual([SUBMITTED, ...rows]);
  });
});
