import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { LEAVING_POINTS, WAYS_OF_LEAVING } from '../../src/attempt/person.js';
import {
  createSimulation,
  FAILURE_MODES,
  parseScenario,
  renderRecords,
  type DirectoryAudit,
  type Entry,
} from '../../src/index.js';
import { playArrangement } from '../../src/failure-modes/play-arrangement.js';
import { NO_PUBLISHED_TEXT } from '../../src/kernel/sourced.js';
import { LogWriter } from '../../src/records/log-writer.js';
import { performScenario } from '../../src/scenario/perform-scenario.js';
import { AUDIT_ACTIVITIES } from '../../src/tenant/audit-activities.js';
import { AUDIT_REASONS } from '../../src/tenant/audit-reasons.js';
import { CHANGE_ACTIVITIES } from '../../src/tenant/change-activities.js';
import { METHODS } from '../../src/tenant/methods.js';
import { NEVER_LOGGED } from '../../src/tenant/never-logged.js';
import type { ResetRequest } from '../../src/index.js';

/** Everything that the shipped stories, the arrangements of the failure modes, and the journeys below log. */
const rows: DirectoryAudit[] = [];

function keep(entries: readonly Entry[]): void {
  for (const entry of entries) if (entry.log === 'entra-audit') rows.push(entry.record);
}

function playScenarios(): void {
  for (const path of readdirSync('scenarios', { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.yaml')) continue;
    const file = parseScenario(readFileSync(join('scenarios', path), 'utf8'), join('scenarios', path));
    for (const index of file.cases.keys()) {
      const { ids, steps } = performScenario(file, { case: index });
      const writer = new LogWriter(ids);
      for (const { facts } of steps) for (const fact of facts) keep(writer.write(fact));
    }
  }
}

function play(behaviour: Omit<ResetRequest, 'user' | 'newPassword'>, again = 0): void {
  const simulation = createSimulation({
    tenant: { sspr: { methods: [...METHODS], methodsRequired: 2 } },
    users: { MyUser: { entra: { methods: [...METHODS] } } },
  });
  for (let session = 0; session <= again; session++)
    simulation.reset({ user: 'MyUser', newPassword: 'W=*B2!qmv_$PkbV4dJr', ...behaviour });
  simulation.advance('20 min');
  keep(renderRecords(simulation.facts, simulation.ids));
}

/** Every method: right, left at every point in every way, and wrong until nobody listens any more. */
function playJourneys(): void {
  for (const method of METHODS) {
    play({ verification: [{ method, answer: 'right' }] });
    play({ verification: Array.from({ length: 8 }, () => ({ method, answer: 'wrong' as const })) }, 1);
    play({ verification: Array.from({ length: 8 }, () => ({ method, answer: 'wrong number' as const })) }, 1);
    for (const at of LEAVING_POINTS) {
      for (const how of WAYS_OF_LEAVING) {
        play({ verification: [{ method, answer: 'right' }], leaves: { at, how } });
        play({ verification: [{ method, answer: 'none' }], leaves: { at, how } });
      }
    }
  }
}

beforeAll(() => {
  playScenarios();
  for (const mode of FAILURE_MODES) {
    const { simulation } = playArrangement(mode.arrange());
    simulation.advance('5 min');
    keep(renderRecords(simulation.facts, simulation.ids));
  }
  playJourneys();
});

/** The sentence with anything in the place of what differs. */
function pattern(text: string): RegExp {
  const escaped = text.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll(/\{\w+\}/g, '.+')}$`);
}

describe('the audit log', () => {
  const reasons = Object.entries(AUDIT_REASONS).filter(([, { text }]) => text !== undefined);
  it.each(reasons)('says at some time why: %s', (_name, { text = '' }) => {
    const wanted = pattern(text);
    expect(rows.some(({ resultReason }) => wanted.test(resultReason))).toBe(true);
  });

  it('has a row for each reason without a published text', () => {
    expect(rows.filter(({ resultReason }) => resultReason === NO_PUBLISHED_TEXT).length).toBeGreaterThan(0);
  });

  const activities = [...Object.entries(AUDIT_ACTIVITIES), ...Object.entries(CHANGE_ACTIVITIES)];
  it.each(activities)('has the activity %s at some time', (_name, { name, service }) => {
    const { text = NO_PUBLISHED_TEXT } = name;
    const found = rows.find((row) => row.activityDisplayName === text && row.loggedByService === service);
    expect(found).toBeDefined();
  });

  it.each(['email', 'mobile SMS', 'mobile voice call', 'office voice call'])(
    'tells how far somebody came with %s',
    (method) => {
      const said = new Set(rows.map(({ resultReason }) => resultReason));
      for (const reason of [
        `User started the ${method} verification option`,
        `User completed the ${method} verification option`,
        `User abandoned after starting the ${method} verification option`,
        `User abandoned after completing the ${method} verification option`,
        `User contacted an admin after trying the ${method} verification option`,
      ])
        expect(said).toContain(reason);
    },
  );

  it.each(NEVER_LOGGED)('never says "$text": $why', ({ text }) => {
    for (const row of rows) expect([row.activityDisplayName, row.resultReason]).not.toContain(text);
  });

  it('gives each row its own id, in the form of real ones', () => {
    for (const { id, correlationId } of rows) {
      expect(id).toMatch(/^(SSPR|Directory|Authentication Methods)_[0-9a-f-]{36}_[0-9A-Z]{5}_\d{7,8}$/);
      expect(id).toContain(correlationId);
    }
  });
});
