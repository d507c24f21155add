import { describe, expect, it } from 'vitest';
import {
  ADMINISTRATOR_ACTIONS,
  createSimulation,
  renderRecords,
  tenantChange,
  type DirectoryAudit,
  type TenantChange,
} from '../../../src/index.js';
import { TENANT_CHANGE_KINDS } from '../../../src/simulation/actions/tenant-change.js';

type Row = Partial<Pick<DirectoryAudit, 'activityDisplayName' | 'category' | 'loggedByService'>> & {
  readonly changes?: readonly (readonly [property: string, from: unknown, to: unknown])[];
  readonly targets?: readonly string[];
};

const UNKNOWN = '[no published text]';
const policy = (...changes: NonNullable<Row['changes']>): Row => ({
  activityDisplayName: UNKNOWN,
  loggedByService: 'Self-service Password Management',
  changes,
  targets: ['Policy'],
});
const methods: Row = {
  activityDisplayName: 'Authentication Methods Policy Update',
  category: 'ApplicationManagement',
};
const settings: Row = { activityDisplayName: 'Update company settings', category: 'DirectoryManagement' };
const user = 'MyUser';

/** What each change leaves in the audit log, when it is made; undefined where no source knows of a row. */
const ROWS: readonly (readonly [TenantChange, Row | undefined])[] = [
  [{ enableFor: 'none' }, policy(['enablementType', '2', '0'])],
  [
    { enableFor: { group: 'Staff' } },
    policy(['enablementType', '2', '1'], ['passwordResetEnabledGroupName', null, '"Staff"']),
  ],
  [{ requireMethods: 2 }, policy(['numberOfAuthenticationMethodsRequired', '1', '2'])],
  [{ allowMethods: ['email'] }, policy()],
  [{ allowInPolicy: ['email'] }, methods],
  [{ migrate: 'complete' }, methods],
  [
    { letAdministratorsReset: false },
    {
      activityDisplayName: 'Update authorization policy',
      category: 'AuthorizationPolicy',
      changes: [['allowedToUseSSPR', 'true', 'false']],
    },
  ],
  [
    { askQuestions: { toRegister: 4, toReset: 4 } },
    policy(['numberOfQuestionsToRegister', '5', '4'], ['numberOfQuestionsToReset', '3', '4']),
  ],
  [{ notifyUsers: false }, policy(['notifyUsersOnPasswordReset', 'true', 'false'])],
  [{ notifyAdministrators: true }, policy(['notifyOnAdminPasswordReset', 'false', 'true'])],
  [{ helpdesk: 'it@example.com' }, policy(['customHelpdeskEmailOrUrl', '""', '"it@example.com"'])],
  [{ requireRegistration: false }, policy(['registrationRequiredOnSignIn', 'true', 'false'])],
  [{ reconfirmAfter: 90 }, policy(['registrationReconfirmIntevalInDays', '180', '90'])],
  [
    { addToGroup: { user, group: 'Staff' } },
    { activityDisplayName: 'Add member to group', category: 'GroupManagement', targets: ['User', 'Group'] },
  ],
  [
    { removeFromGroup: { user, group: 'Staff' } },
    { activityDisplayName: 'Remove member from group', targets: ['User', 'Group'] },
  ],
  [
    { assignRole: { user, role: 'User Administrator' } },
    { activityDisplayName: 'Add member to role', category: 'RoleManagement', targets: ['User', 'Role'] },
  ],
  [
    { removeRole: { user, role: 'User Administrator' } },
    { activityDisplayName: 'Remove member from role', targets: ['User', 'Role'] },
  ],
  [
    { assignLicence: { user, sku: 'EMS' } },
    { activityDisplayName: 'Change user license', category: 'UserManagement', targets: ['User'] },
  ],
  [{ removeLicence: { user, sku: 'EMS' } }, { activityDisplayName: 'Change user license' }],
  [{ setMobilePhone: { user, number: '+1 4251234567' } }, { activityDisplayName: 'Update user' }],
  [{ banPasswords: ['fabrikam'] }, settings],
  [{ enforceCustomList: false }, settings],
  [
    { registerMethod: { user, method: 'security questions' } },
    { activityDisplayName: 'Security info saved for self-service password reset' },
  ],
  [{ deleteMethod: { user, method: 'email' } }, { activityDisplayName: 'User deleted security info' }],
  [
    { register: { user, methods: ['mobile app code', 'hardware OATH token'] } },
    { activityDisplayName: 'Security info saved for self-service password reset' },
  ],
  [{ subscribe: 'EMS' }, undefined],
  [{ endSubscription: 'EMS' }, undefined],
];

function auditOf(simulation: ReturnType<typeof createSimulation>): readonly DirectoryAudit[] {
  return renderRecords(simulation.facts, simulation.ids).flatMap((entry) =>
    entry.log === 'entra-audit' ? [entry.record] : [],
  );
}

describe('a change of the tenant', () => {
  it.each(ROWS)('%j leaves its row at once', (change, expected) => {
    const simulation = createSimulation();
    simulation.apply(tenantChange(change).action);
    const [row, ...others] = auditOf(simulation);
    expect(others).toEqual([]);
    if (expected === undefined) {
      expect(row).toBeUndefined();
      return;
    }
    const { changes, targets, ...fields } = expected;
    expect(row).toMatchObject({ result: 'success', ...fields });
    if (changes !== undefined) {
      expect(
        row?.targetResources[0].modifiedProperties.map(({ displayName, oldValue, newValue }) => [
          displayName,
          oldValue,
          newValue,
        ]),
      ).toEqual(changes);
    }
    if (targets !== undefined) expect(row?.targetResources.map(({ type }) => type)).toEqual(targets);
  });

  it('is in that table, whichever it is', () => {
    const kinds = ROWS.flatMap(([change]) => Object.keys(change));
    expect([...new Set(kinds)].toSorted()).toEqual([...TENANT_CHANGE_KINDS].toSorted());
  });

  it.each<TenantChange>([
    { allowMethods: ['mobile app code', 'mobile app notification'] },
    { askQuestions: { toRegister: 3, toReset: 5 } },
  ])('that the page does not take changes nothing: %j', (change) => {
    const simulation = createSimulation();
    const before = structuredClone(simulation.view.tenant.sspr);
    simulation.apply(tenantChange(change).action);
    expect(simulation.view.tenant.sspr).toEqual(before);
    expect(auditOf(simulation)).toEqual([]);
    const [said] = renderRecords(simulation.facts, simulation.ids);
    expect(said).toMatchObject({ log: 'console', record: { output: [UNKNOWN] } });
  });

  it('is not taken either where the app would be left with one companion for two methods', () => {
    const simulation = createSimulation({ tenant: { sspr: { methods: ['mobile app code', 'email'] } } });
    simulation.apply(tenantChange({ requireMethods: 2 }).action);
    expect(simulation.view.tenant.sspr.methodsRequired).toBe(1);
    simulation.apply(tenantChange({ migrate: 'complete' }).action);
    simulation.apply(tenantChange({ requireMethods: 2 }).action);
    expect(simulation.view.tenant.sspr.methodsRequired).toBe(2);
  });
});

it('turns the switch of the directory once, by the page or by Connect', () => {
  const simulation = createSimulation();
  const activities = (): readonly string[] => auditOf(simulation).map((row) => row.activityDisplayName);
  simulation.apply(ADMINISTRATOR_ACTIONS['switch-writeback-setting-off'].action);
  simulation.apply(ADMINISTRATOR_ACTIONS['switch-writeback-setting-off'].action);
  expect(activities()).toEqual(['Disable password writeback for directory']);
  simulation.apply(ADMINISTRATOR_ACTIONS['disable-writeback-powershell'].action);
  simulation.advance('2 min');
  expect(auditOf(simulation).at(-1)).toMatchObject({
    activityDisplayName: 'Disable password writeback for directory',
    category: 'DirectoryManagement',
    initiatedBy: { user: { userPrincipalName: expect.stringMatching(/^Sync_DC01_/) as string } },
  });
});

it('does not let a world begin with a choice of methods that the page would not take', () => {
  expect(() => createSimulation({ tenant: { sspr: { methods: ['mobile app code'] } } })).toThrow(
    /does not take the app alone/,
  );
});
