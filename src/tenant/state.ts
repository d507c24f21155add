import type { NtHash } from '../kernel/candidate.js';
import type { Instant } from '../kernel/instant.js';
import type { SkuPartNumber } from './licences.js';
import type { Method } from './methods.js';
import type { TextProfile } from './screens.js';

/** A user as Entra ID knows it. */
export interface CloudUser {
  readonly objectId: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  /** The on-premises account's objectGUID, for a synchronised user; undefined for a cloud-only one. */
  readonly sourceAnchor: string | undefined;
  methods: ReadonlySet<Method>;
  groups: ReadonlySet<string>;
  /** Own licences; only looked at where licences are enforced per user. */
  licences: readonly SkuPartNumber[];
  passwordHash: NtHash | undefined;
  refreshTokensValidFrom: Instant | undefined;
}

/** Who may reset their own password: nobody, the members of one group, or everybody. */
export type SsprScope =
  { readonly to: 'none' } | { readonly to: 'selected'; readonly group: string } | { readonly to: 'all' };

export interface TenantState {
  readonly tenantId: string;
  readonly initialDomain: string;
  licences: readonly SkuPartNumber[];
  licenceEnforcement: 'tenant' | 'user';
  sspr: { scope: SsprScope; methods: ReadonlySet<Method>; methodsRequired: 1 | 2 };
  writeback: {
    /** What the sync server last registered: never anything, then on or off. */
    registration: 'never' | 'on' | 'off';
    /** "Write back passwords to your on-premises directory" on the integration page. */
    portalSetting: boolean;
    /** When the listener was lost, if it is; the cloud notices after a while. */
    lastHeartbeat: Instant | 'live';
  };
  /** What keeps the synchronisation account from signing in, if anything, and since when. */
  syncAccountBlocked: { readonly by: 'mfa'; readonly since: Instant } | undefined;
  readonly textProfile: TextProfile;
  /** Keyed by user principal name in lower case. */
  readonly users: Map<string, CloudUser>;
}
