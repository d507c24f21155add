import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { writeback } from './run-command.js';

interface Line {
  readonly log: string;
  readonly host: string;
  readonly at: string;
  readonly record: Record<string, unknown>;
}

const lines = (text: string): Line[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

describe('writeback play', () => {
  const pretty = writeback(['play', 'founding-ticket']);
  const ndjson = writeback(['play', 'founding-ticket', '--format', 'ndjson']);

  it('tells the founding ticket in the words of each party', () => {
    expect(pretty.code).toBe(0);
    expect(pretty.err).toBe('');
    const flat = pretty.out.replaceAll(/\s+/g, ' ');
    const told = [
      'The user This password does not meet the length, complexity, age, or history requirements of your corporate password policy.',
      'Self-service password reset flow activity progress UserManagement',
      'failure User submitted a password that did not meet the requirements of the AD on-prem policy',
      'Reset password (self-service) UserManagement',
      'failure OnPremisesPolicyViolation',
      '33008 Error PasswordResetService',
      "4724 Audit Failure User Account Management An attempt was made to reset an account's password.",
      'Security ID: TEST\\MSOL_161f84601d39',
      'Security ID: TEST\\MyUser',
      'The password is younger than the minimum password age (minimum-password-age)',
      'any new password that meets the other rules is accepted from 2023-06-09 03:00:00 UTC on',
      'Your password has been reset',
      '4724 Audit Success',
      'all 17 expectations met',
    ];
    for (const words of told) expect(flat).toContain(words);
  });

  it('writes one object a line, in order of occurrence, with a verdict for each attempt', () => {
    expect(ndjson.code).toBe(0);
    const all = lines(ndjson.out);
    for (const line of all) expect(Object.keys(line)).toEqual(['log', 'host', 'at', 'record']);
    const times = all.map(({ at }) => at);
    expect(times).toEqual(times.toSorted());
    expect(new Set(all.map(({ log }) => log))).toEqual(
      new Set(['user-screen', 'mail', 'entra-audit', 'connector-application', 'dc-security', 'verdict']),
    );
    const verdicts = all
      .filter(({ log }) => log === 'verdict')
      .map(({ record }) => [record['outcome'], record['cause']]);
    expect(verdicts).toEqual([
      ['refused', 'minimum-password-age'],
      ['succeeded', null],
    ]);
  });

  it('gives identical bytes for one seed, others for another, in every time zone', () => {
    const again = writeback(['play', 'founding-ticket', '--format', 'ndjson'], {
      env: { TZ: 'Pacific/Auckland', LANG: 'de_DE' },
    });
    expect(again.out).toBe(ndjson.out);
    const other = writeback(['play', 'founding-ticket', '--format', 'ndjson', '--seed', 'another']);
    expect(other.code).toBe(0);
    expect(other.out).not.toBe(ndjson.out);
    expect(lines(other.out).map(({ log }) => log)).toEqual(lines(ndjson.out).map(({ log }) => log));
  });

  it('shows where each string is known from', () => {
    const { out } = writeback(['play', 'founding-ticket', '--provenance']);
    expect(out).toContain('[article] resultReason: the founding article');
    const withSources = lines(
      writeback(['play', 'founding-ticket', '--provenance', '--format', 'ndjson']).out,
    );
    for (const line of withSources) {
      if (line.log !== 'verdict') expect(line).toHaveProperty('provenance.0.confidence');
    }
  });

  it('uses colour only where it is wanted', () => {
    expect(pretty.out).not.toContain('\u001b[');
    expect(writeback(['play', 'founding-ticket'], { env: { CI: 'true' } }).out).toBe(pretty.out);
    expect(writeback(['play', 'founding-ticket'], { env: { FORCE_COLOR: '1' } }).out).toContain('\u001b[');
    expect(
      writeback(['play', 'founding-ticket'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).out,
    ).not.toContain('\u001b[');
  });

  it('ends quietly when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [
      'dist/cli/main.cjs',
      'play',
      'founding-ticket',
      '--format',
      'ndjson',
    ]);
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.stdout.destroy();
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, errors]).toEqual([0, '']);
  });
});

describe('writeback', () => {
  it.each([[['--help']], [['help', 'play']], [['play', '--help']], [['test', '-h']], [['list', '--help']]])(
    'helps: %j',
    (args) => {
      const { code, out } = writeback(args);
      expect(code).toBe(0);
      expect(out).toMatch(/Usage[\s\S]+Examples[\s\S]+Exit codes/);
    },
  );

  it('says its version', () => {
    expect(writeback(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [['plya'], 'there is no command "plya"', 'did you mean "play"?'],
    [['play'], 'play needs a scenario', 'writeback list'],
    [['play', 'a', 'b'], 'play takes one scenario', 'writeback test'],
    [['play', 'founding-tiket'], 'no shipped scenario "founding-tiket"', 'did you mean "founding-ticket"?'],
    [['play', 'founding-ticket', '--sed', 'x'], 'there is no option "--sed"', 'did you mean "--seed"?'],
    [['play', 'founding-ticket', '--format', 'yaml'], '--format cannot be "yaml"', 'pretty, ndjson'],
    [['play', 'founding-ticket', '--seed'], '--seed', 'writeback play --help'],
    [['play', 'scenarios'], 'this is a folder', 'writeback test'],
    [['list', 'x'], 'list takes no words', 'writeback test'],
  ])('answers %j with what to do', (args, message, hint) => {
    const { code, out, err } = writeback(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
    expect(err).toContain(hint);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('lists the shipped scenarios, from anywhere', () => {
    expect(writeback(['list'], { cwd: '/' }).out).toContain('founding-ticket');
    const ids = (JSON.parse(writeback(['list', '--format', 'json']).out) as { id: string }[]).map(
      ({ id }) => id,
    );
    expect(ids).toContain('founding-ticket');
    expect(writeback(['play', 'founding-ticket'], { cwd: '/' }).code).toBe(0);
  });

  it('tells the logs of two domain controllers apart', () => {
    const { out } = writeback(['play', 'locked-at-two-controllers']);
    const headings = out.split('\n').filter((line) => line.includes("domain controller's Security log"));
    expect(new Set(headings.map((line) => line.trim().split(' ').at(-1)))).toEqual(
      new Set(['DC01.Test.local', 'DC02.Test.local']),
    );
    expect(writeback(['explain', 'locked-at-two-controllers']).out).toMatch(
      /DC02\.Test\.local logs.*\n.*DC01/,
    );
  });
});
