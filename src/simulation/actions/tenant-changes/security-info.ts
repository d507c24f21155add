import { at } from '../../../attempt/stage.js';
import { ENTRA_HOST } from '../../../attempt/tenant-stages.js';
import type { Emitted } from '../../../kernel/fact.js';
import type { SecurityInfoChanged } from '../../../tenant/facts.js';
import type { CloudUser } from '../../../tenant/state.js';
import type { PartyFact } from '../../../world/action.js';

/** The row of a method that was saved or deleted, or of a registration that is complete with it. */
export function securityInfo(user: CloudUser, change: SecurityInfoChanged['change']): Emitted<PartyFact> {
  const { objectId, userPrincipalName, displayName } = user;
  return at(ENTRA_HOST, {
    kind: 'security-info-changed',
    user: { objectId, userPrincipalName, displayName },
    change,
  });
}
