import type { Instant } from '../kernel/instant.js';
import type { CloudIdentity } from './cloud-identity.js';
import type { Relay, UnhealthyWithout, WritebackClient } from './client.js';
import type { Environment } from './cloud-path.js';
import type { ServerFaults } from './server-faults.js';
import type { OnboardingFault, OnboardingRefusal } from './onboarding.js';
import type { PreferredControllers } from './preferred-controllers.js';

/** The sync server: Entra Connect, formerly Azure AD Connect. */
export interface ConnectorState {
  /** Fully qualified, as event records print it. */
  readonly host: string;
  /** The build that the synchronisation engine prints. */
  readonly build: string;
  /** The AD DS connector account, without its domain. */
  readonly accountName: string;
  readonly accountSid: string;
  /** The service ADSync. */
  service: { readonly running: boolean; readonly since: Instant };
  /** Password writeback as configured on this server. */
  writebackEnabled: boolean;
  /** When it was last configured. */
  configured: Instant;
  /** At the loss of how many relays the client calls itself unhealthy; Microsoft's page and the event's own words differ. */
  readonly unhealthyWithout: UnhealthyWithout;
  /** The writeback client; what it listens on has a secret of its own, apart from the cloud identity. */
  client: WritebackClient;
  /** Whether the client's configuration file can be read when the service starts. */
  configurationReadable: boolean;
  environment: Environment;
  /** What is wrong on the server, or between it and the domain. */
  faults: ServerFaults;
  /** What has been changed and is in effect from the next start of the service on. */
  faultsFromNextStart: Partial<ServerFaults>;
  /** Whether what an earlier configuration left behind keeps writeback from being switched on. */
  staleConfiguration: boolean;
  /** What will go wrong the next time that writeback is switched on. */
  onboardingFault: OnboardingFault | undefined;
  /** Why switching it on failed the last time, if it did. */
  onboardingTrouble: OnboardingRefusal | undefined;
  /** The key pair that decrypts what the cloud encrypts; each new one is another generation. */
  keys: { readonly generation: number; readonly since: Instant };
  /** The tenant's two relays. */
  readonly relays: readonly [Relay, Relay];
  preferredControllers: PreferredControllers;
  passwordHashSync: boolean;
  /** From the cloud object to the account in Active Directory that it is synchronised with. */
  readonly links: ReadonlyMap<string, string>;
  /** The id of the connector that stands for the forest. */
  readonly forestConnectorId: string;
  /** The connector that stands for the tenant, as `Get-ADSyncConnector` names it. */
  readonly cloudConnectorName: string;
  /** The cloud identity of the synchronisation service: the On-Premises Directory Synchronization Service Account. */
  readonly cloudAccount: { readonly objectId: string; readonly userPrincipalName: string };
  /** The application that newer servers sign in as instead. */
  readonly cloudApplication: { readonly displayName: string; readonly servicePrincipalId: string };
  /** Which of the two, where the world says so; otherwise build and date decide. */
  readonly identity: CloudIdentity | undefined;
}
