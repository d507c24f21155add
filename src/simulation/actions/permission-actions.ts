import { delegation, type DirectoryObject } from '../../domain/access-directory.js';
import type { WritebackRight } from '../../domain/access-rights.js';
import { WELL_KNOWN } from '../../domain/access-control.js';
import { writeAccount, writeMember, writeObject } from '../../domain/originating-write.js';
import type { DomainController } from '../../domain/state.js';
import type { Instant } from '../../kernel/instant.js';
import type { Action } from '../../world/action.js';
import type { State } from '../../world/state.js';
import { accountNamed, writableNamed, objectNamed } from './domain-names.js';
import { nextSdProp } from './sd-prop.js';

/** Where something is written. */
export interface AtController {
  /** The domain controller that takes it; the first that runs and is writable, if left out. */
  readonly at?: string | undefined;
}

/** What an administrator does to permissions, groups and places in the tree. */
export type PermissionAction = AtController &
  (
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
    | { readonly action: 'move'; readonly user: string; readonly unit: string }
  );

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

/** The action itself, at the domain controller that is named, or else at the first that takes it. */
export function permissionAction(doing: PermissionAction): Action {
  return {
    apply: (state, now) => {
      act(doing, state, writableNamed(state, doing.at), now);
      return { facts: [], later: nextSdProp(state, now) };
    },
  };
}

function act(doing: PermissionAction, state: State, controller: DomainController, now: Instant): void {
  const { domain, connector } = state;
  switch (doing.action) {
    case 'grant-right':
    case 'revoke-right':
    case 'deny-right': {
      const object = objectNamed(controller, doing.on ?? 'domain');
      const { adminSdHolder } = controller.replica.directory;
      const isHolder = object.distinguishedName.toLowerCase() === adminSdHolder;
      const entries = entriesAfter(doing, object, connector.accountName.toLowerCase(), isHolder);
      writeObject(domain, controller, { ...object, entries }, now);
      break;
    }
    case 'disable-inheritance':
    case 'enable-inheritance': {
      const isProtected = doing.action === 'disable-inheritance';
      if (doing.unit !== undefined) {
        writeObject(domain, controller, { ...objectNamed(controller, doing.unit), isProtected }, now);
        break;
      }
      const account = accountNamed(state, doing.user ?? '', controller);
      const descriptor = { ...account.descriptor, isProtected };
      writeAccount(domain, controller, account, { descriptor }, now);
      break;
    }
    case 'clear-admin-count': {
      const account = accountNamed(state, doing.user, controller);
      writeAccount(domain, controller, account, { adminCount: false }, now);
      break;
    }
    case 'move': {
      const account = accountNamed(state, doing.user, controller);
      const unit = objectNamed(controller, doing.unit).distinguishedName;
      const [relativeName = ''] = account.distinguishedName.split(/(?<!\\),/);
      const place = { distinguishedName: `${relativeName},${unit}`, container: unit.toLowerCase() };
      writeAccount(domain, controller, account, place, now);
      break;
    }
    case 'add-to-group':
    case 'remove-from-group': {
      const { samAccountName: user } = accountNamed(state, doing.user, controller);
      const isMember = doing.action === 'add-to-group';
      writeMember(domain, controller, { group: doing.group, user, isMember }, now);
      break;
    }
  }
}

function entriesAfter(
  { action, right }: { readonly action: string; readonly right: WritebackRight },
  { entries, objectClass }: DirectoryObject,
  connectorAccount: string,
  isHolder: boolean,
): DirectoryObject['entries'] {
  const byDefault = right === 'unexpirePassword' && objectClass === 'domain';
  const trustee = byDefault && action !== 'deny-right' ? WELL_KNOWN.authenticatedUsers : connectorAccount;
  // What stands on AdminSDHolder is copied to accounts as it is, so there it concerns the object itself.
  const on = isHolder ? 'user' : objectClass;
  const entry = delegation(right, trustee, on, action === 'deny-right' ? 'deny' : 'allow');
  const concerns = (one: DirectoryObject['entries'][number]): boolean =>
    one.trustee === trustee && one.objectType === entry.objectType;
  // Revoking removes what allows and what denies, as removing the account from the list in the security tab does.
  if (action === 'revoke-right') return entries.filter((one) => !concerns(one));
  return [...entries.filter((one) => !concerns(one) || one.type !== entry.type), entry];
}
