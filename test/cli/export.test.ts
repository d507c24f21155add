import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeback } from './run-command.js';

const folder = mkdtempSync(join(tmpdir(), 'writeback-export-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const dc = (...more: readonly string[]): string[] => ['export', 'founding-ticket', '--party', 'dc', ...more];

describe('writeback export', () => {
  it('writes event XML, and beside it that it is simulated', () => {
    const file = join(folder, 'security.xml');
    const run = writeback(dc('--format', 'xml', '--output', file));
    expect([run.code, run.out, run.err]).toEqual([0, '', '']);
    const xml = readFileSync(file, 'utf8');
    const ids = [...xml.matchAll(/<EventID>(\d+)</g)].map(([, id]) => id);
    expect(ids).toEqual(['4724', '4724', '4738']);
    expect(xml.startsWith('<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<Events>\n<Event ')).toBe(
      true,
    );
    expect(xml.endsWith('</Event>\n</Events>\n')).toBe(true);
    const beside = JSON.parse(readFileSync(`${file}.simulated.json`, 'utf8')) as Record<string, unknown>;
    expect(beside).toMatchObject({
      simulated: true,
      scenario: 'founding-ticket',
      seed: 'founding-ticket',
      records: 'dc xml',
      provenance: [
        { log: 'dc-security', part: 'message', confidence: 'article', records: 2 },
        { log: 'dc-security', part: 'message', confidence: 'sample', records: 1 },
      ],
    });
  });

  it('writes the same bytes to standard output, and says on standard error what they are', () => {
    for (const output of [[], ['--output', '-']]) {
      const run = writeback(dc('--format', 'xml', ...output));
      expect(run.out).toBe(readFileSync(join(folder, 'security.xml'), 'utf8'));
      expect(run.err).toBe('writeback: simulated records of founding-ticket, seed "founding-ticket"\n');
    }
  });

  it("writes Event Viewer's text and evtx_dump's JSON", () => {
    const text = writeback(dc('--format', 'text')).out;
    expect(text.match(/^Log Name: {6}Security$/gm)).toHaveLength(3);
    expect(text).toContain('Keywords:      Audit Failure\nUser:          N/A\n');
    const events = writeback(dc('--format', 'json'))
      .out.trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { Event: { System: Record<string, unknown>; EventData: unknown } });
    expect(events[0]?.Event.System).toMatchObject({
      Provider: {
        '#attributes': {
          Name: 'Microsoft-Windows-Security-Auditing',
          Guid: '54849625-5478-4994-A5BA-3E3B0328C30D',
        },
      },
      EventID: 4724,
      Keywords: '0x8010000000000000',
      Correlation: null,
      Security: null,
    });
    expect(events[0]?.Event.EventData).toMatchObject({ TargetUserName: 'MyUser' });
  });

  it("writes the sync server's log, without what nobody has published unless it is asked for", () => {
    const idsOf = (...more: readonly string[]): (string | undefined)[] => {
      const run = writeback([
        'export',
        'firewall-blocks-the-relays',
        '--party',
        'connector',
        '--format',
        'xml',
        ...more,
      ]);
      expect(run.code).toBe(0);
      return [...run.out.matchAll(/<EventID Qualifiers="0">(\d+)</g)].map(([, id]) => id);
    };
    const published = ['31034', '32002', '31044', '31001', '405', '403', '405', '31002'];
    expect(idsOf()).toEqual(published);
    expect(idsOf('--unpublished')).toEqual(
      [...published.slice(0, 3), '31016', '31015', ...published.slice(3)].filter((id) => id !== '31016'),
    );
    expect(idsOf('--chatter')).toContain('31019');
  });

  it('leaves what is there, unless it is told to', () => {
    const file = join(folder, 'there.xml');
    writeFileSync(file, 'mine');
    const refused = writeback(dc('--format', 'xml', '--output', file));
    expect([refused.code, readFileSync(file, 'utf8')]).toEqual([2, 'mine']);
    expect(refused.err).toContain('there is such a file already');
    expect(writeback(dc('--format', 'xml', '--output', file, '--force')).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('<EventID>4724</EventID>');
  });

  it('leaves nothing where the story cannot be played, or the place cannot be written', () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    const scenario = join(folder, 'broken.yaml');
    const steps =
      '  - reset: { user: MyUser, newPassword: x }\n  - reset: { user: Nobody, newPassword: x }\n';
    writeFileSync(scenario, `version: 1\nname: broken\nwhen:\n${steps}`);
    const to = ['--party', 'dc', '--format', 'xml', '--output'];
    const broken = writeback(['export', scenario, ...to, join(empty, 'a.xml')]);
    expect(broken.code).toBe(2);
    expect(broken.err).toContain('broken.yaml:5:');
    const nowhere = writeback(dc(...to.slice(2), join(empty, 'missing', 'a.xml')));
    expect([nowhere.code, nowhere.err]).toEqual([2, expect.stringContaining('no such folder')]);
    const aFolder = writeback(dc(...to.slice(2), empty, '--force'));
    expect([aFolder.code, aFolder.err]).toEqual([2, expect.stringContaining('this is a folder')]);
    expect(readdirSync(empty)).toEqual([]);
  });

  it.each([
    [['export'], 'export needs a scenario'],
    [['export', 'founding-ticket'], 'export needs --party\n  hint: one of: connector, dc'],
    [['export', 'founding-ticket', '--party', 'cd'], 'there is no party "cd"'],
    [dc(), 'export needs --format\n  hint: one of: xml, text, json'],
    [dc('--format', 'jsn'), 'records of dc cannot be written as "jsn"\n  hint: did you mean "json"?'],
  ])('says what is wrong: %j', (args, words) => {
    const run = writeback(args);
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toContain(words);
  });
});

const xmllint = spawnSync('xmllint', ['--version']).error === undefined;
it.skipIf(!xmllint)('is XML to xmllint too (skipped where xmllint is not installed)', () => {
  const { status, stderr } = spawnSync('xmllint', ['--noout', join(folder, 'security.xml')], {
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
});
