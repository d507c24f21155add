import type * as z from 'zod/mini';
import { complain } from './complain.js';

interface People {
  readonly tenant: { readonly initialDomain: string };
  readonly users: Readonly<
    Record<
      string,
      {
        readonly cloudOnly: boolean;
        readonly activeDirectory: { readonly displayName?: string | undefined };
        readonly entra: { readonly userPrincipalName?: string | undefined };
      }
    >
  >;
}

/** No two people may share an account name, a cloud sign-in name, or the name of an object in their container. */
export function peopleAreDistinct(payload: z.core.ParsePayload<People>): void {
  const { tenant, users } = payload.value;
  const taken = new Map<string, string>();
  const claim = (what: string, value: string, owner: string, path: (string | number)[]): void => {
    const key = `${what}/${value.toLowerCase()}`;
    const before = taken.get(key);
    if (before === undefined) taken.set(key, owner);
    else complain(payload, path, `"${before}" has the ${what} "${value}" already`);
  };
  for (const [name, { cloudOnly, activeDirectory, entra }] of Object.entries(users)) {
    const path = ['users', name];
    claim('account name', name, name, path);
    const signInName = entra.userPrincipalName ?? `${name}@${tenant.initialDomain}`;
    claim('cloud sign-in name', signInName, name, [...path, 'entra', 'userPrincipalName']);
    if (!cloudOnly) {
      const displayName = activeDirectory.displayName ?? name;
      claim('name in the container Users', displayName, name, [...path, 'activeDirectory', 'displayName']);
    }
  }
}
