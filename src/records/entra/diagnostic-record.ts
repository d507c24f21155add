import { fill } from '../../kernel/sourced.js';
import { DIAGNOSTIC_RECORD } from '../../tenant/diagnostic-settings.js';
import type { DirectoryAudit } from '../directory-audit.js';
import type { SignInRecord } from '../sign-in.js';

/** What diagnostic settings send, as an event hub or a storage account has it. */
export interface DiagnosticRecord {
  readonly time: string;
  readonly resourceId: string;
  readonly operationName: string;
  readonly operationVersion: string;
  readonly category: string;
  readonly tenantId: string;
  readonly resultType?: string;
  readonly resultSignature: string;
  readonly resultDescription?: string;
  readonly durationMs: 0;
  readonly callerIpAddress?: string;
  readonly correlationId: string;
  readonly identity: string;
  readonly level?: string;
  readonly Level?: 4;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** From this year on actors say whether they are agents (SEKOIA-IO/intake-formats: change_password.json). */
const AGENTS_SINCE = '2026';

/** A row of the audit log as a diagnostic record. */
export function auditDiagnostic(row: DirectoryAudit, tenantId: string): DiagnosticRecord {
  const { activityDateTime: time, resultReason, correlationId } = row;
  const own = row.loggedByService === 'Self-service Password Management';
  return {
    ...envelope(time, tenantId),
    operationName: row.activityDisplayName,
    operationVersion: DIAGNOSTIC_RECORD.version.text,
    category: DIAGNOSTIC_RECORD.auditCategory.text,
    tenantId,
    resultSignature: DIAGNOSTIC_RECORD.resultSignature.text,
    ...(resultReason === '' ? {} : { resultDescription: resultReason }),
    durationMs: 0,
    correlationId,
    identity: identityOf(row),
    level: DIAGNOSTIC_RECORD.level.text,
    properties: {
      id: row.id,
      category: row.category,
      correlationId,
      result: row.result,
      resultReason,
      activityDisplayName: row.activityDisplayName,
      activityDateTime: own ? time : withOffset(time),
      loggedByService: row.loggedByService,
      operationType: row.operationType,
      userAgent: own ? '' : null,
      initiatedBy: actors(row),
      targetResources: targets(row),
      additionalDetails: row.additionalDetails,
    },
  };
}

/** A row of the sign-in log as a diagnostic record. */
export function signInDiagnostic(row: SignInRecord, tenantId: string): DiagnosticRecord {
  const { createdDateTime: time, status, ipAddress, userDisplayName } = row;
  return {
    ...envelope(time, tenantId),
    operationName: DIAGNOSTIC_RECORD.signInOperation.text,
    operationVersion: DIAGNOSTIC_RECORD.version.text,
    category: DIAGNOSTIC_RECORD.signInCategory.text,
    tenantId,
    resultType: String(status.errorCode),
    resultSignature: DIAGNOSTIC_RECORD.resultSignature.text,
    ...(status.errorCode === 0 ? {} : { resultDescription: status.failureReason }),
    durationMs: 0,
    callerIpAddress: ipAddress,
    correlationId: row.correlationId,
    identity: userDisplayName,
    Level: 4,
    properties: { ...row, createdDateTime: withOffset(time) },
  };
}

/** Who did it, by name: an application before a person; the rows of a person who resets name them as the target. */
export function identityOf({
  initiatedBy: { app, user },
  targetResources: [target],
}: DirectoryAudit): string {
  if (app !== null) return app.displayName;
  if (user === null) return '';
  return (user.id === target.id ? target.displayName : undefined) ?? user.userPrincipalName;
}

function envelope(time: string, tenantId: string): Pick<DiagnosticRecord, 'time' | 'resourceId'> {
  return { time, resourceId: fill(DIAGNOSTIC_RECORD.resource.text, { tenantId }) };
}

/** Core Directory's rows and the sign-in log write the offset out where others write Z. */
function withOffset(time: string): string {
  return time.replace(/Z$/, '+00:00');
}

/** Only the actors that there are, and an empty address where Graph has null. */
export function actors({ initiatedBy: { app, user }, activityDateTime }: DirectoryAudit): object {
  const agents = activityDateTime >= AGENTS_SINCE;
  const agentType = DIAGNOSTIC_RECORD.agentType.text;
  return {
    ...(user === null
      ? {}
      : {
          user: {
            id: user.id,
            displayName: user.displayName,
            userPrincipalName: user.userPrincipalName,
            ipAddress: user.ipAddress ?? '',
            roles: [],
            ...(user.userType === null ? {} : { userType: user.userType }),
            ...(agents ? { agentType } : {}),
          },
        }),
    ...(app === null ? {} : { app: agents ? { ...app, agentType, blueprintId: null } : app }),
  };
}

export function targets({ targetResources, activityDateTime }: DirectoryAudit): readonly object[] {
  const agents = activityDateTime >= AGENTS_SINCE;
  return targetResources.map(({ id, displayName, type, userPrincipalName, modifiedProperties }) => ({
    id,
    displayName,
    type,
    userPrincipalName,
    modifiedProperties,
    administrativeUnits: [],
    ...(agents ? { agentType: DIAGNOSTIC_RECORD.agentType.text } : {}),
  }));
}
