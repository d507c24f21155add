import { decideBy, type Decision, type Rule } from '../kernel/decision.js';
import { decideCloudPath, type Environment } from './cloud-path.js';
import type { ClientTrouble } from './client.js';

/** What a client needs when the service starts. */
export interface ClientStart {
  readonly environment: Environment;
  /** Whether its configuration file can be read. */
  readonly configurationReadable: boolean;
  /** Whether the cloud lets the synchronisation service's own account in: its relays' keys are asked for with it. */
  readonly identityWorks: boolean;
}

const RULES: readonly Rule<ClientStart, ClientTrouble>[] = [
  {
    rule: 'configuration-unreadable',
    refusal: ({ configurationReadable }) =>
      configurationReadable ? undefined : { rule: 'configuration-unreadable' },
  },
  {
    rule: 'firewall-blocks-443',
    refusal: ({ environment }) => {
      const path = decideCloudPath(environment);
      return path.allowed ? undefined : path.refusal;
    },
  },
  {
    rule: 'sync-account-blocked',
    refusal: ({ identityWorks }) => (identityWorks ? undefined : { rule: 'sync-account-blocked' }),
  },
];

/** Whether a client that starts gets to its relays. */
export function decideClientStart(start: ClientStart): Decision<ClientTrouble> {
  return decideBy(RULES, start);
}
