import { describe, expect, it } from 'vitest';
import {
  createSimulation,
  plainRecord,
  renderRecords,
  verdictOf,
  type WorldInput,
} from '../../../src/index.js';

const STRONG = 'W=*B2!qmv_$PkbV4dJr';
const young: WorldInput = { users: { MyUser: { activeDirectory: { passwordLastSet: '6 hours ago' } } } };

describe('a simulation', () => {
  it('refuses a strong password within the minimum age, and accepts it from the very tick on', () => {
    const simulation = createSimulation(young);
    const early = simulation.reset({ user: 'MyUser', newPassword: STRONG });
    expect(early.outcome).toBe('refused');
    expect(early.refusal).toMatchObject({ rule: 'minimum-password-age' });
    if (early.refusal?.rule !== 'minimum-password-age') return;
    simulation.advanceTo(early.refusal.acceptedFrom);
    expect(simulation.reset({ user: 'MyUser', newPassword: STRONG }).outcome).toBe('succeeded');
  });

  it('runs sessions that interleave on one timeline', () => {
    const users = { Ann: {}, Bob: {} };
    const simulation = createSimulation({ users });
    const ann = simulation.start({ user: 'Ann', newPassword: STRONG });
    simulation.advance('20 s');
    const bob = simulation.start({ user: 'bob@contoso.onmicrosoft.com', newPassword: 'short' });
    expect([ann.outcome, bob.outcome]).toEqual(['under way', 'under way']);
    simulation.advance('5 min');
    expect([ann.outcome, bob.outcome]).toEqual(['succeeded', 'refused']);
    const sessions = simulation.facts.map((fact) => fact.session);
    expect(sessions.indexOf(2)).toBeLessThan(sessions.lastIndexOf(1));
  });

  it('keeps one session as it is whatever others do: ids, timing and numbers of accounts', () => {
    const recordsOfAnn = (others: readonly string[]): unknown => {
      const users = Object.fromEntries([...others, 'Ann', '4711'].map((name) => [name, {}]));
      const simulation = createSimulation({ users });
      for (const user of others) simulation.start({ user, newPassword: ['short', STRONG] });
      const ann = simulation.start({ user: 'Ann', newPassword: ['short', STRONG] });
      simulation.advance('10 minutes');
      return renderRecords(simulation.facts, simulation.ids)
        .filter(
          (entry) => JSON.stringify(plainRecord(entry)).includes('Ann') || entry.session === ann.session,
        )
        .map((entry) => ({ ...plainRecord(entry), EventRecordID: 'counted by the machine' }));
    };
    expect(recordsOfAnn(['Bob', 'Aaa', 'Zoe'])).toEqual(recordsOfAnn([]));
  });

  it('lets a person try several passwords in one session', () => {
    const simulation = createSimulation();
    const attempt = simulation.reset({ user: 'MyUser', newPassword: ['short', 'alllowercase', STRONG] });
    expect(attempt.outcome).toBe('succeeded');
    expect(attempt.submissions).toBe(3);
    expect(attempt.refusal).toBeUndefined();
    const started = renderRecords(simulation.facts, simulation.ids).filter(
      (entry) => entry.log === 'connector-application' && entry.record.id === 31001,
    );
    expect(started).toHaveLength(3);
    expect(
      new Set(started.map((entry) => (entry.log === 'connector-application' ? entry.record.message : ''))),
    ).toHaveProperty('size', 1);
  });

  it('names the primary cause and what else would have failed', () => {
    const simulation = createSimulation(young);
    const attempt = simulation.reset({ user: 'MyUser', newPassword: 'myuser' });
    expect(verdictOf(attempt, simulation.now)).toMatchObject({
      cause: 'minimum-password-age',
      alsoFails: ['minimum-password-length', 'password-complexity', 'password-contains-name'],
    });
  });

  it('goes the same way through the XState actor as through the table', () => {
    const [table, actor] = (['table', 'xstate'] as const).map((route) => {
      const simulation = createSimulation(young, { route });
      simulation.reset({ user: 'MyUser', newPassword: ['x', STRONG] });
      simulation.advance('1 day');
      simulation.reset({ user: 'MyUser', newPassword: STRONG });
      simulation.advance('5 min');
      return simulation.facts;
    });
    expect(actor).toEqual(table);
  });

  it('stops a run that takes too many steps', () => {
    const simulation = createSimulation({}, { stepLimit: 3 });
    expect(() => simulation.reset({ user: 'MyUser', newPassword: STRONG })).toThrow(/more than 3 steps/);
  });

  it('says which users there are when asked for another', () => {
    expect(() => createSimulation().start({ user: 'MyUsr', newPassword: 'x' })).toThrow(
      'there is no user "MyUsr"',
    );
  });

  it('says everything that is wrong with a world, each with its place', () => {
    const wrong = {
      domain: { passwordPolicy: { histori: 1, minimumAge: '-1 day' } },
      users: {},
    } as unknown as WorldInput;
    expect(() => createSimulation(wrong)).toThrow(
      /histori[\s\S]*negative[\s\S]*at least one user|negative[\s\S]*histori[\s\S]*at least one user/,
    );
  });

  it('does not write into the world it was given', () => {
    const world = structuredClone(young);
    const simulation = createSimulation(world);
    simulation.advance('1 day');
    simulation.reset({ user: 'MyUser', newPassword: STRONG });
    expect(world).toEqual(young);
  });
});

describe('records', () => {
  it('render the same at once or in chunks', async () => {
    const { LogWriter } = await import('../../../src/index.js');
    const simulation = createSimulation(young);
    const chunked = new LogWriter(simulation.ids);
    const pieces: unknown[] = [];
    let written = 0;
    for (const newPassword of ['x', STRONG]) {
      simulation.reset({ user: 'MyUser', newPassword });
      simulation.advance('1 day');
      pieces.push(...simulation.facts.slice(written).flatMap((fact) => chunked.write(fact)));
      written = simulation.facts.length;
    }
    expect(pieces).toEqual(renderRecords(simulation.facts, simulation.ids));
  });
});
