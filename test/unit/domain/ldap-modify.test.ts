import { describe, expect, it } from 'vitest';
import { answerModify, type ModifyContext, type ModifyRequest } from '../../../src/domain/ldap-modify.js';
import { NO_FILTERS } from '../../../src/domain/password-filter.js';
import { hintsAsked } from '../../../src/domain/policy-hints.js';
import { DEFAULT_POLICY_SWITCHES } from '../../../src/domain/policy-switches.js';
import { decodeUnicodePwd } from '../../../src/domain/unicode-pwd.js';
import { Candidate } from '../../../src/kernel/candidate.js';
import { accountWith, AT, ownChangeWith, policyWith } from './some-write.js';

const EVERY_RIGHT = {
  resetPassword: true,
  writeLockoutTime: true,
  writePwdLastSet: true,
  unexpirePassword: true,
};
const NO_RIGHT = {
  resetPassword: false,
  writeLockoutTime: false,
  writePwdLastSet: false,
  unexpirePassword: false,
};

function answer(
  request: Partial<ModifyRequest>,
  context: Partial<ModifyContext> = {},
): ReturnType<typeof answerModify> {
  return answerModify(
    {
      account: accountWith(),
      ownChange: ownChangeWith(false),
      policy: policyWith(),
      callerRights: EVERY_RIGHT,
      switches: DEFAULT_POLICY_SWITCHES,
      filters: NO_FILTERS,
      ...context,
    },
    { at: AT, controls: [], channelEncrypted: true, ...request },
  );
}

const strong = new Candidate('Xk7!pqwv');
const set = { kind: 'set', newPassword: strong } as const;

describe('a modify of unicodePwd', () => {
  it('needs an encrypted channel', () => {
    expect(answer({ password: set, channelEncrypted: false }).answer).toMatchObject({
      ldap: { code: 53 },
      win32: { code: 0x1f },
    });
  });

  it('needs the right Reset Password, and says so before it looks at the password', () => {
    const weak = { kind: 'set', newPassword: new Candidate('weak') } as const;
    expect(answer({ password: weak }, { callerRights: NO_RIGHT }).answer).toMatchObject({
      ldap: { code: 50 },
      win32: { code: 5 },
      diagnostic: { text: expect.stringMatching(/^00000005: SecErr/) as string },
    });
  });

  it('expires the password at once for a caller without Unexpire Password', () => {
    const { change } = answer(
      { password: set },
      { callerRights: { ...EVERY_RIGHT, unexpirePassword: false } },
    );
    expect(change).toMatchObject({ passwordLastSet: undefined });
  });

  it('answers every rule alike, and only the kind of operation differently', () => {
    const refusals = ['weak', 'alllowercase', 'xJDOEx9!', 'x'.repeat(300)].map((text) =>
      answer({ password: { kind: 'set', newPassword: new Candidate(text) } }),
    );
    expect(new Set(refusals.map(({ answer: one }) => one)).size).toBe(1);
    expect(new Set(refusals.map(({ refusal }) => refusal?.rule)).size).toBe(4);
  });

  it('takes other attributes with it, or nothing at all', () => {
    const account = accountWith({ lockoutTime: AT, badPasswordCount: 5 });
    const attributes = { lockoutTime: '0', pwdLastSet: '0' };
    const done = answer({ password: set, attributes }, { account });
    expect(done.change).toMatchObject({
      lockoutTime: undefined,
      badPasswordCount: 0,
      passwordLastSet: undefined,
    });
    const callerRights = { ...EVERY_RIGHT, writeLockoutTime: false };
    expect(answer({ password: set, attributes }, { account, callerRights })).toMatchObject({
      situation: 'attribute write denied',
      change: {},
    });
  });

  it('answers a value without quotation marks by its operation, or by the specification', () => {
    const newPassword = Uint8Array.of(65, 0, 66, 0);
    const old = new Candidate('old');
    const asChange = { kind: 'change', oldPassword: old, newPassword } as const;
    expect(answer({ password: { kind: 'set', newPassword } }).answer.ldap.code).toBe(53);
    expect(answer({ password: asChange }).answer.ldap.code).toBe(19);
    const switches = { ...DEFAULT_POLICY_SWITCHES, unquotedPassword: 'constraint violation' } as const;
    expect(answer({ password: { kind: 'set', newPassword } }, { switches }).answer.ldap.code).toBe(19);
  });
});

describe('a modify of other attributes', () => {
  it.each([
    ['0', { passwordLastSet: undefined }],
    ['-1', {}],
  ])('pwdLastSet %s', (pwdLastSet, change) => {
    const outcome = answer({ attributes: { pwdLastSet } });
    expect(outcome.situation).toBe('success');
    expect(outcome.change).toStrictEqual(change);
  });

  it('ends "must change" with pwdLastSet -1', () => {
    const account = accountWith({ passwordLastSet: undefined });
    expect(answer({ attributes: { pwdLastSet: '-1' } }, { account }).change).toEqual({ passwordLastSet: AT });
  });

  it('leaves pwdLastSet alone while the password never expires', () => {
    const { options, ...rest } = accountWith();
    const account = { ...rest, options: { ...options, passwordNeverExpires: true } };
    expect(answer({ attributes: { pwdLastSet: '0' } }, { account }).change).toStrictEqual({});
  });

  it('takes no other pwdLastSet', () => {
    expect(answer({ attributes: { pwdLastSet: '133000000000000000' } }).answer.ldap.code).toBe(80);
  });
});

describe('the policy-hints control', () => {
  const oid = '1.2.840.113556.1.4.2239';

  it.each([
    [[0x30, 3, 2, 1, 1], 'policy hints'],
    [[0x30, 0x81, 3, 2, 1, 1], 'policy hints'],
    [[0x30, 4, 2, 2, 0, 1], 'policy hints'],
    [[0x30, 3, 2, 1, 2], 'nothing'],
    [[0x30, 3, 2, 1, 0xff], 'nothing'],
    [[0x30, 0], 'what this server does not understand'],
    [[0x30, 3, 2, 1], 'what this server does not understand'],
    [[0x30, 3, 2, 1, 1, 0], 'what this server does not understand'],
    [[], 'what this server does not understand'],
  ])('%j asks for %s', (bytes, asked) => {
    expect(hintsAsked([{ oid, critical: true, value: Uint8Array.from(bytes) }])).toBe(asked);
  });

  it('is ignored where it is not critical and not understood, as any other control is', () => {
    expect(hintsAsked([{ oid, critical: false }])).toBe('nothing');
    expect(hintsAsked([{ oid: '1.2.3', critical: false }])).toBe('nothing');
    expect(hintsAsked([{ oid: '1.2.3', critical: true }])).toBe('what this server does not understand');
  });
});

it('reads what stands between the quotation marks, whatever it is', () => {
  const decoded = decodeUnicodePwd(Uint8Array.of(0x22, 0, 0x22, 0, 0, 0, 0, 0xd8, 0x22, 0));
  expect(decoded instanceof Candidate && decoded.examine((text) => text)).toBe('"\u0000\ud800');
  expect(decodeUnicodePwd(Uint8Array.of(0x22, 0))).toBe('not quoted');
  expect(decodeUnicodePwd(new Uint8Array())).toBe('no value');
});
