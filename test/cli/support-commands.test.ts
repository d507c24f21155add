import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeback } from './run-command.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'writeback-support-'));
const MINIMAL =
  "version: 1\nname: A reset\nwhen:\n  - reset: { user: MyUser, newPassword: 'W=*B2!qmv_$PkbV4dJr' }\n";
const RIGHT = `${MINIMAL}    then: { cause: none }\ntags: [fine]\n`;
const WRONG = `${MINIMAL.replace('A reset', 'Another')}    then: { cause: minimum-password-age }\ntags: [odd]\n`;

describe('writeback new', () => {
  it('writes a file that passes, and never over another', () => {
    const cwd = folder();
    mkdirSync(join(cwd, 'tickets'));
    expect(writeback(['new', 'protected-account', 'tickets/1.yaml'], { cwd }).code).toBe(0);
    const text = readFileSync(join(cwd, 'tickets/1.yaml'), 'utf8');
    const schema = /\$schema=(.*)\n/.exec(text)?.[1] ?? '';
    expect(existsSync(resolve(cwd, 'tickets', schema))).toBe(true);
    expect(writeback(['test', 'tickets'], { cwd }).code).toBe(0);
    const again = writeback(['new', 'minimum-password-age', 'tickets/1.yaml'], { cwd });
    expect([again.code, readFileSync(join(cwd, 'tickets/1.yaml'), 'utf8')]).toEqual([2, text]);
    expect(readdirSync(join(cwd, 'tickets'))).toEqual(['1.yaml']);
  });

  it.each([
    [['new'], 'new needs a failure mode'],
    [['new', 'minimum-pasword-age'], 'did you mean "minimum-password-age"?'],
    [['new', '33004'], '"writeback lookup 33004"'],
    [['new', 'minimum-password-age', 'x.txt'], 'scenario files end in .yaml'],
    [['new', 'minimum-password-age', 'no/x.yaml'], 'no such folder'],
    [['show', 'protected'], 'protected-account'],
    [['lookup'], 'lookup needs something'],
    [['lookup', '77777'], 'nothing that the simulator knows leaves "77777"'],
    [['explain'], 'explain needs a scenario'],
    [['record'], 'record needs a scenario file'],
    [['validate'], 'validate needs files'],
    [['completion', 'tcsh'], 'one of: bash, zsh, fish'],
    [['merge', 'package.json'], 'this is no report of a run'],
    [['test', '--shard', '5/4'], 'is no shard'],
    [['test', '--grep', '('], 'is not a regular expression'],
    [['test', '--grep', 'no such story'], 'no scenario matches'],
    [['test', 'no/**/*.yaml'], 'no scenario matches this pattern'],
    [['play', 'founding-ticket', '--case', 'x'], 'has no cases'],
    [['play', 'founding-ticket', '--as', 'dcs'], 'did you mean "dc"?'],
    [['play', 'founding-ticket', '--at', 'yesterday'], 'is not a date or time'],
    [['list', '--tag', 'nothing-like-it'], 'no scenario has the tag'],
  ])('%j says what is wrong: %s', (args, says) => {
    const { code, err } = writeback(args);
    expect(err).toContain(says);
    expect(err).not.toMatch(/\n\s+at /);
    expect(code).toBe(2);
  });
});

describe('what explains', () => {
  it.each([
    [
      ['show', 'protected-account'],
      [
        'adminCount',
        'AdminSDHolder',
        '33004',
        'How to fix it',
        'Sources',
        'writeback play protected-account',
      ],
    ],
    [
      ['lookup', '33004'],
      ['causes can leave it', 'check: Get-ADUser <user> -Properties adminCount', 'fix:', 'mind:'],
    ],
    [
      ['lookup', 'SSPR_0029'],
      ['The one check that tells most apart', '→'],
    ],
    [
      ['explain', 'founding-ticket'],
      ['The customer says', 'The sync server', '(Audit Failure)', 'Why:', 'How to fix it', 'Known from'],
    ],
    [
      ['list', '--failures'],
      ['at fault: the domain', 'minimum-password-age', 'writeback show'],
    ],
    [['schema'], ['"$schema": "http://json-schema.org/draft-07/schema#"', '"newPassword"']],
  ])('%j', (args, says) => {
    const { code, out, err } = writeback(args);
    expect([code, err]).toEqual([0, '']);
    for (const words of says) expect(out).toContain(words);
  });

  it('completes in shells that there are', () => {
    for (const shell of ['bash', 'zsh', 'fish']) {
      const { code, out } = writeback(['completion', shell]);
      expect(code).toBe(0);
      for (const words of ['lookup', 'protected-account', 'junit']) expect(out).toContain(words);
    }
    const script = writeback(['completion', 'bash']).out;
    const words = execFileSync('bash', [
      '-c',
      `${script}\nCOMP_WORDS=(writeback show prot); COMP_CWORD=2; _writeback; echo "\${COMPREPLY[@]}"`,
    ]);
    expect(words.toString().trim()).toBe('protected-account');
  });
});

describe('writeback validate', () => {
  it('says all that is wrong with all files, and nothing of what is expected', () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'wrong.yaml'), WRONG);
    expect(writeback(['validate', '.'], { cwd })).toMatchObject({ code: 0, out: 'the file is fine\n' });
    writeFileSync(join(cwd, 'bad.yaml'), `${MINIMAL}    than: {}\n  - wayt: 1 day\n`);
    writeFileSync(join(cwd, 'meaning.yaml'), MINIMAL.replace('MyUser', 'Nobody'));
    const { code, err } = writeback(['validate', '.'], { cwd });
    expect(code).toBe(2);
    for (const words of ['bad.yaml:5:5', 'did you mean "then"?', 'bad.yaml:6:5', 'meaning.yaml:4:20'])
      expect(err).toContain(words);
  });
});

describe('shared worlds in files', () => {
  it.each([
    ['../outside.world.yaml', "leads out of the scenario's folder"],
    ['/etc/x.world.yaml', "leads out of the scenario's folder"],
    ['link.world.yaml', "leads out of the scenario's folder"],
    ['none.world.yaml', 'there is no such file'],
  ])('%s is refused', (extended, says) => {
    const cwd = folder();
    writeFileSync(join(cwd, 'outside.world.yaml'), 'version: 1\n');
    mkdirSync(join(cwd, 'tickets'));
    symlinkSync('../outside.world.yaml', join(cwd, 'tickets/link.world.yaml'));
    writeFileSync(join(cwd, 'tickets/a.yaml'), `${MINIMAL}extends: ${extended}\n`);
    const { code, err } = writeback(['test', 'tickets/a.yaml'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain(says);
    expect(err).toMatch(/tickets\/a\.yaml:5:10/);
  });

  it('are used from a folder below, and are no tests themselves', () => {
    const cwd = folder();
    mkdirSync(join(cwd, 'worlds'));
    writeFileSync(join(cwd, 'worlds/contoso.world.yaml'), 'version: 1\ngiven: { users: { anna: {} } }\n');
    writeFileSync(
      join(cwd, 'a.yaml'),
      `${RIGHT.replace('MyUser', 'anna')}extends: worlds/contoso.world.yaml\n`,
    );
    expect(writeback(['test', '.'], { cwd }).out).toContain('1 passed, 0 failed');
    expect(writeback(['validate', 'worlds/contoso.world.yaml'], { cwd }).code).toBe(0);
  });

  it.each([
    ['/etc/hostname', 'leads out of the folder'],
    ['nowhere', 'leads nowhere'],
  ])('a scenario that is a link to %s is refused', (target, says) => {
    const cwd = folder();
    symlinkSync(target, join(cwd, 'link.yaml'));
    const { code, err } = writeback(['test', '.'], { cwd });
    expect([code, err.includes(says)]).toEqual([2, true]);
  });
});

describe('writeback test', () => {
  const cwd = folder();
  mkdirSync(join(cwd, 'sub'));
  writeFileSync(join(cwd, 'right.yaml'), RIGHT);
  writeFileSync(join(cwd, 'sub/wrong.yaml'), WRONG);

  it.each([
    [['--tag', 'fine'], 0, '1 passed, 0 failed'],
    [['--tag', 'odd,other'], 1, '0 passed, 1 failed'],
    [['--grep', '^another'], 1, '0 passed, 1 failed'],
    [['--grep', 'right'], 0, '1 passed, 0 failed'],
  ])('%j selects', (options, code, says) => {
    const run = writeback(['test', '.', ...options], { cwd });
    expect([run.code, run.out.includes(says)]).toEqual([code, true]);
  });

  it('takes patterns', () => {
    expect(writeback(['test', '**/*.yaml'], { cwd }).out).toContain('1 passed, 1 failed');
    expect(writeback(['test', '*.yaml'], { cwd }).out).toContain('1 passed, 0 failed');
    expect(writeback(['test', 'sub/{wrong,x}.y?ml'], { cwd }).out).toContain('0 passed, 1 failed');
  });

  it.each([
    [
      'junit',
      [
        /<testsuites name="writeback" tests="2" failures="1" errors="0">/,
        /<failure message="what nobody says: expected minimum-password-age, found none"/,
      ],
    ],
    ['tap', [/^TAP version 14\n1\.\.2\n/, /^not ok 2 - sub\/wrong\.yaml$/m]],
    ['github', [/^::error file=sub\/wrong\.yaml,line=5,col=20,title=Another::/m]],
    ['ndjson', [/^\{"file":"right\.yaml".*"passed":true/m]],
    ['json', [/"format": 1/, /"failed": 1/]],
  ])('reports as %s', (reporter, says) => {
    const { code, out } = writeback(['test', '.', '--reporter', reporter], { cwd });
    expect(code).toBe(1);
    for (const words of says) expect(out).toMatch(words);
    expect(out).not.toContain('PkbV4dJr');
  });

  it('splits into shards that together are all, and merges their reports', () => {
    const many = folder();
    for (let index = 0; index < 20; index++)
      writeFileSync(join(many, `${index}.yaml`), index % 7 === 0 ? WRONG : RIGHT);
    const reports = [1, 2, 3].map((shard) => {
      const file = `report-${shard}.json`;
      writeback(['test', '.', '--shard', `${shard}/3`, '--reporter', 'json', '--output', file], {
        cwd: many,
      });
      return file;
    });
    const merged = writeback(['merge', ...reports], { cwd: many });
    expect(merged.code).toBe(1);
    expect(merged.out).toContain('17 passed, 3 failed');
    expect(writeback(['merge', 'report-1.json', 'report-1.json'], { cwd: many }).err).toContain(
      'in two of the reports',
    );
    expect(readdirSync(many).filter((file) => file.includes('tmp'))).toEqual([]);
  });

  it('stops after the first that fails', () => {
    const many = folder();
    for (const name of ['a', 'b', 'c']) writeFileSync(join(many, `${name}.yaml`), WRONG);
    expect(writeback(['test', '.', '--bail'], { cwd: many }).out).toContain('0 passed, 1 failed');
  });

  it('runs again when a file changes, until it is interrupted', async () => {
    const watched = folder();
    writeFileSync(join(watched, 'a.yaml'), WRONG);
    const command = resolve('dist/cli/main.cjs');
    const child = spawn(process.execPath, [command, 'test', '.', '--watch'], { cwd: watched });
    let out = '';
    const until = (words: string): Promise<void> =>
      new Promise((done) => {
        const look = (chunk: Buffer): void => {
          out += chunk.toString();
          if (!out.includes(words)) return;
          child.stdout.off('data', look);
          done();
        };
        child.stdout.on('data', look);
      });
    await until('waiting for changes');
    writeFileSync(join(watched, 'a.yaml'), RIGHT);
    await until('1 passed, 0 failed');
    child.kill('SIGINT');
    expect(await new Promise((done) => child.on('close', done))).toBe(0);
  });
});

describe('writeback play', () => {
  it('shows one party what it can see, and no cause', () => {
    const { out } = writeback(['play', 'founding-ticket', '--as', 'dc']);
    expect(out).toContain('4724');
    for (const words of ['minimum-password-age', '33008', 'The user\n']) expect(out).not.toContain(words);
    const logs = writeback(['play', 'founding-ticket', '--as', 'helpdesk', '--format', 'ndjson']).out;
    expect(new Set([...logs.matchAll(/^\{"log":"([^"]+)"/gm)].map(([, log]) => log))).toEqual(
      new Set(['user-screen', 'entra-audit']),
    );
  });

  it('hides the cause from a class', () => {
    for (const more of [[], ['--brief'], ['--format', 'ndjson'], ['--step']]) {
      const { out } = writeback(['play', 'founding-ticket', '--hide-cause', ...more], {
        input: 'n'.repeat(60),
      });
      expect(out).not.toContain('minimum-password-age');
      expect(out).toContain('does not meet the length');
    }
  });

  it('goes hop by hop, forward and back', () => {
    const { out, code } = writeback(['play', 'founding-ticket', '--step'], { input: 'nnpq' });
    expect(code).toBe(0);
    expect([...out.matchAll(/^(\d+) of \d+/gm)].map(([, page]) => page)).toEqual(['1', '2', '3', '2']);
  });

  it('begins at another time, and plays one case of several', () => {
    const cwd = folder();
    writeFileSync(
      join(cwd, 'a.yaml'),
      `${MINIMAL}cases:\n  - name: healthy\n  - name: too young\n    given: { failure: minimum-password-age }\n`,
    );
    expect(writeback(['play', 'a.yaml', '--at', '2024-02-29'], { cwd }).out).toContain(
      'begins 2024-02-29 00:00:00',
    );
    expect(writeback(['play', 'a.yaml', '--case', 'too young'], { cwd }).out).toContain(
      'A reset › too young',
    );
    expect(writeback(['play', 'a.yaml', '--case', '2'], { cwd }).out).not.toContain('› healthy');
    expect(writeback(['play', 'a.yaml', '--case', 'to young'], { cwd }).err).toContain(
      'did you mean "too young"?',
    );
  });
});
