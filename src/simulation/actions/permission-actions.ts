import { delegation, objectOf, withObject, type DirectoryObject } from '../../domain/access-directory.js';
import type { WritebackRight } from '../../domain/access-rights.js';
import { WELL_KNOWN } from '../../domain/access-control.js';
import type { DomainAccount } from '../../domain/account.js';
import { answeringController } from '../../domain/choose-controller.js';
import { writeAccount } from '../../domain/replica.js';
import type { DomainGroup } from '../../domain/group.js';
import type { Action } from '../../world/action.js';
import type { State } from '../../world/state.js';
import { changeDirectory, nextSdProp } from './directory-change.js';
import { accountNamed, objectNamed } from './domain-names.js';

/** What an administrator does to permissions, groups and places in the tree. */
export type PermissionAction =
  | {
      readonly action: 'grant-right' | 'revoke-right' | 'deny-right';
      readonly right: WritebackRight;
      /** "domain", "AdminSDHolder", or a unit by path. */
      readonly on?: string | undefined;
    }
  | {
      readonly action: 'disable-inheritance' | 'enable-inheritance';
      readonly user?: string | undefined;
      readonly unit?: string | undefined;
    }
  | { readonly action: 'add-to-group' | 'remove-from-group'; readonly user: string; readonly group: string }
  | { readonly action: 'clear-admin-count'; readonly user: string }
  | { readonly action: 'move'; readonly user: string; readonly unit: string };

/** What is done, in the words that follow "an administrator". */
export function sayPermissionAction(doing: PermissionAction): string {
  switch (doing.action) {
    case 'grant-right':
      return `grants the connector account ${doing.right} on ${doing.on ?? 'domain'}`;
    case 'revoke-right':
      return `takes ${doing.right} on ${doing.on ?? 'domain'} from the connector account`;
    case 'deny-right':
      return `denies the connector account ${doing.right} on ${doing.on ?? 'domain'}`;
    case 'disable-inheritance':
      return `disables inheritance on ${doing.user ?? doing.unit ?? 'nothing'}`;
    case 'enable-inheritance':
      return `enables inheritance on ${doing.user ?? doing.unit ?? 'nothing'}`;
    case 'add-to-group':
      return `adds ${doing.user} to ${doing.group}`;
    case 'remove-from-group':
      return `removes ${doing.user} from ${doing.group}`;
    case 'clear-admin-count':
      return `clears adminCount of ${doing.user}`;
    case 'move':
      return `moves ${doing.user} to ${doing.unit}`;
  }
}

/** The action itself. */
export function permissionAction(doing: PermissionAction): Action {
  return {
    apply: (state, now) => ({ facts: [], later: [...act(doing, state, now), ...nextSdProp(state, now)] }),
  };
}

type Later = ReturnType<typeof changeDirectory>;

function act(doing: PermissionAction, state: State, now: number): Later {
  const { domain } = state;
  switch (doing.action) {
    case 'grant-right':
    case 'revoke-right':
    case 'deny-right': {
      const object = objectNamed(state, doing.on ?? 'domain');
      const reaching = object.objectClass === 'container' ? 'the object' : 'what lies below';
      return changeDirectory(state, now, reaching, (directory) => {
        const found = directory.objects.get(object.distinguishedName.toLowerCase()) ?? object;
        return withObject(directory, { ...found, entries: entriesAfter(doing, found, state) });
      });
    }
    case 'disable-inheritance':
    case 'enable-inheritance': {
      const isProtected = doing.action === 'disable-inheritance';
      if (doing.unit !== undefined) {
        const { distinguishedName } = objectNamed(state, doing.unit);
        return changeDirectory(state, now, 'what lies below', (directory) => {
          const found = directory.objects.get(distinguishedName.toLowerCase());
          return found === undefined ? directory : withObject(directory, { ...found, isProtected });
        });
      }
      const account = accountNamed(state, doing.user ?? '');
      return changeDirectory(state, now, 'the object', (directory) =>
        withObject(directory, { ...objectOf(directory, account), isProtected }),
      );
    }
    case 'clear-admin-count': {
      const account = accountNamed(state, doing.user);
      return changeDirectory(state, now, 'the object', (directory) =>
        withObject(directory, { ...objectOf(directory, account), adminCount: false }),
      );
    }
    case 'move': {
      const account = accountNamed(state, doing.user);
      const unit = objectNamed(state, doing.unit);
      return move(state, account, unit, now);
    }
    case 'add-to-group':
    case 'remove-from-group': {
      const { samAccountName } = accountNamed(state, doing.user);
      const key = doing.group.toLowerCase();
      const { groups } = answeringController(domain).replica;
      const group: DomainGroup = groups.get(key) ?? {
        name: doing.group,
        scope: 'global',
        users: new Set(),
        groups: new Set(),
      };
      const users = new Set(group.users);
      if (doing.action === 'add-to-group') users.add(samAccountName.toLowerCase());
      else users.delete(samAccountName.toLowerCase());
      const after = new Map(groups).set(key, { ...group, users });
      for (const { replica } of domain.controllers) replica.groups = after;
      return [];
    }
  }
}

function entriesAfter(
  { action, right }: { readonly action: string; readonly right: WritebackRight },
  { entries, objectClass, distinguishedName }: DirectoryObject,
  { connector, domain }: State,
): DirectoryObject['entries'] {
  const holder = distinguishedName.toLowerCase() === domain.directory.adminSdHolder;
  const byDefault = right === 'unexpirePassword' && objectClass === 'domain';
  const trustee =
    byDefault && action !== 'deny-right'
      ? WELL_KNOWN.authenticatedUsers
      : connector.accountName.toLowerCase();
  // What stands on AdminSDHolder is copied to accounts as it is, so there it concerns the object itself.
  const on = holder ? 'user' : objectClass;
  const entry = delegation(right, trustee, on, action === 'deny-right' ? 'deny' : 'allow');
  const concerns = (one: DirectoryObject['entries'][number]): boolean =>
    one.trustee === trustee && one.objectType === entry.objectType;
  // Revoking removes what allows and what denies, as removing the account from the list in the security tab does.
  if (action === 'revoke-right') return entries.filter((one) => !concerns(one));
  return [...entries.filter((one) => !concerns(one) || one.type !== entry.type), entry];
}

function move(state: State, account: DomainAccount, unit: DirectoryObject, now: number): Later {
  const before = { distinguishedName: account.distinguishedName, container: account.container };
  const [relativeName = ''] = before.distinguishedName.split(/(?<!\\),/);
  const distinguishedName = `${relativeName},${unit.distinguishedName}`;
  const parent = unit.distinguishedName.toLowerCase();
  const { domain } = state;
  writeAccount(domain, answeringController(domain), account, { distinguishedName, container: parent }, now);
  return changeDirectory(state, now, 'the object', (directory) =>
    withObject(directory, { ...objectOf(directory, before), distinguishedName, parent }),
  );
}
