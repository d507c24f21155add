import type * as z from 'zod/mini';
import { complain } from './complain.js';
import { WELL_KNOWN_TRUSTEES } from './build-directory.js';
import { didYouMean } from './schema-problem.js';

interface Directory {
  readonly connector: {
    readonly account: string;
    readonly delegation: { readonly on: 'domain' | readonly string[]; readonly to?: string | undefined };
  };
  readonly domain: {
    readonly organizationalUnits: Readonly<Record<string, { readonly permissions: readonly Named[] }>>;
    readonly permissions: readonly Named[];
    readonly groups: Readonly<Record<string, Group>>;
    readonly fineGrainedPolicies: Readonly<
      Record<
        string,
        { readonly appliesTo: { readonly users: readonly string[]; readonly groups: readonly string[] } }
      >
    >;
  };
  readonly users: Readonly<
    Record<
      string,
      {
        readonly cloudOnly: boolean;
        readonly activeDirectory: {
          readonly organizationalUnit?: string | undefined;
          readonly permissions: readonly Named[];
        };
      }
    >
  >;
}

/** Something that names an account or a group. */
interface Named {
  readonly to?: string | undefined;
}

interface Group {
  readonly scope: 'global' | 'universal' | 'domainLocal';
  readonly members: { readonly users: readonly string[]; readonly groups: readonly string[] };
}

/** What each scope takes as a member within one domain. Source: Microsoft, "Active Directory security groups". */
export const TAKES: Readonly<Record<Group['scope'], readonly Group['scope'][]>> = {
  global: ['global'],
  universal: ['global', 'universal'],
  domainLocal: ['global', 'universal', 'domainLocal'],
};

/** Every name in a group or a fine-grained policy must be that of somebody, and of a kind that may stand there. */
export function linksLead(payload: z.core.ParsePayload<Directory>): void {
  const { domain, users, connector } = payload.value;
  const people = Object.keys(users).filter((name) => users[name]?.cloudOnly === false);
  // The connector account is an account of the domain too: rights reach it through groups as well.
  const accounts = [...people, connector.account];
  const groups = new Map(Object.entries(domain.groups).map(([name, group]) => [name.toLowerCase(), group]));
  const groupNames = Object.keys(domain.groups);
  const check = (
    names: readonly string[],
    known: readonly string[],
    what: string,
    path: (string | number)[],
  ): void => {
    const lower = new Set(known.map((name) => name.toLowerCase()));
    for (const [index, name] of names.entries()) {
      if (lower.has(name.toLowerCase())) continue;
      complain(payload, [...path, index], `there is no ${what} "${name}"`, didYouMean(name, known));
    }
  };
  for (const [name, { scope, members }] of Object.entries(domain.groups)) {
    const path = ['domain', 'groups', name, 'members'];
    check(members.users, accounts, 'user in Active Directory', [...path, 'users']);
    check(members.groups, groupNames, 'group', [...path, 'groups']);
    for (const [index, member] of members.groups.entries()) {
      const inner = groups.get(member.toLowerCase())?.scope;
      if (inner === undefined || TAKES[scope].includes(inner)) continue;
      complain(payload, [...path, 'groups', index], `a ${scope} group takes no ${inner} group as a member`);
    }
  }
  for (const [name, { appliesTo }] of Object.entries(domain.fineGrainedPolicies)) {
    const path = ['domain', 'fineGrainedPolicies', name, 'appliesTo'];
    check(appliesTo.users, accounts, 'user in Active Directory', [...path, 'users']);
    check(appliesTo.groups, groupNames, 'group', [...path, 'groups']);
  }
  checkTree(payload, check);
}

type Check = (
  names: readonly string[],
  known: readonly string[],
  what: string,
  path: (string | number)[],
) => void;

/** Units must have the unit above them, accounts a unit that there is, and permissions somebody whom they concern. */
function checkTree(
  { value: { domain, users, connector } }: z.core.ParsePayload<Directory>,
  check: Check,
): void {
  const units = Object.keys(domain.organizationalUnits);
  const principals = [
    ...Object.keys(users),
    ...Object.keys(domain.groups),
    connector.account,
    ...WELL_KNOWN_TRUSTEES,
  ];
  const unit = 'organizational unit';
  const { on, to } = connector.delegation;
  if (on !== 'domain') check(on, units, unit, ['connector', 'delegation', 'on']);
  if (to !== undefined) check([to], Object.keys(domain.groups), 'group', ['connector', 'delegation', 'to']);
  const concern = (permissions: readonly Named[], path: (string | number)[]): void => {
    for (const [index, { to: whom }] of permissions.entries()) {
      if (whom !== undefined) check([whom], principals, 'account or group', [...path, index, 'to']);
    }
  };
  concern(domain.permissions, ['domain', 'permissions']);
  for (const [path, { permissions }] of Object.entries(domain.organizationalUnits)) {
    const at = ['domain', 'organizationalUnits', path];
    if (path.includes('/')) check([path.slice(0, path.lastIndexOf('/'))], units, unit, at);
    concern(permissions, [...at, 'permissions']);
  }
  for (const [name, { activeDirectory }] of Object.entries(users)) {
    const at = ['users', name, 'activeDirectory'];
    const { organizationalUnit } = activeDirectory;
    if (organizationalUnit !== undefined)
      check([organizationalUnit], units, unit, [...at, 'organizationalUnit']);
    concern(activeDirectory.permissions, [...at, 'permissions']);
  }
}
