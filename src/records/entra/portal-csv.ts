import { AUDIT_CSV_COLUMNS, AUDIT_CSV_TARGET_COLUMNS } from '../../tenant/diagnostic-settings.js';
import type { AuditTarget, DirectoryAudit } from '../directory-audit.js';

/** How many columns the rows of a file need: for targets, and for each one's changed properties. */
type Width = readonly number[];

/** The audit log as the portal downloads it: newest first, with as many columns as its rows need. */
export function auditCsv(rows: readonly DirectoryAudit[]): string {
  const targets = Math.max(1, ...rows.map(({ targetResources }) => targetResources.length));
  const width = Array.from({ length: targets }, (_, index) =>
    Math.max(0, ...rows.map((row) => row.targetResources[index]?.modifiedProperties.length ?? 0)),
  );
  const header = [AUDIT_CSV_COLUMNS.text, ...width.flatMap(targetColumns)].join(',');
  const lines = rows.toReversed().map((row) => cells(row, width).map(cell).join(','));
  return [header, ...lines, ''].join('\n');
}

function targetColumns(properties: number, index: number): readonly string[] {
  const changed = Array.from({ length: properties }, (_, property) =>
    ['Name', 'OldValue', 'NewValue'].map((part) => `ModifiedProperty${property + 1}${part}`),
  );
  return [...AUDIT_CSV_TARGET_COLUMNS.text.split(','), ...changed.flat()].map(
    (column) => `Target${index + 1}${column}`,
  );
}

type Cell = string | null | undefined;

function cells(row: DirectoryAudit, width: Width): readonly Cell[] {
  const { app, user } = row.initiatedBy;
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
    ...width.flatMap((properties, index) => targetCells(row.targetResources[index], properties)),
  ];
}

function targetCells(target: AuditTarget | undefined, properties: number): readonly Cell[] {
  const changed = Array.from({ length: properties }, (_, index) => {
    const property = target?.modifiedProperties[index];
    return [property?.displayName, property?.oldValue, property?.newValue];
  });
  return [target?.type, target?.displayName, target?.id, target?.userPrincipalName, ...changed.flat()];
}

function cell(value: Cell): string {
  const text = value ?? '';
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
