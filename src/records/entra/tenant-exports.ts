import { NO_PUBLISHED_TEXT } from '../../kernel/sourced.js';
import type { DirectoryAudit } from '../directory-audit.js';
import type { Entry } from '../entry.js';
import type { ExportContext, ExportFormat } from '../exports.js';
import type { SignInRecord } from '../sign-in.js';
import { auditDiagnostic, signInDiagnostic } from './diagnostic-record.js';
import { graphPage } from './graph-page.js';
import { auditCsv } from './portal-csv.js';
import { auditLogsRow, signinLogsRow } from './workspace-row.js';

/** A text that nobody has published is not made up, and its place holder is no part of the evidence. */
function audited(row: DirectoryAudit): DirectoryAudit {
  return row.resultReason === NO_PUBLISHED_TEXT ? { ...row, resultReason: '' } : row;
}

function signedIn(row: SignInRecord): SignInRecord {
  const { status } = row;
  return status.failureReason === NO_PUBLISHED_TEXT
    ? { ...row, status: { ...status, failureReason: '' } }
    : row;
}

function audits(entries: readonly Entry[]): readonly DirectoryAudit[] {
  return entries.flatMap((entry) => (entry.log === 'entra-audit' ? [audited(entry.record)] : []));
}

function signIns(entries: readonly Entry[]): readonly SignInRecord[] {
  return entries.flatMap((entry) => (entry.log === 'entra-sign-in' ? [signedIn(entry.record)] : []));
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

function indented(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** A record of either log, written as one line. */
function either(
  entry: Entry,
  { tenantId }: ExportContext,
  audit: (row: DirectoryAudit, tenantId: string) => unknown,
  signIn: (row: SignInRecord, tenantId: string) => unknown,
): string | undefined {
  switch (entry.log) {
    case 'entra-audit':
      return line(audit(audited(entry.record), tenantId));
    case 'entra-sign-in':
      return line(signIn(signedIn(entry.record), tenantId));
    default:
      return undefined;
  }
}

/** The formats in which the tenant's rows leave it. */
export const tenantExports = {
  graph: {
    says: "Microsoft Graph's answer to GET /auditLogs/directoryAudits",
    gathers: ({ log }) => log === 'entra-audit',
    whole: (entries) => indented(graphPage('directoryAudits', audits(entries))),
  },
  'graph-sign-ins': {
    says: 'its answer to GET /auditLogs/signIns',
    gathers: ({ log }) => log === 'entra-sign-in',
    whole: (entries) => indented(graphPage('signIns', signIns(entries))),
  },
  'event-hub': {
    says: 'both logs as diagnostic settings stream them: a message a line',
    before: '',
    record: (entry, context) =>
      either(
        entry,
        context,
        (row, tenantId) => ({ records: [auditDiagnostic(row, tenantId)] }),
        (row, tenantId) => ({ records: [signInDiagnostic(row, tenantId)] }),
      ),
    after: '',
  },
  'log-analytics': {
    says: 'rows of the tables AuditLogs and SigninLogs, one a line',
    before: '',
    record: (entry, context) => either(entry, context, auditLogsRow, signinLogsRow),
    after: '',
  },
  csv: {
    says: 'the audit log as the portal downloads it',
    gathers: ({ log }) => log === 'entra-audit',
    whole: (entries) => auditCsv(audits(entries)),
  },
} as const satisfies Record<string, ExportFormat>;
