import { chmodSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeback } from './run-command.js';

const founding = readFileSync('scenarios/policy/founding-ticket.yaml', 'utf8');
const minimal = `version: 1
name: A reset
when:
  - reset: { user: MyUser, newPassword: Secret-Secret-1 }
`;
const folder = mkdtempSync(join(tmpdir(), 'writeback-bad-'));

interface Bad {
  readonly what: string;
  readonly file: string;
  readonly text: string | Uint8Array;
  /** What must be said, the place included where there is one. */
  readonly says: readonly (string | RegExp)[];
}

const swap = (from: string, to: string): string => {
  if (!founding.includes(from)) throw new Error(`the founding ticket has no "${from}"`);
  return founding.replace(from, to);
};
const nest = (depth: number): string =>
  `version: 1\nname: deep\nticket: ${'['.repeat(depth)}${']'.repeat(depth)}\n`;
const bomb = `a: &a [x,x,x,x,x,x,x,x,x]
b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]
c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]
d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]
e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]
f: [*e,*e,*e,*e,*e,*e,*e,*e,*e]
`;

const bad: readonly Bad[] = [
  {
    what: 'an empty file',
    file: 'empty.yaml',
    text: '',
    says: ['empty.yaml: the file is empty', 'version: 1'],
  },
  {
    what: 'a key that another action has',
    file: 'other-action.yaml',
    text: minimal.replace(/ {2}- reset.*/, '  - administrator: { action: enable-inheritance, on: MyUser }'),
    says: ['unknown key "on"', 'hint: one of: action, user, unit, at'],
  },
  {
    what: 'more old passwords than new ones',
    file: 'old-passwords.yaml',
    text: minimal.replace(
      / {2}- reset.*/,
      '  - change: { user: MyUser, oldPassword: [w1, w2, w3], newPassword: Secret-Secret-1 }',
    ),
    says: ['oldPassword: not as many old passwords as new ones', 'give one old password for all'],
  },
  { what: 'only a comment', file: 'comment.yaml', text: '# nothing\n', says: ['the file is empty'] },
  {
    what: 'bad YAML',
    file: 'bad.yaml',
    text: 'version: 1\nname: "no end\n',
    says: [/bad\.yaml:2:\d+|bad\.yaml:3:1/, 'hint'],
  },
  {
    what: 'a colon in a text',
    file: 'colon.yaml',
    text: 'version: 1\nname: one: two\n',
    says: ['colon.yaml:2:7', 'needs quotes'],
  },
  {
    what: 'a tab',
    file: 'tab.yaml',
    text: 'version: 1\nname: x\nwhen:\n\t- wait: 1 day\n',
    says: ['tab.yaml:4:1', 'indent with blanks', '→'],
  },
  {
    what: 'a duplicate key',
    file: 'twice.yaml',
    text: minimal + 'name: again\n',
    says: ['twice.yaml:5:1', 'keys must be unique', 'write the key once'],
  },
  {
    what: 'an unknown key',
    file: 'key.yaml',
    text: swap('passwordLastSet:', 'paswordLastSet:'),
    says: [
      'key.yaml:17:9',
      'unknown key "paswordLastSet"',
      'did you mean "passwordLastSet"?',
      '^^^^^^^^^^^^^^',
    ],
  },
  {
    what: 'an unknown key at the top',
    file: 'top.yaml',
    text: minimal + 'given_: {}\n',
    says: ['top.yaml:5:1', 'unknown key "given_"', 'did you mean "given"?'],
  },
  {
    what: 'a wrong type',
    file: 'type.yaml',
    text: minimal.replace('name: A reset', 'name: [A, reset]'),
    says: ['type.yaml:2:7', 'name: expected text, found a list'],
  },
  {
    what: 'a number for a text',
    file: 'number.yaml',
    text: minimal.replace('user: MyUser', 'user: 4711'),
    says: ['number.yaml:4:20', 'expected text, found a number (4711)'],
  },
  {
    what: 'a scalar for a mapping',
    file: 'scalar.yaml',
    text: 'just a text\n',
    says: ['scalar.yaml:1:1', 'expected a mapping'],
  },
  {
    what: 'a missing key',
    file: 'missing.yaml',
    text: 'version: 1\nname: x\n',
    says: ['missing.yaml:1:1', 'when: is missing'],
  },
  {
    what: 'another version',
    file: 'version.yaml',
    text: minimal.replace('version: 1', 'version: 9'),
    says: ['version.yaml:1:10', 'version: 9 is not allowed here', 'one of: 1'],
  },
  {
    what: 'a misspelt value',
    file: 'value.yaml',
    text: swap('outcome: refused', 'outcome: refusd'),
    says: ['"refusd" is not allowed here', 'did you mean "refused"?'],
  },
  {
    what: 'an unknown cause',
    file: 'cause.yaml',
    text: swap('cause: minimum-password-age', 'cause: minimum-age'),
    says: ['"minimum-age" is not allowed here', /did you mean "minimum-password-age"\?|one of:/],
  },
  {
    what: 'an unknown user',
    file: 'user.yaml',
    text: minimal.replace('user: MyUser', 'user: MyUsr'),
    says: ['user.yaml:4:20', 'there is no user "MyUsr"', 'did you mean "MyUser"?'],
  },
  {
    what: 'a date that is none',
    file: 'date.yaml',
    text: `at: 2023-02-30\n${minimal}`,
    says: ['date.yaml:1:5', '"2023-02-30" is not a date or time', '6 hours ago'],
  },
  {
    what: 'a moment that is none',
    file: 'moment.yaml',
    text: swap('6 hours ago', 'six hours ago'),
    says: ['moment.yaml:17:26', 'six hours'],
  },
  {
    what: 'a negative duration',
    file: 'negative.yaml',
    text: swap('wait: 18 hours', 'wait: -18 hours'),
    says: [/negative\.yaml:\d+:11/, '"-18 hours" is negative'],
  },
  {
    what: 'a moment that is past',
    file: 'past.yaml',
    text: swap('wait: 18 hours', 'wait: { until: 2 hours ago }'),
    says: [/past\.yaml:\d+:\d+/, 'is past already'],
  },
  {
    what: 'an expectation that says nothing',
    file: 'nothing.yaml',
    text: `${minimal}    then: { screen: "" }\n`,
    says: [/nothing\.yaml:5:\d+/, 'an empty text says nothing'],
  },
  {
    what: 'two people of one name',
    file: 'namesakes.yaml',
    text: `${minimal}given:\n  users:\n    Ann: { entra: { userPrincipalName: a@b.example } }\n    Bob: { entra: { userPrincipalName: A@b.example } }\n`,
    says: ['namesakes.yaml:8:40', '"Ann" has the cloud sign-in name "A@b.example" already'],
  },
  {
    what: 'a sign-in name that is none',
    file: 'upn.yaml',
    text: `${minimal}given:\n  users:\n    Ann: { entra: { userPrincipalName: "" } }\n`,
    says: ['upn.yaml:7:40', 'looks like name@domain'],
  },
  {
    what: 'two things in one step',
    file: 'two.yaml',
    text: minimal + '    wait: 1 day\n',
    says: [
      'two.yaml:4:5',
      'exactly one of: reset, change, administratorReset, unlock, signIn, administrator, tenant, wait',
    ],
  },
  {
    what: 'no step',
    file: 'none.yaml',
    text: 'version: 1\nname: x\nwhen: []\n',
    says: ['none.yaml:3:7', 'at least one step'],
  },
  {
    what: 'an alias without its anchor',
    file: 'alias.yaml',
    text: minimal.replace('Secret-Secret-1', '*Secret1'),
    says: ['alias.yaml:4:41', 'unresolved alias', 'needs quotes'],
  },
  {
    what: 'an alias bomb',
    file: 'bomb.yaml',
    text: bomb,
    says: ['bomb.yaml: the file refers to its anchors too often'],
  },
  {
    what: '__proto__',
    file: 'proto.yaml',
    text: minimal + 'given: { __proto__: { polluted: true } }\n',
    says: ['proto.yaml:5:10', '"__proto__" cannot be a key'],
  },
  {
    what: 'constructor',
    file: 'constructor.yaml',
    text: minimal + 'given: { users: { constructor: {} } }\n',
    says: ['"constructor" cannot be a key'],
  },
  ...[200, 500, 5000, 200_000].map((depth) => ({
    what: `nesting ${depth} deep`,
    file: `deep${depth}.yaml`,
    text: nest(depth),
    says: ['the file is nested too deeply'],
  })),
  {
    what: 'UTF-16',
    file: 'utf16.yaml',
    text: Buffer.from(`\ufeff${minimal}`, 'utf16le'),
    says: ['utf16.yaml: the file is UTF-16', 'save it as UTF-8'],
  },
  {
    what: 'a binary',
    file: 'binary.yaml',
    text: new Uint8Array([0x4d, 0x5a, 0, 1, 2, 3]),
    says: ['binary.yaml: the file is binary'],
  },
  {
    what: 'Latin-1',
    file: 'latin1.yaml',
    text: Buffer.from('name: Jürgen\n', 'latin1'),
    says: ['is not UTF-8 text'],
  },
  {
    what: '50 MB',
    file: 'large.yaml',
    text: Buffer.alloc(50 * 1024 * 1024, 'name: x\n'),
    says: ['large.yaml: the file has 50 MiB', 'at most one'],
  },
  {
    what: 'too many of something',
    file: 'many.yaml',
    text: `version: 1\nname: x\nwhen:\n${'  - wait: 1 day\n'.repeat(1001)}`,
    says: ['at most 1000 steps'],
  },
];

describe.each(bad)('$what', ({ file, text, says }) => {
  writeFileSync(join(folder, file), text);

  it.each(['play', 'test'])('gets one clear message from %s, and exit code 2', (command) => {
    const { code, out, err } = writeback([command, file], { cwd: folder });
    expect({ code, out, err }).toMatchObject({ code: 2, out: '' });
    for (const words of says) expect(err).toMatch(words);
    expect(err).not.toMatch(/\n\s+at |node:|\.ts:|\.cjs:/);
    expect(err.split('\n').length).toBeLessThan(60);
  });
});

describe('a path', () => {
  it('that is not there', () => {
    const { code, err } = writeback(['play', 'nowhere/ticket.yaml'], { cwd: folder });
    expect([code, err.includes('nowhere/ticket.yaml: there is no such file')]).toEqual([2, true]);
  });

  it.each(['play', 'explain', 'test', 'validate', 'record'])(
    'says of a file that is not there that it is not, whatever is asked of it: %s',
    (command) => {
      const { code, err } = writeback([command, 'nope.yaml']);
      expect([code, err]).toEqual([2, expect.stringContaining('nope.yaml: there is no such file')]);
    },
  );

  it('shows what would be recorded into a shipped scenario, and does not record into it', () => {
    const { code, err } = writeback(['record', 'founding-ticket']);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('founding-ticket: a shipped scenario is not recorded into'),
    ]);
    expect(writeback(['record', 'founding-ticket', '--dry-run'])).toMatchObject({ code: 0, out: founding });
  });

  it('that is a folder', () => {
    mkdirSync(join(folder, 'sub.yaml'), { recursive: true });
    const { code, err } = writeback(['play', 'sub.yaml'], { cwd: folder });
    expect([code, err.includes('sub.yaml: this is a folder')]).toEqual([2, true]);
  });

  it('that is a loop of links', () => {
    symlinkSync('loop.yaml', join(folder, 'loop.yaml'));
    const { code, err } = writeback(['play', './loop.yaml'], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toMatch(/loop/);
  });

  it.skipIf(process.getuid?.() === 0)('that may not be read', () => {
    const path = join(folder, 'secret.yaml');
    writeFileSync(path, minimal);
    chmodSync(path, 0);
    expect(writeback(['play', 'secret.yaml'], { cwd: folder }).err).toContain('may not be read');
  });
});

describe('what is fine', () => {
  it.each([
    ['a byte order mark', `\ufeff${minimal}`],
    ['CRLF', minimal.replaceAll('\n', '\r\n')],
    [
      'a few aliases',
      minimal.replace('MyUser,', '&u MyUser,') + '  - reset: { user: *u, newPassword: Secret-Secret-2 }\n',
    ],
    ['JSON', JSON.stringify({ version: 1, name: 'x', when: [{ wait: '1 day' }] })],
  ])('%s', (_what, text) => {
    writeFileSync(join(folder, 'fine.yaml'), text);
    expect(writeback(['test', 'fine.yaml'], { cwd: folder })).toMatchObject({ code: 0, err: '' });
  });
});

describe('passwords', () => {
  it.each([
    ['beside the mistake', minimal.replace('user: MyUser', 'usr: MyUser')],
    ['on the lines around it', `${minimal}    then: { outcom: refused }\n`],
    ['in a list', minimal.replace('Secret-Secret-1', '[Secret-Secret-1, 4711]')],
    [
      'in a block',
      'version: 1\nname: x\nwhen:\n  - reset:\n      user: MyUser\n      newPassword: >-\n        Secret-Secret-1\n      bad: 1\n',
    ],
    ['in YAML that does not parse', `${minimal}x: "\n`],
    ['in an expectation that fails', `${minimal}    then: { outcome: refused }\n`],
  ])('are masked in what is shown: %s', (_where, text) => {
    writeFileSync(join(folder, 'masked.yaml'), text);
    const { code, out, err } = writeback(['test', 'masked.yaml'], { cwd: folder });
    expect(code).toBeGreaterThan(0);
    expect(out + err).not.toMatch(/Secret-Secret|4711/);
  });
});
