import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SECURITY_EVENTS } from '../../../src/domain/security-events.js';
import { parseEvent, saidIn, type Said } from '../../records/parse-event.js';
import { rendersLike } from '../../records/renders-like.js';

/** Real records belong to their authors, and are not part of this repository: whoever has some names their folder. */
const FOLDER = process.env['WRITEBACK_SAMPLES'] ?? join(import.meta.dirname, '../../../../shared/samples');
const there = existsSync(FOLDER);
if (!there)
  process.stderr.write(`skipped: no real records in ${FOLDER}; WRITEBACK_SAMPLES can name another folder\n`);

const KNOWN = new Set<number>(Object.values(SECURITY_EVENTS).map(({ id }) => id));
const samples = (there ? readdirSync(FOLDER) : [])
  .filter((file) => file.endsWith('.xml'))
  .map((file) => [file, readFileSync(join(FOLDER, file), 'utf8')] as const)
  .filter(([, xml]) => KNOWN.has(parseEvent(xml).EventID));

/**
 * Without the habits of the tools that printed the samples: hexadecimal padded with zeros, attributes that are there
 * but empty, a blank in the time, GUIDs in capitals, and how line breaks were kept.
 */
function withoutHabits(xml: string): readonly Said[] {
  const types = new Map(Object.values(SECURITY_EVENTS).flatMap(({ fields }) => [...fields]));
  return saidIn(xml.replaceAll('\r\n', '\n').replaceAll('\\_', '_'))
    .filter(([where, what]) => !(where.includes('@') && what === ''))
    .map(([where, what]): Said => {
      const type = types.get(/^Data\[(.+)\]$/.exec(where)?.[1] ?? '');
      if (type === 'HexInt64' || type === 'HexInt32' || type === 'Pointer')
        return [where, what.replace(/^0x0+(?=.)/, '0x')];
      if (where.endsWith('Guid') || where.endsWith('ActivityID') || type === 'GUID')
        return [where, what.toLowerCase()];
      if (where === 'TimeCreated@SystemTime') return [where, what.replace(' ', 'T').slice(0, 26)];
      return [where, what];
    });
}

/** Whether Correlation and Security are there at all, which the tools show with empty attributes. */
function withoutEmpty(said: readonly Said[]): readonly Said[] {
  return said.filter(([where]) => where !== 'Correlation' && where !== 'Security');
}

describe.skipIf(!there)('real records of the Security log', () => {
  it('are there', () => {
    expect(samples.length).toBeGreaterThan(5);
  });

  it.each(samples)('%s: our XML for the same values says the same, in the same order', (_file, xml) => {
    const ours = rendersLike(parseEvent(xml));
    expect(withoutEmpty(withoutHabits(ours))).toEqual(withoutEmpty(withoutHabits(xml)));
    expect(ours).toMatch(/<Correlation(\/| ActivityID="\{[0-9a-f-]{36}\}"\/)>/);
    expect(ours).toContain('<Security/></System>');
  });
});
