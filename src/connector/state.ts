import type { Instant } from '../kernel/instant.js';
import type { CloudIdentity } from './cloud-identity.js';

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
  /** Whether a service host listens on the tenant's relays; the relay has its own secret. */
  listening: boolean;
  /** Preferred domain controllers as they were typed in; [] is any. */
  preferredControllers: readonly string[];
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
