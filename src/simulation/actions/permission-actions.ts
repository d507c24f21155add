import { delegation } from '../../domain/access-directory.js';
import type { DomainAccount } from '../../domain/account.js';
import type { GrantableRight } from '../../domain/access-rights.js';
import {
  isSameEntry,
  WELL_KNOWN,
  type AccessControlEntry,
  type ObjectClass,
} from '../../domain/access-control.js';
import type { GroupScope } from '../../domain/group.js';
import { writeAccount, writeMember, writeObject } from '../../domain/originating-write.js';
import type { DomainController } from '../../domain/state.js';
import { SimulatorError } from '../../kernel/error.js';
import type { Instant } from '../../kernel/instant.js';
import type { Action } from '../../world/action.js';
import { TAKES } from '../../world/directory-links.js';
import type { State } from '../../world/state.js';
import { changed, type AccountPlace, type Facts } from './account-place.js';
import { accountNamed, writableNamed, objectNamed } from './domain-names.js';
import { groupNamed, memberNamed, trusteeNamed } from './principals.js';
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
        readonly right: GrantableRight;
        /** "domain", "AdminSDHolder", or a unit by path. */
        readonly on?: string | undefined;
        /** In place of `on`: an account, on which the entry is written itself. */
        readonly user?: string | undefined;
        /** An account or a group; the connector account if left out. */
        readonly to?: string | undefined;
      }
    | {
        readonly action: 'disable-inheritance' | 'enable-inheritance';
        readonly user?: string | undefined;
        readonly unit?: string | undefined;
      }
    | {
        readonly action: 'add-to-group' | 'remove-from-group';
        /** An account, the connector account included. */
        readonly user?: string | undefined;
        /** In place of `user`: another group. */
        readonly memberGroup?: string | undefined;
        readonly group: string;
      }
    | { readonly action: 'clear-admin-count'; readonly user: string }
    | { readonly action: 'move'; readonly user: string; readonly unit: string }
  );

/** What is done, in the words that follow "an administrator". */
export function sayPermissionAction(doing: PermissionAction): string {
  switch (doing.action) {
    case 'grant-right':
      return `grants ${whomOf(doing)} ${doing.right} on ${whereOf(doing)}`;
    case 'revoke-right':
      return `takes ${doing.right} on ${whereOf(doing)} from ${whomOf(doing)}`;
    case 'deny-right':
      return `denies ${whomOf(doing)} ${doing.right} on ${whereOf(doing)}`;
    case 'disable-inheritance':
      return `disables inheritance on ${doing.user ?? doing.unit ?? 'nothing'}`;
    case 'enable-inheritance':
      return `enables inheritance on ${doing.user ?? doing.unit ?? 'nothing'}`;
    case 'add-to-group':
      return `adds ${doing.user ?? doing.memberGroup ?? 'nobody'} to ${doing.group}`;
    case 'remove-from-group':
      return `removes ${doing.user ?? doing.memberGroup ?? 'nobody'} from ${doing.group}`;
    case 'clear-admin-count':
      return `clears adminCount of ${doing.user}`;
    case 'move':
      return `moves ${doing.user} to ${doing.unit}`;
  }
}

type RightAction = Extract<PermissionAction, { readonly right: GrantableRight }>;

function whomOf({ to }: RightAction): string {
  return to ?? 'the connector account';
}

function whereOf({ on, user }: RightAction): string {
  return user ?? on ?? 'domain';
}

/** The action itself, at the domain controller that is named, or else at the first that takes it. */
export function permissionAction(doing: PermissionAction): Action {
  return {
    apply: (state, now) => {
      const controller = writableNamed(state, doing.at);
      const account = accountOf(doing, state, controller);
      act(doing, state, controller, now);
      const facts = account === undefined ? [] : told({ state, controller, account, now });
      return { facts, later: nextSdProp(state, now) };
    },
  };
}

/** The account on whose own object it is written, as it is before. */
function accountOf(
  doing: PermissionAction,
  state: State,
  controller: DomainController,
): DomainAccount | undefined {
  if (doing.action === 'add-to-group' || doing.action === 'remove-from-group') return undefined;
  return doing.user === undefined ? undefined : accountNamed(state, doing.user, controller);
}

/**
 * What the Security log tells of an account whose access control list or adminCount is another than before: 4738
 * without any attribute of those that it shows.
 *
 * Source: MicrosoftDocs/windows-itpro-docs: event-4738.md, which names the access control list, and attributes that are
 * not listed in general; that adminCount is one of them, and a move is told by no 4738, is inferred.
 */
function told(place: AccountPlace): Facts {
  const { state, controller, account } = place;
  const { descriptor, adminCount } = accountNamed(state, account.samAccountName, controller);
  const { entries, isProtected } = account.descriptor;
  const same =
    adminCount === account.adminCount &&
    descriptor.isProtected === isProtected &&
    descriptor.entries.length === entries.length &&
    descriptor.entries.every((entry) => entries.some((one) => isSameEntry(one, entry)));
  return same ? [] : [changed(place, {})];
}

function act(doing: PermissionAction, state: State, controller: DomainController, now: Instant): void {
  const { domain } = state;
  switch (doing.action) {
    case 'grant-right':
    case 'revoke-right':
    case 'deny-right': {
      changeRight(doing, state, controller, now);
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
      const group = groupNamed(doing.group, controller);
      const user =
        doing.memberGroup === undefined
          ? memberNamed(state, doing.user ?? '', controller)
          : nestedNamed(doing.memberGroup, group, controller);
      writeMember(domain, controller, { group, user, isMember: doing.action === 'add-to-group' }, now);
      break;
    }
  }
}

/** A group that another may have as its member: scopes allow not every nesting. */
function nestedNamed(name: string, into: string, controller: DomainController): string {
  const member = groupNamed(name, controller);
  const { groups } = controller.replica;
  const scopeOf = (one: string): GroupScope => groups.get(one.toLowerCase())?.scope ?? 'global';
  if (TAKES[scopeOf(into)].includes(scopeOf(member))) return member;
  throw new SimulatorError({
    code: 'wrong-scope',
    message: `a ${scopeOf(into)} group takes no ${scopeOf(member)} group as a member`,
    hint: `${into} is ${scopeOf(into)}, ${member} is ${scopeOf(member)}`,
  });
}

/** Entries on the domain, on a unit or on AdminSDHolder come into effect below in their time; on an account at once. */
function changeRight(doing: RightAction, state: State, controller: DomainController, now: Instant): void {
  const { domain, connector } = state;
  if (doing.right === 'changePassword' && doing.to === undefined) {
    throw new SimulatorError({
      code: 'no-trustee',
      message: 'changePassword is asked of the account itself, and the connector account needs it nowhere',
      hint: 'say whom it concerns, such as to: SELF',
    });
  }
  const whom = doing.to === undefined ? undefined : trusteeNamed(state, doing.to, controller);
  const connectorAccount = connector.accountName.toLowerCase();
  if (doing.user !== undefined) {
    const account = accountNamed(state, doing.user, controller);
    const { descriptor } = account;
    const entries = entriesAfter(doing, descriptor.entries, 'user', whom ?? connectorAccount);
    writeAccount(domain, controller, account, { descriptor: { ...descriptor, entries } }, now);
    return;
  }
  const object = objectNamed(controller, doing.on ?? 'domain');
  const isHolder = object.distinguishedName.toLowerCase() === controller.replica.directory.adminSdHolder;
  // Unexpire Password is Authenticated Users' on the domain, so that is whose entry comes and goes.
  const usual = doing.right === 'unexpirePassword' && object.objectClass === 'domain';
  const otherwise = usual && doing.action !== 'deny-right' ? WELL_KNOWN.authenticatedUsers : connectorAccount;
  // What stands on AdminSDHolder is copied to accounts as it is, so there it concerns the object itself.
  const on = isHolder ? 'user' : object.objectClass;
  const entries = entriesAfter(doing, object.entries, on, whom ?? otherwise);
  writeObject(domain, controller, { ...object, entries }, now);
}

function entriesAfter(
  { action, right }: RightAction,
  entries: readonly AccessControlEntry[],
  on: ObjectClass,
  trustee: string,
): readonly AccessControlEntry[] {
  const entry = delegation(right, trustee, on, action === 'deny-right' ? 'deny' : 'allow');
  const concerns = (one: AccessControlEntry): boolean =>
    one.trustee === trustee && one.objectType === entry.objectType;
  // Revoking removes what allows and what denies, as removing the account from the list in the security tab does.
  if (action === 'revoke-right') return entries.filter((one) => !concerns(one));
  return [...entries.filter((one) => !concerns(one) || one.type !== entry.type), entry];
}
