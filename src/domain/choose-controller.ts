import type { Duration } from '../kernel/duration.js';
import type { DomainController } from './state.js';

/** Why no domain controller takes the connector's write. */
export type UnreachableRefusal =
  | { readonly rule: 'domain-controllers-down'; readonly tried: readonly string[] }
  | { readonly rule: 'preferred-controller-by-netbios-name'; readonly names: readonly string[] }
  | { readonly rule: 'only-read-only-controllers'; readonly tried: readonly string[] }
  /** Kerberos takes nothing from a machine whose clock is off by more than the tolerance. */
  | {
      readonly rule: 'clock-skew-too-great';
      readonly controller: string;
      readonly skew: Duration;
      readonly tolerated: Duration;
    };

type Machine = Pick<DomainController, 'host' | 'online' | 'readOnly'>;

/**
 * The domain controller that the sync server writes to: of its preferred ones, or else of all, the first that runs and
 * is writable; the PDC emulator is the first of all. Preferred ones count by fully qualified name alone.
 *
 * Which one is asked first is not documented; MicrosoftDocs/entra-docs: how-to-connect-install-prerequisites.md says
 * that read-only ones are not supported.
 */
export function chooseController<C extends Machine>(
  controllers: readonly C[],
  preferred: readonly string[],
): C | UnreachableRefusal {
  const asked =
    preferred.length === 0
      ? controllers
      : preferred.flatMap((name) =>
          controllers.filter(({ host }) => host.toLowerCase() === name.toLowerCase()),
        );
  const tried = asked.map(({ host }) => host);
  const running = asked.filter(({ online }) => online);
  const found = running.find(({ readOnly }) => !readOnly);
  if (found !== undefined) return found;
  const short = preferred.filter((name) => !name.includes('.'));
  if (short.length > 0) return { rule: 'preferred-controller-by-netbios-name', names: short };
  if (running.length > 0) return { rule: 'only-read-only-controllers', tried };
  return { rule: 'domain-controllers-down', tried: tried.length === 0 ? preferred : tried };
}

/** Who answers people and administrators in the domain: the first that runs, a writable one before a read-only one. */
export function answeringController<C extends Machine>({
  controllers,
}: {
  readonly controllers: readonly [C, ...C[]];
}): C {
  return (
    controllers.find(({ online, readOnly }) => online && !readOnly) ??
    controllers.find(({ online }) => online) ??
    controllers[0]
  );
}
