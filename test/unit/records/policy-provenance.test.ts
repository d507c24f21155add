import { expect, it } from 'vitest';
import { domainAction } from '../../../src/simulation/actions/domain-administrator.js';
import { createSimulation, renderRecords } from '../../../src/index.js';

it.each([
  ['0', ['message', 'MinPasswordAge']],
  ['3 days', ['message']],
])('a 4739 with a minimum age of %s says what is inferred', (minimumAge, parts) => {
  const simulation = createSimulation({ domain: { passwordPolicy: { minimumAge: '1 day' } } });
  simulation.apply(domainAction({ action: 'set-password-policy', minimumAge }));
  simulation.advance('10 min');
  const changed = renderRecords(simulation.facts, simulation.ids).filter(
    ({ log, record }) => log === 'dc-security' && 'id' in record && record.id === 4739,
  );
  expect(changed.map(({ provenance }) => provenance.map(({ part }) => part))).toEqual([parts]);
});
