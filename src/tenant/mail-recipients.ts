import type { AdministratorRole } from './administrator-roles.js';
import { isAdministrator } from './administrators.js';
import type { CloudUser, TenantState } from './state.js';

type Addressee = Readonly<Pick<CloudUser, 'userPrincipalName' | 'mail' | 'contact' | 'methods' | 'roles'>>;
type Directory = Readonly<Pick<TenantState, 'administrator'>> & {
  readonly users: ReadonlyMap<string, Addressee>;
};

/** Who hears of it when an administrator has reset a password; the documentation has changed its mind. */
export const ADMINISTRATORS_NOTIFIED = [
  'global administrators',
  'every administrator',
  'first found',
] as const;
export type AdministratorsNotified = (typeof ADMINISTRATORS_NOTIFIED)[number];

/** So many at most (MicrosoftDocs/entra-docs: docs/identity/authentication/howto-sspr-customization.md). */
const MOST_RECIPIENTS = 100;

/** Where a code goes, or the notice of a reset; a registered address that nobody wrote down stands for itself. */
export function alternateAddress({ userPrincipalName, methods, contact }: Addressee): string | undefined {
  const [name = ''] = userPrincipalName.split('@');
  return contact.email ?? (methods.has('email') ? `${name.toLowerCase()}@example.net` : undefined);
}

/**
 * The primary and the alternate address, or the sign-in name of those who have neither
 * (MicrosoftDocs/entra-docs: docs/identity/authentication/concept-sspr-howitworks.md).
 */
export function addressesOf(user: Addressee): readonly string[] {
  const addresses = [user.mail, alternateAddress(user)].filter((address) => address !== undefined);
  return addresses.length === 0 ? [user.userPrincipalName] : addresses;
}

/** The other administrators who are told that an administrator has reset their password. */
export function administratorsToTell(
  directory: Directory,
  who: AdministratorsNotified,
  resetting: Addressee,
): readonly string[] {
  const others = [...directory.users.values()].filter(
    (user) => user.userPrincipalName !== resetting.userPrincipalName,
  );
  switch (who) {
    case 'every administrator':
      return addressed(directory, others.filter(isAdministrator));
    case 'global administrators':
      return addressed(directory, withRole(others, 'Global Administrator'));
    case 'first found':
      return firstFound(directory, others, [
        ['Password Administrator'],
        ['User Administrator'],
        ['Global Administrator'],
      ]);
  }
}

/**
 * Who gets the request of somebody who follows "Contact your administrator", where the link is not customised
 * (howto-sspr-customization.md).
 */
export function administratorsToAsk(directory: Directory): readonly string[] {
  return firstFound(
    directory,
    [...directory.users.values()],
    [['Helpdesk Administrator', 'Password Administrator'], ['User Administrator'], ['Global Administrator']],
  );
}

function firstFound(
  directory: Directory,
  users: readonly Addressee[],
  roles: readonly (readonly AdministratorRole[])[],
): readonly string[] {
  for (const group of roles) {
    const found = users.filter((user) => group.some((role) => user.roles.has(role)));
    if (found.length > 0) return addressed(directory, found);
  }
  return addressed(directory, []);
}

function withRole(users: readonly Addressee[], role: AdministratorRole): readonly Addressee[] {
  return users.filter(({ roles }) => roles.has(role));
}

/** A tenant always has whoever created it, though nobody has described them. */
function addressed({ administrator }: Directory, users: readonly Addressee[]): readonly string[] {
  if (users.length === 0) return [administrator.userPrincipalName];
  // In an order of their own, as the one in which a world names its people means nothing.
  return users
    .map(({ mail, userPrincipalName }) => mail ?? userPrincipalName)
    .toSorted()
    .slice(0, MOST_RECIPIENTS);
}
