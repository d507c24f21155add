import type { Instant } from '../kernel/instant.js';
import { withObject, type DirectoryObject } from './access-directory.js';
import type { DomainController, DomainState } from './state.js';

/**
 * A change of an access control list has been written or has arrived. What stands on a container without accounts is in
 * force at once; what others inherit is so after the domain's permission delay, at each domain controller from when it
 * has the change.
 */
export function setOnItsWay(
  domain: DomainState,
  controller: DomainController,
  object: DirectoryObject,
  now: Instant,
): void {
  if (object.objectClass === 'container' || domain.permissionDelay === 0) {
    controller.permissionsInForce = withObject(controller.permissionsInForce, object);
    return;
  }
  const due = now + domain.permissionDelay;
  controller.propagating = [...controller.propagating, { due, object }];
  domain.chores.push({ do: 'propagate', at: due, controller: controller.position });
}

/** Puts into force what is due; a domain controller that does not run does nothing until it is started. */
export function propagate(controller: DomainController, now: Instant): void {
  if (!controller.online) return;
  const due = controller.propagating.filter((one) => one.due <= now);
  if (due.length === 0) return;
  controller.propagating = controller.propagating.filter((one) => one.due > now);
  for (const { object } of due) {
    controller.permissionsInForce = withObject(controller.permissionsInForce, object);
  }
}

/** A domain controller has been started: what fell due meanwhile does so as soon as it has caught up. */
export function resumePropagation(domain: DomainState, controller: DomainController, now: Instant): void {
  const earliest = now + domain.replication.catchUp;
  controller.propagating = controller.propagating.map((one) => ({
    ...one,
    due: Math.max(one.due, earliest),
  }));
  for (const { due } of controller.propagating) {
    domain.chores.push({ do: 'propagate', at: due, controller: controller.position });
  }
}
