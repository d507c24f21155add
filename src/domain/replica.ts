import type { AccessDirectory } from './access-directory.js';
import type { DomainAccount } from './account.js';
import type { DomainGroups } from './group.js';
import type { FineGrainedPolicy, PasswordPolicy } from './password-policy.js';
import type { PolicyDirectory } from './resultant-policy.js';
import type { Stamp } from './stamp.js';

/** One domain controller's copy of the directory: what it answers from, and what it writes to. */
export interface Replica extends PolicyDirectory {
  /**
   * The accounts that are not here as the domain began with them, by the same keys. Versions are never written to but
   * replaced, so that copies that agree share them.
   */
  readonly accounts: Map<string, DomainAccount>;
  /** The tree and its access control lists, as far as changes have arrived here. */
  directory: AccessDirectory;
  passwordPolicy: PasswordPolicy;
  fineGrainedPolicies: readonly FineGrainedPolicy[];
  groups: DomainGroups;
  /** Of everything but accounts, which carry their own: by the name under which the change is kept. */
  readonly stamps: Map<string, Stamp>;
}

/** The part of a domain, as decisions or as effects see it, that finds an account at a domain controller. */
interface Accounts {
  readonly accounts: ReadonlyMap<string, DomainAccount>;
}

interface Controller {
  readonly replica: Accounts;
}

/** An account by its key, as one domain controller has it. */
export function accountAt(
  { accounts }: Accounts,
  { replica }: Controller,
  key: string,
): DomainAccount | undefined {
  return replica.accounts.get(key) ?? accounts.get(key);
}

/** Every account, as one domain controller has it. */
export function* accountsAt(
  domain: Accounts,
  controller: Controller,
): Generator<DomainAccount, void, undefined> {
  for (const [key, account] of domain.accounts) yield controller.replica.accounts.get(key) ?? account;
}
