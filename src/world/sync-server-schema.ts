import * as z from 'zod/mini';
import { FIREWALL_STATES, PROXY_STATES } from '../connector/cloud-path.js';
import { ONBOARDING_FAULTS } from '../connector/onboarding.js';
import { described, flag } from './described.js';
import { MOMENT_SAYS, momentText } from './moment-text.js';

const network = z.strictObject({
  firewall: described(
    'TCP 443 outwards: open, closed for one relay or both, or closed altogether.',
    z._default(z.enum(FIREWALL_STATES), 'open'),
  ),
  proxy: described(
    'A proxy on the way out: none, one that works, one that machine.config does not name, or one that wants to be told who is asking.',
    z._default(z.enum(PROXY_STATES), 'none'),
  ),
  tls12: flag('Whether TLS 1.2 is enabled on the sync server.', true),
  rootCertificates: flag("Whether the root certificates of the relays' chain are trusted there.", true),
  nameResolution: flag('Whether names of the cloud resolve there.', true),
});

/** How the sync server's writeback client is set up, and what lies between it and the cloud. */
export const syncServer = {
  network: described('What lies between the sync server and the cloud.', z.prefault(network, {})),
  keys: described(
    'Whether the sync server has the key that the cloud encrypts passwords for; a server restored from a backup may not.',
    z._default(z.enum(['match', 'mismatch']), 'match'),
  ),
  keysCreated: described(
    `When the keys were made: ${MOMENT_SAYS}. They are rolled over every six months.`,
    z._default(momentText, '30 days ago'),
  ),
  configuration: described(
    "The client's stored configuration: fine, unreadable when the service starts, or left over from before and in the way of switching writeback on.",
    z._default(z.enum(['fine', 'unreadable', 'stale']), 'fine'),
  ),
  onboardingFault: described(
    'What goes wrong once, the next time that writeback is switched on.',
    z.optional(z.enum(ONBOARDING_FAULTS)),
  ),
};
