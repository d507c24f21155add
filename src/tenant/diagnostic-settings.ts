import { sourced, type Sourced } from '../kernel/sourced.js';
import { ANONYMISED_ROWS } from './sources.js';

const RECORD = `${ANONYMISED_ROWS}/change_password.json`;
const TABLE = 'MicrosoftDocs/azure-monitor-docs: articles/azure-monitor/reference/tables/auditlogs.md';

type Text = Sourced & { readonly text: string };

/** What stands around the rows when diagnostic settings send them to an event hub or a storage account. */
export const DIAGNOSTIC_RECORD = {
  resource: sourced('sample', RECORD, '/tenants/{tenantId}/providers/Microsoft.aadiam'),
  version: sourced('sample', RECORD, '1.0'),
  auditCategory: sourced('sample', RECORD, 'AuditLogs'),
  signInCategory: sourced('sample', `${ANONYMISED_ROWS}/sign-in_activity.json`, 'SignInLogs'),
  signInOperation: sourced('sample', `${ANONYMISED_ROWS}/sign-in_activity.json`, 'Sign-in activity'),
  resultSignature: sourced('sample', RECORD, 'None'),
  level: sourced('sample', RECORD, 'Informational'),
  agentType: sourced('sample', `${RECORD}; since when is inferred from the record's year`, 'notAgentic'),
} as const satisfies Record<string, Text>;

/** What the columns of the Log Analytics tables hold that are the same in every row. */
export const WORKSPACE_ROW = {
  auditTable: sourced('doc', TABLE, 'AuditLogs'),
  signInTable: sourced('doc', TABLE.replace('auditlogs', 'signinlogs'), 'SigninLogs'),
  sourceSystem: sourced(
    'inferred',
    `inferred: the table's page names the column only (${TABLE})`,
    'Azure AD',
  ),
  provider: sourced(
    'inferred',
    `inferred: from the resource id of the same record (${RECORD})`,
    'Microsoft.aadiam',
  ),
  level: sourced('sample', `${ANONYMISED_ROWS}/sign-in_activity.json`, '4'),
} as const satisfies Record<string, Text>;

/** The first columns of the CSV that the portal's audit log downloads; those of the targets follow. */
export const AUDIT_CSV_COLUMNS = sourced(
  'sample',
  'dbielas/Lab-projects: Evidence/PHS/entra-audit-log.csv',
  [
    'Date (UTC)',
    'CorrelationId',
    'Service',
    'Category',
    'Activity',
    'Result',
    'ResultReason',
    'User Agent',
    'ActorType',
    'ActorDisplayName',
    'ActorObjectId',
    'ActorUserPrincipalName',
    'IPAddress',
    'ActorHomeTenantId',
    'ActorHomeTenantName',
    'ActorServicePrincipalId',
    'ActorServicePrincipalName',
  ].join(','),
);

/** Those of each target, after Target and its number. */
export const AUDIT_CSV_TARGET_COLUMNS = sourced(
  'sample',
  'dbielas/Lab-projects: Evidence/PHS/entra-audit-log.csv',
  'Type,DisplayName,ObjectId,UserPrincipalName',
);
