import type { DirectoryAudit as GraphDirectoryAudit } from '@microsoft/microsoft-graph-types';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { createSimulation, renderRecords, type DirectoryAudit } from '../../../src/index.js';

function rowsOf(newPassword: string): readonly DirectoryAudit[] {
  const simulation = createSimulation({}, { seed: 'golden' });
  simulation.reset({ user: 'MyUser', newPassword });
  simulation.advance('2 minutes');
  return renderRecords(simulation.facts, simulation.ids).flatMap((entry) =>
    entry.log === 'entra-audit' ? [entry.record] : [],
  );
}

describe('rows of the audit log', () => {
  it('have the shape of Graph, key by key', () => {
    const row = rowsOf('short').at(-2);
    expect(row).toEqual({
      id: expect.stringMatching(/^SSPR_[0-9a-f-]{36}_[0-9A-Z]{5}_\d{7,8}$/),
      category: 'UserManagement',
      correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      result: 'failure',
      resultReason: 'OnPremisesPolicyViolation',
      activityDisplayName: 'Reset password (self-service)',
      activityDateTime: expect.stringMatching(/^2023-06-08T09:\d{2}:\d{2}\.\d{7}Z$/),
      loggedByService: 'Self-service Password Management',
      operationType: 'Update',
      initiatedBy: {
        app: null,
        user: {
          id: row?.targetResources[0].id,
          displayName: null,
          userPrincipalName: 'MyUser@contoso.onmicrosoft.com',
          ipAddress: '203.0.113.24',
          userType: 'Member',
          homeTenantId: null,
          homeTenantName: null,
        },
      },
      targetResources: [
        {
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          displayName: 'MyUser',
          type: 'User',
          userPrincipalName: 'MyUser@contoso.onmicrosoft.com',
          groupType: null,
          modifiedProperties: [],
        },
      ],
      additionalDetails: [
        { key: 'ErrorMessage', value: '' },
        { key: 'OnPremisesAgent', value: 'AADConnect' },
      ],
    });
    expect(Object.keys(row ?? {})).toEqual([
      'id',
      'category',
      'correlationId',
      'result',
      'resultReason',
      'activityDisplayName',
      'activityDateTime',
      'loggedByService',
      'operationType',
      'initiatedBy',
      'targetResources',
      'additionalDetails',
    ]);
  });

  it('have keys that Graph knows', () => {
    expectTypeOf<keyof DirectoryAudit>().toExtend<keyof GraphDirectoryAudit>();
  });

  it('of one password are unique, and Core Directory keeps its own correlation', () => {
    const rows = rowsOf('W=*B2!qmv_$PkbV4dJr');
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    const own = new Set(
      rows
        .filter(({ loggedByService }) => loggedByService !== 'Core Directory')
        .map((row) => row.correlationId),
    );
    const core = new Set(
      rows
        .filter(({ loggedByService }) => loggedByService === 'Core Directory')
        .map((row) => row.correlationId),
    );
    expect(own.size).toBe(1);
    expect(core.size).toBe(2);
    expect([...core].some((id) => own.has(id))).toBe(false);
    expect(rows.at(-2)?.targetResources[0].modifiedProperties).toEqual([
      { displayName: 'Action Client Name', oldValue: null, newValue: '"DirectorySync"' },
    ]);
  });
});
