import { WELL_KNOWN, type AccessControlEntry } from './access-control.js';
import { RIGHTS } from './access-rights.js';

/** Those whom the option "User cannot change password" concerns, by security identifier. */
const CONCERNED: readonly string[] = [WELL_KNOWN.everyone, WELL_KNOWN.self];

function entriesFor(type: AccessControlEntry['type']): readonly AccessControlEntry[] {
  return CONCERNED.map((trustee) => ({
    type,
    trustee,
    access: RIGHTS.changePassword.access,
    objectType: RIGHTS.changePassword.guid,
    inheritedObjectType: undefined,
    reach: 'this object',
  }));
}

/**
 * Change Password for Everyone and SELF: what the schema writes on every new user, and what stands on AdminSDHolder.
 * Who changes a password proves the old one, so that everybody may.
 *
 * Source: [MS-ADSC] class user, defaultSecurityDescriptor; [MS-ADTS] 3.1.1.6.1 and 6.1.1.4 for AdminSDHolder.
 */
export const CHANGE_PASSWORD_ALLOWED = entriesFor('allow');

/**
 * "User cannot change password": the same two, denying. The bit of that name in userAccountControl does nothing.
 *
 * Source: MicrosoftDocs/win32: desktop-src/ADSI/modifying-user-cannot-change-password-ldap-provider.md.
 */
const CHANGE_PASSWORD_DENIED = entriesFor('deny');

function concerns({ trustee, objectType }: AccessControlEntry): boolean {
  return objectType === RIGHTS.changePassword.guid && CONCERNED.includes(trustee);
}

/** Whether the box "User cannot change password" is ticked: both entries deny. With one of them it is not. */
export function userCannotChange(entries: readonly AccessControlEntry[]): boolean {
  return CONCERNED.every((trustee) =>
    entries.some((entry) => concerns(entry) && entry.type === 'deny' && entry.trustee === trustee),
  );
}

/** The entries after somebody has ticked or cleared the box: the two change their kind. */
export function withUserCannotChange(
  entries: readonly AccessControlEntry[],
  ticked: boolean,
): readonly AccessControlEntry[] {
  const others = entries.filter((entry) => !concerns(entry));
  return [...(ticked ? CHANGE_PASSWORD_DENIED : CHANGE_PASSWORD_ALLOWED), ...others];
}
