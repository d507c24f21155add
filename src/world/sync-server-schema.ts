import * as z from 'zod/mini';
import { FIREWALL_STATES, PROXY_STATES } from '../connector/cloud-path.js';
import { UNHEALTHY_WITHOUT } from '../connector/client.js';
import { ONBOARDING_FAULTS } from '../connector/onboarding.js';
import { REMOTE_SAM } from '../connector/server-faults.js';
import { described, flag, wholeNumber } from './described.js';
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
  rpc: described(
    'RPC from the sync server to domain controllers: TCP 135 and the dynamic ports.',
    z._default(z.enum(['open', 'blocked']), 'open'),
  ),
});

/** How the sync server's writeback client is set up, and what lies between it and the cloud. */
export const syncServer = {
  network: described('What lies between the sync server and the cloud.', z.prefault(network, {})),
  forestAddedLater: flag(
    'Whether the forest was added after writeback was switched on: password synchronisation is not enabled for it.',
    false,
  ),
  signAndEncryptLdap: flag('The option "Sign and Encrypt LDAP Traffic" of the connector.', true),
  accountPasswordLength: described(
    "How long the connector account's password is, in characters; more than 256 do not work.",
    z._default(wholeNumber(1, 10_000), 127),
  ),
  accountInProtectedUsers: flag('Whether the connector account is a member of Protected Users.', false),
  remoteSam: described(
    'Remote calls to the SAM: open, restricted by policy, restricted by the registry value that a policy left behind, or without the default permissions to read the domain.',
    z._default(z.enum(REMOTE_SAM), 'open'),
  ),
  policyHints: flag('Whether the domain controllers know the LDAP control for policy hints.', true),
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
  unhealthyWithout: described(
    'Without which of its two relays the client reports that it is unhealthy (event 31044): both, as the event itself words it, or either, as the troubleshooting page has it.',
    z._default(z.enum(UNHEALTHY_WITHOUT), 'both relays'),
  ),
  onboardingFault: described(
    'What goes wrong once, the next time that writeback is switched on.',
    z.optional(z.enum(ONBOARDING_FAULTS)),
  ),
};
