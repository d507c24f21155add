import type {
  DirectoryAudit as GraphDirectoryAudit,
  SignIn as GraphSignIn,
} from '@microsoft/microsoft-graph-types';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { createSimulation, renderRecords, type DirectoryAudit, type Entry } from '../../../src/index.js';
import { EXPORTS, type ExportFormat } from '../../../src/records/exports.js';
import type { SignInRecord } from '../../../src/records/sign-in.js';

/** Graph's types have arrays that can be written to; ours say the same and cannot. */
type Writable<T> = T extends readonly (infer E)[]
  ? Writable<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Writable<T[K]> }
    : T;

const PASSWORDS = ['short', 'W=*B2!qmv_$PkbV4dJr'];
const context = { tenantId: '652b1c73-c181-4304-9dc2-20b1245ebd3b', utcOffsets: new Map<string, number>() };
const formats = EXPORTS['entra'] ?? {};

function story(start = '2023-06-08', seed = 'exports'): readonly Entry[] {
  const simulation = createSimulation({}, { seed, start });
  simulation.reset({ user: 'MyUser', newPassword: PASSWORDS });
  simulation.signIn({ user: 'MyUser', password: PASSWORDS[0] ?? '', to: 'cloud' });
  simulation.signIn({ user: 'MyUser', password: PASSWORDS[1] ?? '', to: 'cloud' });
  simulation.advance('3 min');
  return renderRecords(simulation.facts, simulation.ids);
}

function written(format: ExportFormat | undefined, entries: readonly Entry[]): string {
  if (format === undefined) throw new Error('there is no such format');
  if ('whole' in format)
    return format.whole(
      entries.filter((entry) => format.gathers(entry)),
      context,
    );
  return [format.before, ...entries.map((entry) => format.record(entry, context) ?? ''), format.after].join(
    '',
  );
}

const lines = (text: string): unknown[] =>
  text
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

describe("the tenant's rows", () => {
  it('are what Graph has by that name, type by type', () => {
    expectTypeOf<Writable<DirectoryAudit>>().toExtend<GraphDirectoryAudit>();
    expectTypeOf<Writable<SignInRecord>>().toExtend<GraphSignIn>();
  });

  it('are a page of Graph, newest first', () => {
    const page = JSON.parse(written(formats['graph'], story())) as Record<string, unknown>;
    expect(page['@odata.context']).toBe(
      'https://graph.microsoft.com/v1.0/$metadata#auditLogs/directoryAudits',
    );
    const rows = page['value'] as DirectoryAudit[];
    expect(rows.at(-1)?.resultReason).toBe('User submitted their user ID');
    expect(rows[0]?.activityDisplayName).toBe('Update StsRefreshTokenValidFrom Timestamp');
    const signIns = JSON.parse(written(formats['graph-sign-ins'], story())) as { value: SignInRecord[] };
    expect(signIns.value.map(({ status }) => status.errorCode)).toEqual([0, 50126]);
  });

  it('go to an event hub in the envelope of a real record, key by key', () => {
    const messages = lines(written(formats['event-hub'], story('2026-03-01'))) as { records: object[] }[];
    const reset = messages
      .map(({ records: [one] }) => one as Record<string, unknown>)
      .find(({ operationName }) => operationName === 'Reset password (self-service)');
    expect(Object.keys(reset ?? {})).toEqual([
      'time',
      'resourceId',
      'operationName',
      'operationVersion',
      'category',
      'tenantId',
      'resultSignature',
      'resultDescription',
      'durationMs',
      'correlationId',
      'identity',
      'level',
      'properties',
    ]);
    expect(reset).toMatchObject({
      resourceId: `/tenants/${context.tenantId}/providers/Microsoft.aadiam`,
      resultDescription: 'OnPremisesPolicyViolation',
      properties: {
        resultReason: 'OnPremisesPolicyViolation',
        result: 'failure',
        userAgent: '',
        initiatedBy: { user: { roles: [], userType: 'Member', agentType: 'notAgentic' } },
        additionalDetails: [
          { key: 'ErrorMessage', value: '' },
          { key: 'OnPremisesAgent', value: 'AADConnect' },
        ],
        targetResources: [{ type: 'User', administrativeUnits: [], agentType: 'notAgentic' }],
      },
    });
  });

  it('name actors without what came in 2026 before 2026, and only those that there are', () => {
    const text = written(formats['event-hub'], story('2023-06-08'));
    expect(text).not.toContain('agentType');
    const echo = lines(text).at(-1) as { records: [{ properties: { initiatedBy: object } }] };
    expect(Object.keys(echo.records[0].properties.initiatedBy)).toEqual(['user']);
  });

  it('are rows of tables in a workspace', () => {
    const rows = lines(written(formats['log-analytics'], story())) as Record<string, unknown>[];
    const tables = new Set(rows.map(({ Type }) => Type));
    expect(tables).toEqual(new Set(['AuditLogs', 'SigninLogs']));
    for (const row of rows.filter(({ Type }) => Type === 'AuditLogs')) {
      expect(row['ResultReason']).toBe(row['ResultDescription']);
      expect(row['ResultType']).toBe(row['Result'] === 'success' ? 'Success' : 'Failure');
    }
  });

  it('are a CSV with the columns of the portal, as many as the rows need', () => {
    const [header = '', ...rows] = written(formats['csv'], story()).trimEnd().split('\n');
    expect(header).toBe(
      'Date (UTC),CorrelationId,Service,Category,Activity,Result,ResultReason,User Agent,ActorType,ActorDisplayName,ActorObjectId,ActorUserPrincipalName,IPAddress,ActorHomeTenantId,ActorHomeTenantName,ActorServicePrincipalId,ActorServicePrincipalName,Target1Type,Target1DisplayName,Target1ObjectId,Target1UserPrincipalName,Target1ModifiedProperty1Name,Target1ModifiedProperty1OldValue,Target1ModifiedProperty1NewValue',
    );
    expect(rows[0]).toContain(',Action Client Name,,"""DirectorySync"""');
    for (const row of rows) expect(row.replaceAll(/"(?:[^"]|"")*"/g, '').split(',')).toHaveLength(24);
  });

  it('say the same in every format, and no password in any', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 5 }), (seed) => {
        const entries = story('2023-06-08', seed);
        const rows = entries.flatMap((entry) => (entry.log === 'entra-audit' ? [entry.record] : []));
        for (const [name, format] of Object.entries(formats)) {
          const text = written(format, entries);
          for (const password of PASSWORDS) expect(text).not.toContain(password);
          if (name === 'graph-sign-ins') continue;
          for (const row of rows) {
            expect(text).toContain(row.correlationId);
            expect(text).toContain(row.activityDateTime);
            expect(text).toContain(row.resultReason);
          }
        }
      }),
      { numRuns: 5 },
    );
  });
});
