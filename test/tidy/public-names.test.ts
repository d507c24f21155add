import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as library from '../../src/index.js';

/** What a user of the library can import. Adding a name is a decision: change this list with it. */
const VALUES = [
  'ADMINISTRATOR_ACTIONS',
  'FAILURE_MODES',
  'LogWriter',
  'Simulation',
  'SimulatorBug',
  'SimulatorError',
  'createSimulation',
  'eventText',
  'eventXml',
  'explainPassword',
  'failureModeOf',
  'parseScenario',
  'passwordStanding',
  'plainRecord',
  'playCases',
  'playScenario',
  'renderRecords',
  'signInVerdictOf',
  'tenantChange',
  'toIso',
  'verdictOf',
  'visibleAt',
  'whereItWorks',
];

const TYPES = [
  'Action',
  'AttemptHandle',
  'AttemptRequest',
  'DirectoryAudit',
  'Entry',
  'Fact',
  'FailureMode',
  'LogName',
  'Outcome',
  'PasswordExplanation',
  'PasswordFilter',
  'PasswordQuestion',
  'PasswordStanding',
  'Refusal',
  'ResetRequest',
  'Shortfall',
  'SignInRequest',
  'SignInResult',
  'SimulationOptions',
  'Story',
  'TenantChange',
  'Verdict',
  'WhereItWorks',
  'WindowsEvent',
  'World',
  'WorldInput',
];

it('exports these names and no others', () => {
  expect(Object.keys(library).toSorted()).toEqual(VALUES);
  const text = readFileSync('src/index.ts', 'utf8');
  const types = [...text.matchAll(/export type \{([^}]+)\}/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim()),
  );
  expect(types.filter((name) => name !== '').toSorted()).toEqual(TYPES);
});
