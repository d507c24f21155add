import { describe, expect, it } from 'vitest';
import { EXPORTS } from '../../../src/records/exports.js';
import { exportRecords } from '../../../src/scenario/export-records.js';
import { parseScenario } from '../../../src/scenario/parse-scenario.js';

/** A reset at 9 o'clock UTC; the sync server is the domain controller itself, or a machine of its own. */
function textOf(party: 'dc' | 'connector', utcOffset: string, server: string): string {
  const format = EXPORTS[party]?.['text'];
  if (format === undefined) throw new Error('there is no such format');
  const file = parseScenario(
    `version: 1
name: A reset
source: test
at: 2023-06-08T09:00:00Z
given:
  domain: { controllers: { DC01: { utcOffset: '${utcOffset}' } } }
  connector: { server: ${server} }
when:
  - reset: { user: MyUser, newPassword: 'W=*B2!qmv_$PkbV4dJr' }
`,
    'local-times.yaml',
  );
  return [...exportRecords(file, format).pieces].join('');
}

const hoursIn = (text: string, label: string): Set<string | undefined> =>
  new Set(
    [...text.matchAll(new RegExp(`${label}:\\s+(\\d+/\\d+/\\d+ \\d+):.* (AM|PM)`, 'g'))].map((one) => one[1]),
  );

describe("Event Viewer's text, with the times of the machine that wrote it", () => {
  it.each([
    ['+00:00', '6/8/2023 9'],
    ['+02:00', '6/8/2023 11'],
    ['-10:00', '6/7/2023 11'],
  ])('a domain controller at %s', (utcOffset, hour) => {
    const text = textOf('dc', utcOffset, 'DC01');
    expect(hoursIn(text, 'Date')).toEqual(new Set([hour]));
    expect(hoursIn(text, 'Password Last Set')).toEqual(new Set([hour]));
  });

  it.each([
    ['DC01', '6/8/2023 11'],
    ['SYNC01', '6/8/2023 9'],
  ])('a sync server %s, where only the domain controller has a zone', (server, hour) => {
    expect(hoursIn(textOf('connector', '+02:00', server), 'Date')).toEqual(new Set([hour]));
  });
});
