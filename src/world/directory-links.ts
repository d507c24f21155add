import type * as z from 'zod/mini';
import { complain } from './complain.js';
import { didYouMean } from './schema-problem.js';

interface Directory {
  readonly domain: {
    readonly groups: Readonly<Record<string, Group>>;
    readonly fineGrainedPolicies: Readonly<
      Record<
        string,
        { readonly appliesTo: { readonly users: readonly string[]; readonly groups: readonly string[] } }
      >
    >;
  };
  readonly users: Readonly<Record<string, { readonly cloudOnly: boolean }>>;
}

interface Group {
  readonly scope: 'global' | 'universal' | 'domainLocal';
  readonly members: { readonly users: readonly string[]; readonly groups: readonly string[] };
}

/** What each scope takes as a member within one domain. Source: Microsoft, "Active Directory security groups". */
const TAKES: Readonly<Record<Group['scope'], readonly Group['scope'][]>> = {
  global: ['global'],
  universal: ['global', 'universal'],
  domainLocal: ['global', 'universal', 'domainLocal'],
};

/** Every name in a group or a fine-grained policy must be that of somebody, and of a kind that may stand there. */
export function linksLead(payload: z.core.ParsePayload<Directory>): void {
  const { domain, users } = payload.value;
  const accounts = Object.keys(users).filter((name) => users[name]?.cloudOnly === false);
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
}
