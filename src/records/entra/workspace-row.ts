import { WORKSPACE_ROW } from '../../tenant/diagnostic-settings.js';
import type { DirectoryAudit } from '../directory-audit.js';
import type { SignInRecord } from '../sign-in.js';
import { auditDiagnostic, signInDiagnostic } from './diagnostic-record.js';

/** A row of a Log Analytics table, by column. */
export type WorkspaceRow = Readonly<Record<string, unknown>>;

/** A row of the audit log as the table AuditLogs has it. */
export function auditLogsRow(row: DirectoryAudit, tenantId: string): WorkspaceRow {
  const sent = auditDiagnostic(row, tenantId);
  const { properties } = sent;
  return {
    ...common(sent, tenantId),
    AADOperationType: row.operationType,
    ActivityDateTime: row.activityDateTime,
    ActivityDisplayName: row.activityDisplayName,
    AdditionalDetails: row.additionalDetails,
    Category: row.category,
    Id: row.id,
    InitiatedBy: properties['initiatedBy'],
    LoggedByService: row.loggedByService,
    Result: row.result,
    ResultReason: row.resultReason,
    ResultType: row.result === 'success' ? 'Success' : 'Failure',
    TargetResources: properties['targetResources'],
    Type: WORKSPACE_ROW.auditTable.text,
  };
}

/** A row of the sign-in log as the table SigninLogs has it. */
export function signinLogsRow(row: SignInRecord, tenantId: string): WorkspaceRow {
  const sent = signInDiagnostic(row, tenantId);
  return {
    ...common(sent, tenantId),
    AppDisplayName: row.appDisplayName,
    AppId: row.appId,
    Category: sent.category,
    ClientAppUsed: row.clientAppUsed,
    ConditionalAccessStatus: row.conditionalAccessStatus,
    CreatedDateTime: row.createdDateTime,
    Id: row.id,
    IPAddress: row.ipAddress,
    IsInteractive: row.isInteractive,
    ResourceDisplayName: row.resourceDisplayName,
    ResourceIdentity: row.resourceId,
    ResultType: sent.resultType,
    Status: row.status,
    Type: WORKSPACE_ROW.signInTable.text,
    UserDisplayName: row.userDisplayName,
    UserId: row.userId,
    UserPrincipalName: row.userPrincipalName,
  };
}

function common(sent: ReturnType<typeof auditDiagnostic>, tenantId: string): WorkspaceRow {
  return {
    TimeGenerated: sent.time,
    AADTenantId: tenantId,
    CorrelationId: sent.correlationId,
    DurationMs: sent.durationMs,
    Identity: sent.identity,
    Level: WORKSPACE_ROW.level.text,
    Location: '',
    OperationName: sent.operationName,
    OperationVersion: sent.operationVersion,
    Resource: WORKSPACE_ROW.provider.text,
    ResourceGroup: WORKSPACE_ROW.provider.text,
    ResourceId: sent.resourceId,
    ResourceProvider: '',
    ResultDescription: sent.resultDescription ?? '',
    ResultSignature: sent.resultSignature,
    SourceSystem: WORKSPACE_ROW.sourceSystem.text,
  };
}
