import { accountAt } from '../src/domain/replica.js';
import type { DomainAccount } from '../src/domain/account.js';
import type { Simulation } from '../src/index.js';

/** MyUser as a domain controller has it: by its position in the world, the PDC emulator if left out. */
export function accountIn({ view: { domain } }: Simulation, position = 0, name = 'MyUser'): DomainAccount {
  const controller = domain.controllers[position];
  const account = controller && accountAt(domain, controller, name.toLowerCase());
  if (account === undefined) throw new Error(`no domain controller ${position} with the account ${name}`);
  return account;
}
