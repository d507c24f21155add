import { describe, expect, it } from 'vitest';
import { createSimulation, plainRecord, renderRecords, type WorldInput } from '../../../src/index.js';
import { MINUTE } from '../../../src/kernel/duration.js';
import { parseInstant } from '../../../src/kernel/instant.js';
import { LOCALES, localTime } from '../../../src/kernel/local-time.js';
import { domainAction } from '../../../src/simulation/actions/domain-administrator.js';
import { accountIn } from '../../account-in.js';

type Controller = NonNullable<NonNullable<NonNullable<WorldInput['domain']>['controllers']>[string]>;

/** A reset at ten o'clock, with the domain controller's clock and language as given. */
function reset(controller: Controller, connector: WorldInput['connector'] = {}) {
  const world = {
    connector: { server: 'SYNC01', ...connector },
    domain: { controllers: { DC01: controller } },
  };
  const simulation = createSimulation(world, { start: '2023-06-08T10:00:00Z' });
  const { outcome } = simulation.reset({ user: 'MyUser', newPassword: 'W=*B2!qmv_$PkbV4dJr' });
  const records = renderRecords(simulation.facts, simulation.ids).map((entry) => ({
    log: entry.log,
    at: entry.at,
    ...(plainRecord(entry) as { EventID?: number; TimeCreated?: string; EventData?: Record<string, string> }),
  }));
  const record = (id: number) => records.find(({ EventID }) => EventID === id);
  return { simulation, outcome, record };
}

describe("a machine's clock", () => {
  it('stands in its records and in pwdLastSet, while the fact keeps the true time', () => {
    const { simulation, record } = reset({ clockSkew: '-4 min' });
    expect(record(4724)?.TimeCreated).toMatch(/^2023-06-08T09:5\d:/);
    expect(record(31002)?.TimeCreated).toMatch(/^2023-06-08T10:0\d:/);
    expect(record(4724)?.at).toBeGreaterThan(parseInstant('2023-06-08T10:00:00Z'));
    expect(accountIn(simulation).passwordLastSet).toBeLessThan(parseInstant('2023-06-08T10:00:00Z'));
  });

  it('stands in what the sync server writes every few minutes, from when it is set on', () => {
    const simulation = createSimulation({ connector: { server: 'SYNC01', clockSkew: '2 min' } });
    simulation.advance('58 min');
    simulation.apply(domainAction({ action: 'set-clock', machine: 'SYNC01', skew: '-3 min' }));
    const set = simulation.now;
    simulation.advance('1 hour');
    simulation.reset({ user: 'MyUser', newPassword: 'W=*B2!qmv_$PkbV4dJr' });
    const skews = (from: number, to: number) =>
      renderRecords(simulation.facts, simulation.ids, { chatter: true })
        .filter(({ log, at }) => log === 'connector-application' && at >= from && at < to)
        .map(({ at, record }) => ('recordNumber' in record ? (record.at - at) / MINUTE : undefined));
    expect(skews(0, set).length).toBeGreaterThan(5);
    expect(new Set(skews(0, set))).toEqual(new Set([2]));
    expect(skews(set, Infinity).length).toBeGreaterThan(10);
    expect(new Set(skews(set, Infinity))).toEqual(new Set([-3]));
  });

  it('is the clock of the sync server too where that is the domain controller', () => {
    const { outcome, record } = reset({ clockSkew: '7 min' }, { server: 'DC01' });
    expect(outcome).toBe('succeeded');
    expect(record(31002)?.TimeCreated).toMatch(/^2023-06-08T10:0[78]:/);
  });

  it.each([
    ['7 min', {}, 'refused'],
    ['-7 min', {}, 'refused'],
    ['5 min', {}, 'succeeded'],
    ['7 min', { clockSkew: '3 min' }, 'succeeded'],
    ['4 min', { clockSkew: '-2 min' }, 'refused'],
  ])('%s off, with the sync server at %o: %s', (clockSkew, connector, outcome) => {
    expect(reset({ clockSkew }, connector).outcome).toBe(outcome);
  });
});

describe('local time', () => {
  it('is that of the zone and the language of the domain controller', () => {
    const { record } = reset({ utcOffset: '+02:00', locale: 'de-DE', clockSkew: '4 min' });
    expect(record(4738)?.EventData?.['PasswordLastSet']).toMatch(/^08\.06\.2023 12:0[45]:\d\d$/);
  });

  it('is written by table', () => {
    const moment = parseInstant('2023-06-08T15:04:05Z');
    expect(LOCALES.map((locale) => localTime(moment, -480, locale))).toEqual([
      '6/8/2023 7:04:05 AM',
      '08/06/2023 07:04:05',
      '08/06/2023 7:04:05',
      '2023/06/08 7:04:05',
      '08.06.2023 07:04:05',
    ]);
  });

  it('knows some languages, and says so', () => {
    const world = { domain: { controllers: { DC01: { locale: 'tlh' as 'en-US' } } } };
    expect(() => createSimulation(world)).toThrow(/locale/);
  });
});
