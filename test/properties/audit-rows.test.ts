import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAVING_POINTS, WAYS_OF_LEAVING } from '../../src/attempt/person.js';
import { createSimulation, renderRecords, type WorldInput } from '../../src/index.js';
import { AUDIT_REASONS } from '../../src/tenant/audit-reasons.js';

const PASSWORDS = ['W=*B2!qmv_$PkbV4dJr', 'Battery-Staple-7', 'short', 'alllowercase', 'Contoso-Password1!'];

const worlds: fc.Arbitrary<WorldInput> = fc.record(
  {
    tenant: fc.record({
      signInMethod: fc.constantFrom(
        'password hash sync' as const,
        'pass-through' as const,
        'federated' as const,
      ),
      directoryTrouble: fc.constantFrom(false, false, true),
      sspr: fc.record({
        enabledFor: fc.constantFrom('all' as const, 'all' as const, 'none' as const),
        methodsRequired: fc.constantFrom(1 as const, 2 as const),
      }),
    }),
    connector: fc.record({
      service: fc.constantFrom('running' as const, 'running' as const, 'stopped' as const),
      passwordHashSync: fc.boolean(),
      rights: fc.record({ resetPassword: fc.constantFrom(true, true, false) }),
    }),
    users: fc.record({
      MyUser: fc.record({ cloudOnly: fc.constantFrom(false, false, true) }),
    }),
  },
  { noNullPrototype: true },
);

const behaviours = fc.record(
  {
    newPassword: fc.array(fc.constantFrom(...PASSWORDS), { minLength: 1, maxLength: 4 }),
    verification: fc.array(
      fc.record({ answer: fc.constantFrom('right' as const, 'wrong' as const, 'none' as const) }),
      { maxLength: 4 },
    ),
    leaves: fc.record({ at: fc.constantFrom(...LEAVING_POINTS), how: fc.constantFrom(...WAYS_OF_LEAVING) }),
  },
  { noNullPrototype: true, requiredKeys: ['newPassword'] },
);

/** Rows of the flow after which nothing more is to come, unless the person tries another password. */
const PROGRESS: ReadonlySet<string> = new Set([
  'submittedUserId',
  'presentedWithOptions',
  'startedOption',
  'completedOption',
  'usedOathOption',
  'completedAllVerification',
  'submittedNewPassword',
]);

describe('one session in the audit log', () => {
  it('has one result row for each password, and ends in one row of the flow at most: the last', () => {
    fc.assert(
      fc.property(worlds, behaviours, (world, behaviour) => {
        const simulation = createSimulation(world);
        const attempt = simulation.reset({ user: 'MyUser', ...behaviour });
        simulation.advance('20 min');
        const own = simulation.facts.filter(({ session }) => session === attempt.session);
        const results = own.filter(({ body }) => body.kind === 'operation-reported');
        expect(results).toHaveLength(attempt.submissions);
        expect(new Set(results.map(({ submission }) => submission)).size).toBe(attempt.submissions);
        const flow = own.flatMap(({ body }) =>
          body.kind === 'flow-progressed' || body.kind === 'reset-blocked' ? [body] : [],
        );
        if (flow.length === 0) {
          // Who leaves the first page has told nobody who they are.
          expect(attempt.submissions).toBe(0);
          return;
        }
        const ends = flow.filter(({ reason }) => !PROGRESS.has(reason));
        const retried = ends.filter(({ reason }) => reason === 'didNotMeetOnPremisesPolicy').length;
        // A password that the cloud itself refused, and one that it could not write, leave no row of the flow.
        const last = results.at(-1)?.body;
        const silent =
          last?.kind === 'operation-reported' &&
          (last.reason === 'fuzzyPolicyViolation' ||
            last.reason === 'onPremisesSuccessCloudFailure' ||
            AUDIT_REASONS[last.reason].text === undefined);
        const others = ends.length - retried;
        if (others === 0) expect(retried > 0 || silent).toBe(true);
        else {
          expect(others).toBe(1);
          expect(ends.at(-1)).toBe(flow.at(-1));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("shares one correlation id, which is the connector's TrackingId, and Core Directory's rows do not", () => {
    fc.assert(
      fc.property(worlds, behaviours, (world, behaviour) => {
        const simulation = createSimulation(world);
        simulation.reset({ user: 'MyUser', ...behaviour });
        simulation.advance('5 min');
        const entries = renderRecords(simulation.facts, simulation.ids);
        const rows = entries.flatMap((entry) => (entry.log === 'entra-audit' ? [entry.record] : []));
        const idsOf = (service: RegExp): Set<string> =>
          new Set(
            rows
              .filter(({ loggedByService }) => service.test(loggedByService))
              .map(({ correlationId }) => correlationId),
          );
        const own = idsOf(/^Self-service/);
        expect(own.size).toBeLessThanOrEqual(1);
        for (const id of idsOf(/^Core Directory/)) expect(own).not.toContain(id);
        const tracked = entries.flatMap((entry) =>
          entry.log === 'connector-application'
            ? [...entry.record.message.matchAll(/^TrackingId: ([0-9a-f-]{36})/g)].map(([, id = '']) => id)
            : [],
        );
        for (const id of tracked) expect(own).toContain(id);
      }),
    );
  });

  it('agrees with the sync server and the domain controller about every password', () => {
    fc.assert(
      fc.property(worlds, behaviours, (world, behaviour) => {
        const simulation = createSimulation(world);
        const attempt = simulation.reset({ user: 'MyUser', ...behaviour });
        for (let submission = 1; submission <= attempt.submissions; submission++) {
          const own = simulation.facts
            .filter((fact) => fact.session === attempt.session && fact.submission === submission)
            .map(({ body }) => body);
          const result = own.find(({ kind }) => kind === 'operation-reported');
          if (result?.kind !== 'operation-reported') throw new Error('a password without a result');
          const carried = own.some(({ kind }) => kind === 'writeback-succeeded');
          const set = own.some(
            (body) => body.kind === 'password-reset-attempted' && body.refusedBy === undefined,
          );
          expect(set).toBe(carried);
          if (result.agent === 'connect') expect(result.result === 'success').toBe(carried);
          else expect(own.some(({ kind }) => kind.startsWith('writeback'))).toBe(false);
          const refused = own.some(
            (body) => body.kind === 'password-reset-attempted' && body.refusedBy !== undefined,
          );
          expect(result.reason === 'onPremisesPolicyViolation').toBe(refused);
          const failed = own.find(({ kind }) => kind === 'writeback-failed');
          if (failed !== undefined) expect(result.result).toBe('failure');
        }
      }),
    );
  });
});
