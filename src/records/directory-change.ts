import type { Fact } from '../kernel/fact.js';
import { toIso } from '../kernel/instant.js';
import { NO_PUBLISHED_TEXT } from '../kernel/sourced.js';
import {
  CHANGE_ACTIVITIES,
  RESET_POLICY_PROPERTIES,
  type ChangeActivity,
} from '../tenant/change-activities.js';
import type { DirectoryChanged } from '../tenant/facts.js';
import { rowId, userOf, type AuditTarget } from './directory-audit.js';
import type { Entry, Provenance } from './entry.js';
import { factKey, type WritingContext } from './writing-context.js';

/** The row of a change that an administrator made. */
export function writeDirectoryChange(
  fact: Fact<DirectoryChanged>,
  { ids }: Pick<WritingContext, 'ids'>,
): Entry<'entra-audit'> {
  const { activity: name, by, targets, modified } = fact.body;
  const activity: ChangeActivity = CHANGE_ACTIVITIES[name];
  const key = factKey(fact);
  const correlationId = ids.guid('directory-change', key);
  // Values are JSON in a string, as real rows have them (SEKOIA-IO/intake-formats).
  const modifiedProperties = modified.map(({ property, from, to }) => ({
    displayName: property,
    oldValue: from === undefined ? null : JSON.stringify(from),
    newValue: to === undefined ? null : JSON.stringify(to),
  }));
  const [first, ...others] = targets.map(({ type, id, name: called }, index): AuditTarget => ({
    id: id ?? ids.guid(`entra-${type.toLowerCase()}`, called),
    displayName: type === 'User' ? null : called,
    type,
    userPrincipalName: type === 'User' ? called : null,
    groupType: null,
    modifiedProperties: index === 0 ? modifiedProperties : [],
  }));
  if (first === undefined) throw new RangeError('a change is of something');
  const provenance: Provenance[] = [{ part: 'activityDisplayName', string: activity.name }];
  if (name === 'resetPolicy' && modified.length > 0) {
    const { source } = RESET_POLICY_PROPERTIES;
    const text = modified.map(({ property }) => property).join(', ');
    provenance.push({ part: 'modifiedProperties', string: { text, confidence: 'inferred', source } });
  }
  return {
    log: 'entra-audit',
    host: fact.host,
    at: fact.at,
    session: fact.session,
    record: {
      id: rowId(activity.idPrefix, correlationId, key, { ids }),
      category: activity.category,
      correlationId,
      result: 'success',
      resultReason: '',
      activityDisplayName: activity.name.text ?? NO_PUBLISHED_TEXT,
      activityDateTime: toIso(fact.at),
      loggedByService: activity.service,
      operationType: activity.operationType,
      initiatedBy: { app: null, user: userOf(by, null, null) },
      targetResources: [first, ...others],
      additionalDetails: [],
    },
    provenance,
  };
}
