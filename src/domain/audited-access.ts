import { CLASSES } from './access-control.js';
import { RIGHTS } from './access-rights.js';
import type { DomainAccount } from './account.js';
import { audits, type AuditPolicy } from './audit-policy.js';
import type { AttributeModified, AuditedObject, ObjectAccessed } from './directory-facts.js';
import type { Principal } from './principal.js';

type Named = Pick<DomainAccount, 'distinguishedName' | 'objectGuid'>;

function userObject({ distinguishedName, objectGuid }: Named): AuditedObject {
  return { distinguishedName, guid: objectGuid, objectClass: 'user', classGuid: CLASSES.user };
}

/**
 * What the directory service keeps of somebody's using, or not being given, the right Reset Password: only where the
 * user object asks for it, and then of each outcome that is audited. No public record shows it; the form is that of
 * other extended rights (inferred).
 */
export function resetAccessed(
  policy: AuditPolicy,
  subject: Principal,
  account: Named,
  granted: boolean,
): readonly ObjectAccessed[] {
  if (!policy.objectsAudited || !audits(policy, 'directoryServiceAccess', granted)) return [];
  const object = userObject(account);
  const properties = [RIGHTS.resetPassword.guid];
  return [
    {
      kind: 'object-accessed',
      audited: true,
      subject,
      object,
      access: 'control access',
      properties,
      granted,
    },
  ];
}

/** An attribute of a user whose value was replaced, and what it was and is. */
export interface Replacement {
  readonly attribute: string;
  readonly syntaxOid: string;
  readonly before: string;
  readonly after: string;
}

/** `userAccountControl` and other integers. */
export const INTEGER_SYNTAX = '2.5.5.9';

/** What the directory service keeps of a replaced value, where the user object asks for it: two records. */
export function valueReplaced(
  policy: AuditPolicy,
  directory: string,
  subject: Principal,
  account: Named,
  { attribute, syntaxOid, before, after }: Replacement,
): readonly AttributeModified[] {
  if (!policy.objectsAudited || !audits(policy, 'directoryServiceChanges', true)) return [];
  const common = {
    kind: 'attribute-modified',
    audited: true,
    subject,
    object: userObject(account),
    directory,
    attribute,
    syntaxOid,
  } as const;
  return [
    { ...common, value: before, operation: 'deleted' },
    { ...common, value: after, operation: 'added' },
  ];
}
