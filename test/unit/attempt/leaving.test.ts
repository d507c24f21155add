import { describe, expect, it } from 'vitest';
import {
  LEAVING_POINTS,
  WAYS_OF_LEAVING,
  type LeavingPoint,
  type WayOfLeaving,
} from '../../../src/attempt/person.js';
import { createSimulation, renderRecords } from '../../../src/index.js';

/** What the audit log says of somebody who turns away there, in each way; [no published text] where nobody knows. */
const UNKNOWN = '[no published text]';
const BEFORE = 'User cancelled before passing the required authentication methods';
const REASONS: Readonly<
  Record<Exclude<LeavingPoint, 'user ID' | 'error page'>, Readonly<Record<WayOfLeaving, string>>>
> = {
  'verification options': {
    abandons: 'User abandoned after entering their user ID',
    cancels: BEFORE,
    'contacts an administrator': UNKNOWN,
  },
  verification: {
    abandons: 'User abandoned after starting the email verification option',
    cancels: BEFORE,
    'contacts an administrator': 'User contacted an admin after trying the email verification option',
  },
  'second method': {
    abandons: 'User abandoned after completing the email verification option',
    cancels: BEFORE,
    'contacts an administrator': 'User contacted an admin after trying the email verification option',
  },
  'new password': {
    abandons: 'User abandoned before selecting a new password',
    cancels: 'User cancelled before submitting a new password',
    'contacts an administrator': UNKNOWN,
  },
  'another password': {
    abandons: 'User abandoned while selecting a new password',
    cancels: 'User cancelled before submitting a new password',
    'contacts an administrator': UNKNOWN,
  },
};

const ENDS = {
  abandons: 'abandoned',
  cancels: 'cancelled',
  'contacts an administrator': 'contactedAdministrator',
} as const;

function leaving(at: LeavingPoint, how: WayOfLeaving) {
  const simulation = createSimulation({
    tenant: { sspr: { methodsRequired: at === 'second method' ? 2 : 1, methods: ['email', 'mobile SMS'] } },
  });
  const { outcome } = simulation.reset({ user: 'MyUser', newPassword: 'short', leaves: { at, how } });
  const entries = renderRecords(simulation.facts, simulation.ids);
  const rows = entries.flatMap((entry) => (entry.log === 'entra-audit' ? [entry.record] : []));
  const asked = entries.filter(
    (entry) => entry.log === 'mail' && entry.record.to.includes('admin@contoso.onmicrosoft.com'),
  );
  return { outcome, last: rows.at(-1), asked: asked.length };
}

const everywhere = LEAVING_POINTS.flatMap((at) =>
  at === 'error page' ? [] : WAYS_OF_LEAVING.map((how) => [at, how] as const),
);

describe('somebody who turns away', () => {
  it.each(everywhere)('at "%s" and %s leaves the row of it', (at, how) => {
    const { outcome, last, asked } = leaving(at, how);
    expect(outcome).toBe(ENDS[how]);
    // Whom nobody has asked anything yet leaves no row at all.
    if (at !== 'user ID') expect(last).toMatchObject({ result: 'failure', resultReason: REASONS[at][how] });
    expect(asked).toBe(how === 'contacts an administrator' && at !== 'user ID' ? 1 : 0);
  });

  it('asks for help from the page of an error, which changes nothing about it', () => {
    const simulation = createSimulation({ tenant: { licences: [] } });
    const leaves = { at: 'error page', how: 'contacts an administrator' } as const;
    expect(simulation.reset({ user: 'MyUser', newPassword: 'x', leaves }).outcome).toBe('refused');
    expect(simulation.facts.map(({ body }) => body.kind)).toContain('mail-sent');
  });
});
