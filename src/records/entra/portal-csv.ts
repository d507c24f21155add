import { AUDIT_CSV_COLUMNS } from '../../tenant/diagnostic-settings.js';
import type { DirectoryAudit } from '../directory-audit.js';

/** The audit log as the portal downloads it: newest first, with as many columns as the rows have changed properties. */
export function auditCsv(rows: readonly DirectoryAudit[]): string {
  const most = Math.max(0, ...rows.map(({ targetResources: [target] }) => target.modifiedProperties.length));
  const changed = Array.from({ length: most }, (_, index) =>
    ['Name', 'OldValue', 'NewValue'].map((part) => `Target1ModifiedProperty${index + 1}${part}`),
  );
  const header = [AUDIT_CSV_COLUMNS.text, ...changed.flat()].join(',');
  const lines = rows.toReversed().map((row) => cells(row, most).map(cell).join(','));
  return [header, ...lines, ''].join('\n');
}

function cells(row: DirectoryAudit, properties: number): readonly (string | null | undefined)[] {
  const { app, user } = row.initiatedBy;
  const [target] = row.targetResources;
  return [
    row.activityDateTime,
    row.correlationId,
    row.loggedByService,
    row.category,
    row.activityDisplayName,
    row.result === 'success' ? 'Success' : 'Failure',
    row.resultReason,
    '',
    app === null ? 'User' : 'Application',
    app?.displayName ?? user?.displayName,
    user?.id,
    user?.userPrincipalName,
    user?.ipAddress,
    user?.homeTenantId,
    user?.homeTenantName,
    app?.servicePrincipalId,
    app?.servicePrincipalName,
    target.type,
    target.displayName,
    target.id,
    target.userPrincipalName,
    ...Array.from({ length: properties }, (_, index) => {
      const property = target.modifiedProperties[index];
      return [property?.displayName, property?.oldValue, property?.newValue];
    }).flat(),
  ];
}

function cell(value: string | null | undefined): string {
  const text = value ?? '';
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
