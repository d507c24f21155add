import { describe, expect, it } from 'vitest';
import {
  ADMINISTRATOR_ACTIONS,
  createSimulation,
  renderRecords,
  type WorldInput,
} from '../../../src/index.js';
import { INTEGRATION_STATUS, type IntegrationStatus } from '../../../src/tenant/integration-page.js';

type Act = keyof typeof ADMINISTRATOR_ACTIONS | `${number} min`;

/** What the page says at the end of a story; administrators' doings and waits, in turn. */
const STORIES: readonly (readonly [IntegrationStatus, WorldInput, readonly Act[]])[] = [
  ['running', {}, []],
  ['outOfDate', { connector: { build: '1.6.4.0' } }, []],
  ['tooOldToReport', { connector: { build: '1.0.9125.0' } }, []],
  ['cloudTrouble', { tenant: { serviceTrouble: true } }, []],
  ['neverEnabled', { connector: { writeback: 'never' } }, []],
  ['neverEnabled', { connector: { writeback: 'not in effect' } }, []],
  ['notConfigured', { connector: { writeback: 'off' } }, []],
  ['unreachable', { connector: { service: 'stopped' } }, ['11 min']],
  // Whose service has just been stopped is still believed to be there.
  ['running', {}, ['stop-adsync', '9 min']],
  ['unreachable', {}, ['stop-adsync', '11 min']],
  ['running', {}, ['stop-adsync', '11 min', 'start-adsync', '1 min']],
  ['notConfigured', {}, ['disable-writeback-powershell', '2 min']],
  ['running', {}, ['disable-writeback-wizard', '2 min', 'enable-writeback-wizard', '2 min']],
  ['running', { connector: { writeback: 'never' } }, ['enable-writeback-powershell', '2 min']],
  ['unreachable', {}, ['require-mfa-of-sync-account', 'restart-adsync', '11 min']],
  [
    'running',
    {},
    [
      'require-mfa-of-sync-account',
      'restart-adsync',
      '11 min',
      'exclude-sync-account-from-mfa',
      'restart-adsync',
      '1 min',
    ],
  ],
  // The page reports connectivity alone: resets fail all the same.
  ['running', { connector: { rights: { resetPassword: false } } }, []],
];

describe('the page On-premises integration', () => {
  it.each(STORIES)('says "%s" of %j after %j', (status, world, acts) => {
    const simulation = createSimulation(world);
    for (const act of acts) {
      if (act in ADMINISTRATOR_ACTIONS) {
        simulation.apply(ADMINISTRATOR_ACTIONS[act as keyof typeof ADMINISTRATOR_ACTIONS].action);
      } else simulation.advance(act);
    }
    simulation.apply(ADMINISTRATOR_ACTIONS['open-integration-page'].action);
    const page = renderRecords(simulation.facts, simulation.ids).findLast(({ log }) => log === 'console');
    expect(page?.record).toMatchObject({ output: [INTEGRATION_STATUS[status].text] });
  });

  it('says each of its sentences in one of these stories', () => {
    const said = new Set(STORIES.map(([status]) => status));
    expect([...said].toSorted()).toEqual(Object.keys(INTEGRATION_STATUS).toSorted());
  });
});
