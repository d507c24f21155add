import { expect, it } from 'vitest';
import {
  ADMINISTRATOR_ACTIONS,
  createSimulation,
  renderRecords,
  type Simulation,
} from '../../../src/index.js';

type Action = keyof typeof ADMINISTRATOR_ACTIONS;

function typed(simulation: Simulation, ...actions: readonly Action[]): readonly (readonly string[])[] {
  for (const action of actions) simulation.apply(ADMINISTRATOR_ACTIONS[action].action);
  return renderRecords(simulation.facts, simulation.ids).flatMap((entry) =>
    entry.log === 'console' ? [entry.record.output] : [],
  );
}

it('Get-ADSyncScheduler shows when the next cycle starts', () => {
  const [before] = typed(createSimulation({}), 'show-scheduler');
  expect(before).toContain('NextSyncCycleStartTimeInUTC         : 6/8/2023 9:30:00 AM');
  const simulation = createSimulation({});
  simulation.advance('31 minutes');
  expect(typed(simulation, 'show-scheduler')[0]).toContain(
    'NextSyncCycleStartTimeInUTC         : 6/8/2023 10:00:00 AM',
  );
});

it('Get-ADSyncAADPasswordResetConfiguration shows what is configured, and since when', () => {
  const simulation = createSimulation({});
  simulation.advance('1 hour');
  const [first, , then] = typed(
    simulation,
    'show-writeback-configuration',
    'disable-writeback-powershell',
    'show-writeback-configuration',
  );
  expect(first).toEqual([
    'Enabled                  : True',
    'ModifiedTimestamp        : 5/9/2023 9:00:00 AM',
    'ServiceStatus            : Started',
    'OnboardingRequiredStatus : NotRequired',
  ]);
  expect(then?.slice(0, 3)).toEqual([
    'Enabled                  : False',
    'ModifiedTimestamp        : 6/8/2023 10:00:00 AM',
    'ServiceStatus            : [no published text]',
  ]);
});

it('shows nothing that is published while the service does not run', () => {
  const outputs = typed(createSimulation({ connector: { service: 'stopped' } }), 'show-scheduler');
  expect(outputs).toEqual([['[no published text]']]);
});

it.each([
  ['2.1.1.0', 1],
  ['2.1.15.0', 2],
] as const)('build %s grants Unexpire Password to so many: %i', (build, trustees) => {
  const simulation = createSimulation({ connector: { build } });
  simulation.apply(ADMINISTRATOR_ACTIONS['set-writeback-permissions'].action);
  const [controller] = simulation.view.domain.controllers.values();
  const root = [...(controller?.replica.directory.objects.values() ?? [])].find(
    ({ objectClass }) => objectClass === 'domain',
  );
  const unexpire = root?.entries.filter(
    ({ objectType }) => objectType === 'ccc2dc7d-a6ad-4a7a-8846-c04e3cc53501',
  );
  expect(new Set(unexpire?.map(({ trustee }) => trustee)).size).toBe(trustees);
});
