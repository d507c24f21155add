import type { NtHash } from '../kernel/candidate.js';
import type { Duration } from '../kernel/duration.js';
import type { Instant } from '../kernel/instant.js';
import type { BannedLists } from './banned-lists.js';
import type { AdministratorRole } from './administrator-roles.js';
import type { CloudPrincipal } from './facts.js';
import type { SkuPartNumber } from './licences.js';
import type { AdministratorsNotified } from './mail-recipients.js';
import type { Cloud } from './mails.js';
import type { Heartbeats } from './heartbeats.js';
import type { ContactData, Method } from './methods.js';
import type { TextProfile } from './screens.js';
import type { SignInMethod } from './sign-in.js';
import type { SmartLockout, SmartLockoutPolicy } from './smart-lockout.js';
import type { Throttle, ThrottlePolicy } from './throttle.js';

/** A user as Entra ID knows it. */
export interface CloudUser {
  readonly objectId: string;
  readonly displayName: string;
  /** Undefined where nobody has entered one. */
  readonly firstName: string | undefined;
  readonly lastName: string | undefined;
  readonly userPrincipalName: string;
  /** The on-premises account's objectGUID, for a synchronised user; undefined for a cloud-only one. */
  readonly sourceAnchor: string | undefined;
  /** What was registered; data that the directory holds besides work without registering. */
  methods: ReadonlySet<Method>;
  contact: ContactData;
  /** How many security questions the user has answered. */
  securityQuestions: number;
  /** When what is registered was last confirmed; undefined for nobody who has registered. */
  confirmed: Instant | undefined;
  /** The primary address, where there is one besides the sign-in name. */
  readonly mail: string | undefined;
  groups: ReadonlySet<string>;
  roles: ReadonlySet<AdministratorRole>;
  /** What wrong passwords are held against the user. */
  smartLockout: SmartLockout;
  /** What failed attempts are held against the user. */
  throttle: Throttle;
  /** Own licences; only looked at where licences are enforced per user. */
  licences: readonly SkuPartNumber[];
  /** What Entra ID itself would check a password against, whether or not it is asked. */
  passwordHash: NtHash | undefined;
  /** The password is temporary: whoever signs in with it must change it. */
  mustChangePassword: boolean;
  /** When it was set, as the cloud knows. */
  passwordSet: Instant;
  /** The password policy "DisablePasswordExpiration". */
  readonly passwordNeverExpires: boolean;
  /** A password of a synchronised user that was never written back, and by which page it was set. */
  writtenInCloudAlone: { readonly hash: NtHash; readonly by: string } | undefined;
  /** "Account enabled": false for whom sign-in is blocked. */
  enabled: boolean;
  refreshTokensValidFrom: Instant | undefined;
}

/** What happens beside a reset. */
export interface ResetNotifications {
  /** "Notify users on password resets?" */
  users: boolean;
  /** "Notify all admins when other admins reset their password?" */
  administrators: boolean;
  readonly administratorsNotified: AdministratorsNotified;
}

/** Who may reset their own password: nobody, the members of one group, or everybody. */
export type SsprScope =
  { readonly to: 'none' } | { readonly to: 'selected'; readonly group: string } | { readonly to: 'all' };

/** The page Registration. */
export interface Registration {
  /** "Require users to register when signing in". */
  required: boolean;
  /** After how long users are asked to confirm what they have registered; undefined for never. */
  reconfirmAfter: Duration | undefined;
}

/** How far a tenant has moved from the pages of old to the Authentication methods policy. */
export const MIGRATIONS = ['not begun', 'in progress', 'complete'] as const;
export type Migration = (typeof MIGRATIONS)[number];

/** What Entra ID asks of passwords. */
export interface CloudPasswords {
  /** False for a tenant of a school. */
  readonly categoriesRequired: boolean;
  /** "Enforce custom list". */
  customListEnforced: boolean;
  lists: BannedLists;
  /** How old a password of the cloud may become; undefined where none expires. */
  readonly expireAfter: Duration | undefined;
  /** EnforceCloudPasswordPolicyForPasswordSyncedUsers. */
  readonly expireForSynchronised: boolean;
}

export interface TenantState {
  /** How synchronised users sign in: a setting of their domain. */
  signInMethod: SignInMethod;
  /** The feature ForcePasswordChangeOnLogOn: whether temporary passwords are synchronised. */
  readonly temporaryPasswords: boolean;
  readonly tenantId: string;
  readonly initialDomain: string;
  /** What the tenant is called, in mails and to the banned password evaluation. */
  readonly name: string;
  readonly cloud: Cloud;
  /** Who makes the changes that nobody in particular makes. */
  readonly administrator: CloudPrincipal;
  licences: readonly SkuPartNumber[];
  licenceEnforcement: 'tenant' | 'user';
  sspr: {
    /** False where a tenant has no password reset policy at all. */
    policyDefined: boolean;
    scope: SsprScope;
    methods: ReadonlySet<Method>;
    methodsRequired: 1 | 2;
    /** How many questions there must be, to have registered them and to be asked. */
    questions: { toRegister: number; toReset: number };
    readonly notifications: ResetNotifications;
    /** "Custom helpdesk email or URL", where the link is customised. */
    helpdesk: string | undefined;
    registration: Registration;
    /** From the first page to the finished reset. */
    readonly sessionLives: Duration;
    /** How long a code that was sent is good for. */
    readonly codeLives: Duration;
  };
  readonly passwords: CloudPasswords;
  readonly throttling: ThrottlePolicy;
  readonly smartLockout: SmartLockoutPolicy;
  /** The Authentication methods policy, and whether it counts yet. */
  authenticationMethods: { migration: Migration; methods: ReadonlySet<Method> };
  /** `allowedToUseSSPR` as it is in effect: whether administrators may reset their own passwords. */
  administratorsMayReset: boolean;
  /** Which groups are members of a group. */
  readonly nestedGroups: ReadonlyMap<string, ReadonlySet<string>>;
  /** When the trial began; undefined for a paid subscription. */
  readonly trialSince: Instant | undefined;
  /** Whether a domain besides the initial one exists. */
  readonly customDomain: boolean;
  /** Whether Connect brings identities. */
  readonly synchronises: boolean;
  /** The builds of Connect by which the integration page judges the client. */
  readonly clientBuilds: { readonly current: string; readonly reporting: string };
  /** Whether the cloud's side of writeback has trouble of its own. */
  readonly serviceTrouble: boolean;
  /** Whether the directory takes no password. */
  readonly directoryTrouble: boolean;
  writeback: {
    /** What the sync server last registered: never anything, then on or off. */
    registration: 'never' | 'on' | 'off';
    /** "Write back passwords to your on-premises directory" on the integration page. */
    portalSetting: boolean;
    /** "Allow users to unlock accounts without resetting their password" on the same page. */
    unlockWithoutReset: boolean;
    /** What the cloud hears of the client, and all that it knows of it. */
    heartbeats: Heartbeats;
    /** Which of the client's public keys passwords are encrypted with. */
    keyGeneration: number;
  };
  /** What keeps the synchronisation account from signing in, if anything, and since when. */
  syncAccountBlocked: { readonly by: 'mfa'; readonly since: Instant } | undefined;
  readonly textProfile: TextProfile;
  /** Keyed by user principal name in lower case. */
  readonly users: Map<string, CloudUser>;
}
