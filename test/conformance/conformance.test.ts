import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY_SWITCHES } from '../../src/domain/policy-switches.js';
import { answerOf } from './answer.js';
import { compare } from './compare.js';
import { DIFFERENCES } from './differences.js';
import { readOperations, RECORDED } from './read-operations.js';

const recorded = readOperations(RECORDED);
const verdicts = recorded.map(compare);

describe('the recorded operations', () => {
  it('are all there', () => {
    expect(recorded.length).toBe(3208);
  });

  it('agree with our domain or are explained', () => {
    expect(verdicts.filter(({ is }) => is === 'differ')).toEqual([]);
  });

  it('are explained only where README.md lists a difference, and mostly agree', () => {
    const explained = verdicts.filter(({ is }) => is === 'explained').length;
    expect(explained).toBe(435);
  });

  it('show every difference that can be seen', () => {
    const seen = new Set(verdicts.flatMap((verdict) => (verdict.is === 'explained' ? verdict.by : [])));
    expect(new Set(DIFFERENCES)).toEqual(seen);
  });
});

describe('difference 7: "User cannot change password"', () => {
  const hinted = recorded.filter(
    ({ user, operation }) => user.cannotChangePassword && operation.kind === 'resetWithHints',
  );

  it('refuses every reset with hints by default, as the founding article says', () => {
    const answers = hinted
      .filter(({ operation }) => operation.kind === 'resetWithHints' && operation.hints.flags === 1)
      .map((operation) => answerOf(operation, DEFAULT_POLICY_SWITCHES));
    expect(answers.length).toBeGreaterThan(5);
    for (const answer of answers) {
      expect(answer).toMatchObject({ result: 53, win32: '0000052D', reason: 'user-cannot-change-password' });
    }
  });
});

describe('a comparison', () => {
  const agreeing = recorded.find(({ outcome }) => outcome.reason === 'tooShort');

  it('finds an answer that was tampered with', () => {
    if (agreeing === undefined) throw new Error('no such operation is recorded');
    const tampered = { ...agreeing, outcome: { ...agreeing.outcome, reason: 'notComplex' } };
    expect(compare(tampered).is).toBe('differ');
  });
});

describe('npm run conformance', () => {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  const run = (text: string): { status: number | null; stdout: string; stderr: string } => {
    const file = join(folder, 'operations.jsonl');
    writeFileSync(file, text);
    const tsx = join(import.meta.dirname, '../../node_modules/tsx/dist/cli.mjs');
    return spawnSync(process.execPath, [tsx, join(import.meta.dirname, 'main.ts'), file], {
      encoding: 'utf8',
    });
  };
  const [first] = recorded;

  it('prints the count, and 0', () => {
    expect(run(JSON.stringify(first))).toMatchObject({
      status: 0,
      stdout: 'agree 1, explained 0, differ 0\n',
    });
  });

  it('prints the ids that differ, and 1', () => {
    if (first === undefined) throw new Error('nothing is recorded');
    const { status, stdout } = run(
      JSON.stringify({ ...first, outcome: { ...first.outcome, result: 0, reason: 'ok' } }),
    );
    expect(status).toBe(1);
    expect(stdout).toContain(first.id);
    expect(stdout).toContain('agree 0, explained 0, differ 1');
  });

  it('says which line is bad, and 2', () => {
    expect(run(`${JSON.stringify(first)}\n{"id":`)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('line 2') as string,
    });
    expect(run('').status).toBe(2);
  });
});
