import { describe, expect, it } from 'vitest';
import { LEAVING_POINTS, WAYS_OF_LEAVING, type LeavingPoint } from '../../../src/attempt/person.js';
import { createSimulation, renderRecords, type AttemptRequest, type WorldInput } from '../../../src/index.js';

const PASSWORD = 'Spring-is-over-22';
const ENDS = {
  abandons: 'abandoned',
  cancels: 'cancelled',
  'contacts an administrator': 'contactedAdministrator',
} as const;

const world: WorldInput = {
  tenant: { unlockWithoutReset: true, sspr: { methodsRequired: 2, methods: ['email', 'mobile SMS'] } },
  users: { MyUser: { activeDirectory: { password: PASSWORD, lockedOut: '5 minutes ago' } } },
};
const unlocked: WorldInput = { users: { MyUser: { activeDirectory: { password: PASSWORD } } } };

/** Who comes, to what world, and which pages they pass: at those they can turn away. */
const VISITS: readonly (readonly [string, WorldInput, AttemptRequest, readonly LeavingPoint[]])[] = [
  [
    'change',
    unlocked,
    { verb: 'change', user: 'MyUser', oldPassword: PASSWORD, newPassword: 'short' },
    ['user ID', 'new password', 'another password'],
  ],
  [
    "administrator's reset",
    unlocked,
    { verb: 'administratorReset', user: 'MyUser', newPassword: 'short' },
    ['user ID', 'new password', 'another password'],
  ],
  [
    'unlock',
    world,
    { verb: 'unlock', user: 'MyUser' },
    ['user ID', 'verification options', 'verification', 'second method'],
  ],
];

const everywhere = VISITS.flatMap(([name, given, request, points]) =>
  points.flatMap((at) => WAYS_OF_LEAVING.map((how) => [name, at, how, given, request] as const)),
);

function played(given: WorldInput, request: AttemptRequest) {
  const simulation = createSimulation(given);
  const attempt = simulation.run(request);
  simulation.advance('20 min');
  const entries = renderRecords(simulation.facts, simulation.ids);
  const flow = entries.filter(
    (entry) => entry.log === 'entra-audit' && entry.record.activityDisplayName.includes('flow'),
  );
  return { simulation, attempt, entries, flow };
}

describe('somebody who turns away from another errand than a reset', () => {
  it.each(everywhere)('%s: at "%s" and %s', (name, at, how, given, request) => {
    const { attempt, flow, simulation } = played(given, { ...request, leaves: { at, how } });
    expect(attempt.outcome).toBe(ENDS[how]);
    // Nothing is under way at the sync server that was not before, and nothing is written.
    const submitted = at === 'another password' ? 1 : 0;
    expect(attempt.submissions).toBe(submitted);
    expect(simulation.facts.filter(({ body }) => body.kind === 'writeback-started')).toHaveLength(submitted);
    expect(simulation.facts.filter(({ body }) => body.kind === 'writeback-succeeded')).toEqual([]);
    // Only the portal of password reset, where an unlock begins as well, tells how far somebody came.
    if (name !== 'unlock') expect(flow).toEqual([]);
    else if (at !== 'user ID') {
      const last = flow.at(-1);
      expect(last?.log === 'entra-audit' && last.record.result).toBe('failure');
    }
  });

  it.each(VISITS)('%s: a page that is not passed is not left', (_name, given, request, points) => {
    const usual = played(given, request).attempt.outcome;
    for (const at of LEAVING_POINTS.filter((point) => !points.includes(point) && point !== 'error page')) {
      const { attempt } = played(given, { ...request, leaves: { at, how: 'cancels' } });
      expect([at, attempt.outcome]).toEqual([at, usual]);
    }
  });
});

describe('a session that runs out', () => {
  it.each([
    [
      'change',
      unlocked,
      { verb: 'change', user: 'MyUser', oldPassword: PASSWORD, newPassword: 'Battery-Staple-7' },
    ],
    [
      "administrator's reset",
      unlocked,
      { verb: 'administratorReset', user: 'MyUser', newPassword: 'Battery-Staple-7' },
    ],
  ] satisfies [string, WorldInput, AttemptRequest][])(
    'while somebody thinks about a password, %s: shows the page, and leaves no row',
    (_name, given, request) => {
      const { attempt, entries, simulation } = played(given, { ...request, thinksFor: '16 min' });
      expect(attempt.outcome).toBe('expired');
      expect(attempt.refusal?.rule).toBe('session-expired');
      expect(entries.filter(({ log }) => log === 'entra-audit')).toEqual([]);
      expect(simulation.facts.map(({ body }) => (body.kind === 'screen-shown' ? body.screen : ''))).toContain(
        'sessionExpired',
      );
    },
  );

  it.each([
    ['the first method', [{ answer: 'right', after: '16 min' }]],
    ['the second method', [{ answer: 'right' }, { answer: 'right', after: '16 min' }]],
  ] as const)('at %s of an unlock: leaves the row of it, and the lock', (_at, verification) => {
    const { attempt, entries, flow, simulation } = played(world, {
      verb: 'unlock',
      user: 'MyUser',
      verification,
    });
    expect(attempt.outcome).toBe('expired');
    const last = flow.at(-1);
    expect(last?.log === 'entra-audit' && last.record.resultReason).toMatch(/^User abandoned after /);
    expect(entries.filter(({ log }) => log === 'connector-application')).toEqual([]);
    expect(simulation.facts.filter(({ body }) => body.kind === 'account-unlocked')).toEqual([]);
  });
});
