import { MILLISECOND, type Duration } from '../kernel/duration.js';
import type { Fact } from '../kernel/fact.js';
import { toIso } from '../kernel/instant.js';
import { fill, NO_PUBLISHED_TEXT, type Sourced } from '../kernel/sourced.js';
import {
  APPS,
  AUDIT_ACTIVITIES,
  ON_PREMISES_AGENTS,
  PASSWORD_SERVICE,
  type AuditActivity,
} from '../tenant/audit-activities.js';
import { AUDIT_REASONS } from '../tenant/audit-reasons.js';
import type {
  CloudPasswordWritten,
  FlowProgressed,
  ResetBlocked,
  OperationReported,
  SecurityInfoChanged,
} from '../tenant/facts.js';
import { ANONYMISED_ROWS } from '../tenant/sources.js';
import type { Entry, Provenance } from './entry.js';
import { correlationIdOf, factKey, type WritingContext } from './writing-context.js';

export interface AuditUser {
  readonly id: string | null;
  readonly displayName: string | null;
  readonly userPrincipalName: string;
  readonly ipAddress: string | null;
  readonly userType: string | null;
  readonly homeTenantId: null;
  readonly homeTenantName: null;
}

export interface AuditTarget {
  readonly id: string;
  readonly displayName: string | null;
  readonly type: 'User' | 'Group' | 'Role' | 'Policy' | 'Directory';
  readonly userPrincipalName: string | null;
  readonly groupType: null;
  readonly modifiedProperties: readonly ModifiedProperty[];
}

interface AuditApplication {
  readonly appId: string | null;
  readonly displayName: string;
  readonly servicePrincipalId: string | null;
  readonly servicePrincipalName: string | null;
}

export interface ModifiedProperty {
  readonly displayName: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

/** A row of the tenant's audit log, in the shape of Microsoft Graph's `directoryAudit`. */
export interface DirectoryAudit {
  readonly id: string;
  readonly category: string;
  readonly correlationId: string;
  readonly result: 'success' | 'failure';
  readonly resultReason: string;
  readonly activityDisplayName: string;
  readonly activityDateTime: string;
  readonly loggedByService: AuditActivity['service'];
  readonly operationType: 'Update' | 'Assign' | 'Unassign' | 'Add' | 'Delete';
  readonly initiatedBy: { readonly app: AuditApplication | null; readonly user: AuditUser | null };
  readonly targetResources: readonly [AuditTarget, ...AuditTarget[]];
  readonly additionalDetails: readonly { readonly key: string; readonly value: string }[];
}

type AuditedFact =
  SecurityInfoChanged | FlowProgressed | ResetBlocked | OperationReported | CloudPasswordWritten;

const ACTIVITIES = {
  'flow-progressed': AUDIT_ACTIVITIES.flowProgress,
  'reset-blocked': AUDIT_ACTIVITIES.blocked,
} as const;

/** The rows that one fact leaves. */
export function writeDirectoryAudit(
  fact: Fact<AuditedFact>,
  { ids }: WritingContext,
): readonly Entry<'entra-audit'>[] {
  const { body } = fact;
  if (body.kind === 'cloud-password-written') return writeCoreDirectory({ ...fact, body }, { ids });
  if (body.kind === 'security-info-changed') return writeSecurityInfo({ ...fact, body }, { ids });
  const activity =
    body.kind === 'operation-reported' ? AUDIT_ACTIVITIES[body.activity] : ACTIVITIES[body.kind];
  const reason = AUDIT_REASONS[body.reason];
  const correlationId = correlationIdOf(fact, ids);
  const method = body.kind === 'flow-progressed' ? body.method : undefined;
  return [
    row(fact, activity, reason, {
      id: rowId('SSPR', correlationId, factKey(fact), { ids }),
      correlationId,
      result: body.result,
      resultReason: reasonText(reason, method),
      initiatedBy: {
        app: body.kind === 'operation-reported' ? appOf(body) : null,
        user: userOf(
          (body.kind === 'operation-reported' ? body.by : undefined) ?? body.user,
          body.ipAddress,
          'Member',
        ),
      },
      targetDisplayName: body.user.displayName,
      modifiedProperties: [],
      agent: body.kind === 'operation-reported' ? ON_PREMISES_AGENTS[body.agent] : undefined,
    }),
  ];
}

/** Beside the user stands the app by which they did it; what identifies it in real rows is not modelled. */
function appOf({ app }: OperationReported): AuditApplication | null {
  return app === undefined
    ? null
    : { appId: null, displayName: APPS[app].text, servicePrincipalId: null, servicePrincipalName: null };
}

const SECURITY_INFO = {
  saved: AUDIT_ACTIVITIES.securityInfoSaved,
  registered: AUDIT_ACTIVITIES.registeredForReset,
  deleted: AUDIT_ACTIVITIES.securityInfoDeleted,
} as const;

/** The row of a registration. */
function writeSecurityInfo(
  fact: Fact<SecurityInfoChanged>,
  { ids }: Pick<WritingContext, 'ids'>,
): readonly Entry<'entra-audit'>[] {
  const activity = SECURITY_INFO[fact.body.change];
  const correlationId = ids.guid('security-info', factKey(fact));
  const prefix = activity.service === 'Authentication Methods' ? activity.service : 'SSPR';
  const reason = AUDIT_REASONS.securityInfo;
  return [
    row(fact, activity, reason, {
      id: rowId(prefix, correlationId, factKey(fact), { ids }),
      correlationId,
      result: 'success',
      resultReason: reasonText(reason, undefined),
      initiatedBy: { app: null, user: userOf(fact.body.user, null, 'Member') },
      modifiedProperties: [],
    }),
  ];
}

function reasonText({ text = NO_PUBLISHED_TEXT }: Sourced, method: string | undefined): string {
  return method === undefined ? text : fill(text, { method });
}

/** Core Directory's two rows of a password write; their correlation ids are their own. */
function writeCoreDirectory(
  fact: Fact<CloudPasswordWritten>,
  { ids }: Pick<WritingContext, 'ids'>,
): readonly Entry<'entra-audit'>[] {
  const { as, by } = fact.body;
  const correlationId = ids.guid('core-directory', factKey(fact));
  const activities = [
    as === 'reset' ? AUDIT_ACTIVITIES.resetUserPassword : AUDIT_ACTIVITIES.changeUserPassword,
    AUDIT_ACTIVITIES.updateStsRefreshToken,
  ];
  const modifiedProperties: readonly ModifiedProperty[] =
    as === 'synchronisation'
      ? [{ displayName: 'Action Client Name', oldValue: null, newValue: '"DirectorySync"' }]
      : [];
  return activities.map((activity, index) =>
    row(fact, activity, EMPTY_REASON, {
      after: index * BETWEEN_CORE_ROWS,
      id: rowId('Directory', correlationId, `${factKey(fact)}/${index}`, { ids }),
      correlationId,
      result: 'success',
      resultReason: '',
      initiatedBy: actorOf(by),
      modifiedProperties,
    }),
  );
}

function actorOf(by: CloudPasswordWritten['by']): DirectoryAudit['initiatedBy'] {
  if (by === undefined) {
    const service = { objectId: null, userPrincipalName: PASSWORD_SERVICE };
    return { app: null, user: userOf(service, null, null) };
  }
  if ('objectId' in by) return { app: null, user: userOf(by, null, null) };
  const { displayName, servicePrincipalId } = by;
  return { app: { appId: null, displayName, servicePrincipalId, servicePrincipalName: null }, user: null };
}

/** From the password to the tokens, as in the one public pair (ANONYMISED_ROWS). */
const BETWEEN_CORE_ROWS = MILLISECOND;

/** Core Directory gives no reason. */
const EMPTY_REASON: Sourced = { text: '', confidence: 'sample', source: ANONYMISED_ROWS };

type Particular = Pick<DirectoryAudit, 'id' | 'correlationId' | 'result' | 'resultReason' | 'initiatedBy'> & {
  readonly modifiedProperties: readonly ModifiedProperty[];
  /** Rows of a reset name whom it was for (EXPORTED_ROWS); those of other services leave it out (ANONYMISED_ROWS). */
  readonly targetDisplayName?: string;
  readonly agent?: Sourced | undefined;
  /** How much later than the fact the row says that it was. */
  readonly after?: Duration;
};

function row(
  fact: Fact<AuditedFact>,
  activity: AuditActivity,
  reason: Sourced,
  { modifiedProperties, initiatedBy, targetDisplayName, agent, after = 0, ...particular }: Particular,
): Entry<'entra-audit'> {
  const { objectId, userPrincipalName } = fact.body.user;
  const record: DirectoryAudit = {
    id: particular.id,
    category: activity.category,
    correlationId: particular.correlationId,
    result: particular.result,
    resultReason: reason.text === undefined ? NO_PUBLISHED_TEXT : particular.resultReason,
    activityDisplayName: activity.name.text,
    activityDateTime: toIso(fact.at + after),
    loggedByService: activity.service,
    operationType: 'Update',
    initiatedBy,
    targetResources: [
      {
        id: objectId,
        displayName: targetDisplayName ?? null,
        type: 'User',
        userPrincipalName,
        groupType: null,
        modifiedProperties,
      },
    ],
    additionalDetails:
      agent === undefined
        ? []
        : [
            { key: 'ErrorMessage', value: '' },
            { key: 'OnPremisesAgent', value: agent.text ?? NO_PUBLISHED_TEXT },
          ],
  };
  const provenance: Provenance[] = [{ part: 'activityDisplayName', string: activity.name }];
  if (reason !== EMPTY_REASON) provenance.push({ part: 'resultReason', string: reason });
  if (agent !== undefined) provenance.push({ part: 'additionalDetails', string: agent });
  return { log: 'entra-audit', host: fact.host, at: fact.at, session: fact.session, record, provenance };
}

export function userOf(
  user: { readonly objectId: string | null; readonly userPrincipalName: string },
  ipAddress: string | null,
  userType: string | null,
): AuditUser {
  return {
    id: user.objectId,
    displayName: null,
    userPrincipalName: user.userPrincipalName,
    ipAddress,
    userType,
    homeTenantId: null,
    homeTenantName: null,
  };
}

/** `<service>_<correlation id>_<five of 0-9A-Z>_<digits>`, as real rows have it (SEKOIA-IO/intake-formats). */
export function rowId(
  service: string,
  correlationId: string,
  key: string,
  { ids }: Pick<WritingContext, 'ids'>,
): string {
  const hex = ids.hex('audit-row', key);
  const code = (Number.parseInt(hex.slice(0, 8), 16) % 36 ** 5).toString(36).toUpperCase().padStart(5, '0');
  const digits = 1_000_000 + (Number.parseInt(hex.slice(8, 16), 16) % 99_000_000);
  return `${service}_${correlationId}_${code}_${digits}`;
}
