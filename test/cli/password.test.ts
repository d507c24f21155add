import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const STRONG = 'W=*B2!qmv_$PkbV4dJr';

function password(
  args: readonly string[],
  input: string | Uint8Array = `${STRONG}\n`,
): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli/main.cjs', 'password', ...args], {
    input,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

describe('writeback password', () => {
  it("answers the article's question: which rule, with which figures, until when, and what to do", () => {
    const { code, out } = password(['--user', 'MyUser', '--scenario', 'founding-ticket']);
    expect(code).toBe(0);
    expect(out).toContain("MyUser's new password is refused: Minimum password age");
    expect(out).toMatch(/✗ Minimum password age: 1 day required; the present password is 6 hours old/);
    expect(out).toMatch(/From 2023-06-09 03:00:00 UTC on/);
    expect(out).toContain('0000052D: SvcErr: DSID-031A126C, problem 5003 (WILL_NOT_PERFORM), data 0');
    expect(out).toContain('Wait until then, and reset again.');
    expect(out.match(/✗/g)).toHaveLength(1);
  });

  it('says that the cloud refuses before the domain is asked, which would accept', () => {
    const { out } = password(['--at', 'in 2 days'], 'P@ssword-1!\n');
    expect(out).toContain('The cloud refuses it before the domain is asked');
    expect(out).toContain('5 points required; 4 found');
    expect(out).toContain(
      "MyUser's new password is refused in the cloud; by the domain it would be accepted",
    );
    const { out: json } = password(['--at', 'in 2 days', '--format', 'json'], 'P@ssword-1!\n');
    expect(JSON.parse(json)).toMatchObject({ cloudRefusal: { because: 'globally-banned-password' } });
    expect(password(['--operation', 'reset'], 'P@ssword-1!\n').out).not.toContain('The cloud refuses');
  });

  it('never prints the password', () => {
    const { out, err } = password(['--format', 'json']);
    expect(out + err).not.toContain(STRONG);
  });

  it('accepts it a day later, and from an administrator at once', () => {
    expect(password(['--at', 'in 18 hours']).out).toContain('accepted');
    expect(password(['--at', 'in 17 hours']).out).toContain('refused');
    expect(password(['--operation', 'reset']).out).toContain('accepted');
  });

  it('gives the same as JSON', () => {
    const { out } = password(['--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({
      user: 'MyUser',
      accepted: false,
      acceptedFrom: '2023-06-09T03:00:00.0000000Z',
      policy: { from: 'the password policy of Test.local' },
      answer: { ldap: { code: 53 }, win32: { code: '0x52D' }, ntStatus: { code: '0xC000006C' } },
    });
  });

  it('says whose policy it is, and what that beat', () => {
    const { out } = password(['--scenario', 'fine-grained-policy', '--user', 'Adele'], 'Blue-Teal-7\n');
    expect(out).toContain(
      'the fine-grained policy "Finance policy": through Finance Leads, a member of Finance',
    );
    expect(out).toMatch(/beaten: the fine-grained policy "Old policy".*precedence 20/s);
    expect(out).not.toContain("Nobody's policy");
    expect(out).toMatch(/✗ Minimum password length: 14 required; 11 found/);
  });

  it('says what stands before every rule', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'password-')), 'rights.yaml');
    writeFileSync(
      file,
      'version: 1\nname: no right\ngiven: { connector: { rights: { resetPassword: false } } }\nwhen: [{ wait: 1 day }]\n',
    );
    const { out } = password(['--scenario', file]);
    expect(out.replaceAll(/\s+/g, ' ')).toContain('lacks the right Reset Password');
    expect(out).toContain('LDAP      50 insufficientAccessRights');
  });

  it.each<[string, readonly string[], string | Uint8Array, RegExp]>([
    ['no password', [], '', /there is no password on standard input/],
    ['two lines', [], 'one\ntwo\n', /more than one line/],
    ['bytes that are no text', [], Uint8Array.of(0xff, 0xfe), /not UTF-8/],
    ['a password as a word', [STRONG], '', /stays out of the history of the shell/],
    ['an unknown user', ['--user', 'MyUsr'], 'x', /did you mean "MyUser"/],
    ['an unknown operation', ['--operation', 'rest'], 'x', /did you mean "reset"/],
    ['an unknown scenario', ['--scenario', 'nowhere'], 'x', /no shipped scenario/],
    ['a moment that is none', ['--at', 'soon'], 'x', /not a date or time/],
  ])('on %s says what is wrong, and 2', (_, args, input, message) => {
    const { code, err, out } = password(args, input);
    expect(err).toMatch(message);
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  it('takes an empty line for an empty password, and the password as an option only on request', () => {
    expect(password([], '\n').out).toMatch(/7 required; 0 found/);
    expect(password(['--candidate', 'short'], '').out).toMatch(/7 required; 5 found/);
  });
});
