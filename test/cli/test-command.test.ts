import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeback } from './run-command.js';

const founding = readFileSync('scenarios/policy/founding-ticket.yaml', 'utf8');

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'writeback-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('writeback test', () => {
  it('passes the shipped scenarios', () => {
    const { code, out } = writeback(['test']);
    expect(code).toBe(0);
    expect(out).toMatch(/\n\d+ passed, 0 failed\n$/);
  });

  it('shows an expectation that was not met: where, what was expected, what was found', () => {
    const cwd = folderWith({
      'wrong.yaml': founding.replace('cause: minimum-password-age', 'cause: password-history'),
    });
    const { code, out } = writeback(['test', 'wrong.yaml'], { cwd });
    expect(code).toBe(1);
    expect(out).toMatch(/wrong\.yaml:25:14/);
    expect(out).toMatch(/> 25 \|\s+cause: password-history/);
    expect(out).toMatch(/expected\s+password-history/);
    expect(out).toMatch(/found\s+minimum-password-age/);
    expect(out).toContain('0 passed, 1 failed');
    expect(writeback(['play', 'wrong.yaml'], { cwd }).code).toBe(1);
  });

  it('says which record is missing, and which is there instead', () => {
    const cwd = folderWith({ 'wrong.yaml': founding.replace('6329, 33008', '6329, 33004') });
    const { code, out } = writeback(['test', '.'], { cwd });
    expect(code).toBe(1);
    expect(out).toMatch(/expected\s+event 33004 as record 6/);
    expect(out).toMatch(/where\s+the sync server's Application log/);
    expect(out).toMatch(/found\s+event 33008, Error/);
    expect(out).toMatch(/ event 6329\n\s+- event 33004\n\s+\+ event 33008/);
    expect(out).toMatch(/cause\s+step 1: The password is younger than .* \(minimum-password-age\)/);
  });

  it('plays nothing at all if one file is bad', () => {
    const cwd = folderWith({ 'a.yaml': founding, 'b.yaml': founding.replace('version: 1', 'version: 2') });
    const { code, out, err } = writeback(['test', '.'], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/b\.yaml:2:10: version: 2 is not allowed here/);
  });

  it('says so when a folder has no scenario', () => {
    const { code, err } = writeback(['test', '.'], { cwd: folderWith({}) });
    expect(code).toBe(2);
    expect(err).toContain('there is no scenario in this folder');
  });
});
