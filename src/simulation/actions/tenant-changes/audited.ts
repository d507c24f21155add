import { at } from '../../../attempt/stage.js';
import { ENTRA_HOST } from '../../../attempt/tenant-stages.js';
import type { Emitted } from '../../../kernel/fact.js';
import type { ChangeActivityName } from '../../../tenant/change-activities.js';
import type { CloudPrincipal, DirectoryChanged } from '../../../tenant/facts.js';
import type { CloudUser } from '../../../tenant/state.js';
import type { State } from '../../../world/state.js';

/** The row that a change leaves, by an administrator whom nobody has described. */
export function changed(
  { tenant }: State,
  activity: ChangeActivityName,
  targets: DirectoryChanged['targets'],
  modified: DirectoryChanged['modified'] = [],
  by: CloudPrincipal = tenant.administrator,
): Emitted<DirectoryChanged> {
  return at(ENTRA_HOST, { kind: 'directory-changed', activity, by, targets, modified });
}

export function userTarget({ objectId, userPrincipalName }: CloudUser): DirectoryChanged['targets'][0] {
  return { type: 'User', id: objectId, name: userPrincipalName };
}

/** A policy of which the tenant has one. */
export function policyTarget(name: string): DirectoryChanged['targets'][0] {
  return { type: 'Policy', name };
}

/** The switch of writeback for the whole directory, by whichever way it was turned. */
export function writebackForDirectory(
  state: State,
  on: boolean,
  by?: CloudPrincipal,
): Emitted<DirectoryChanged> {
  const directory = { type: 'Directory', name: state.tenant.name } as const;
  return changed(state, on ? 'enableWriteback' : 'disableWriteback', [directory], [], by);
}
