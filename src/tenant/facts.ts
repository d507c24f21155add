import type { OnPremisesAgent } from './audit-activities.js';
import type { AuditReason } from './audit-reasons.js';
import type { ChangeActivityName } from './change-activities.js';
import type { IntegrationStatus } from './integration-page.js';
import type { PortalSetting } from './portal.js';
import type { Method } from './methods.js';
import type { Cloud, MailName } from './mails.js';
import type { ScreenName, TextProfile } from './screens.js';
import type { SignInError } from './sign-in-log.js';

/** The person or service behind a row of the audit log, as the row names it. */
export interface CloudPrincipal {
  readonly objectId: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
}

/** A step in a session's progress, reported by Self-service Password Management. */
export interface FlowProgressed {
  readonly kind: 'flow-progressed';
  readonly user: CloudPrincipal;
  readonly ipAddress: string;
  readonly result: 'success' | 'failure';
  readonly reason: AuditReason;
  /** Which verification option, for the steps that are about one. */
  readonly method?: Method;
}

/** A verification method of somebody was saved, completed their registration, or was deleted. */
export interface SecurityInfoChanged {
  readonly kind: 'security-info-changed';
  readonly user: CloudPrincipal;
  readonly change: 'saved' | 'registered' | 'deleted';
}

/** Somebody was kept out, or is still: the row's result is success, since keeping them out succeeded. */
export interface ResetBlocked {
  readonly kind: 'reset-blocked';
  readonly user: CloudPrincipal;
  readonly ipAddress: string;
  readonly result: 'success';
  readonly reason: AuditReason;
}

/** What became of one submitted password, or of an unlock. */
export interface OperationReported {
  readonly kind: 'operation-reported';
  readonly activity: 'selfServiceReset' | 'selfServiceChange' | 'resetByAdministrator' | 'selfServiceUnlock';
  /** Whose password or account it is. */
  readonly user: CloudPrincipal;
  /** Who did it, where that is not the user. */
  readonly by?: CloudPrincipal;
  /** The page by which it was done, where the row names it. */
  readonly app?: 'mySignIns';
  readonly ipAddress: string;
  readonly result: 'success' | 'failure';
  readonly reason: AuditReason;
  /** Who carries this user's passwords on-premises. */
  readonly agent: OnPremisesAgent;
}

/** An application as the rows that it causes name it. */
export interface CloudApplication {
  readonly displayName: string;
  readonly servicePrincipalId: string;
}

/** The directory stored a new password: of a reset, or the hash that the sync server sent. */
export interface CloudPasswordWritten {
  readonly kind: 'cloud-password-written';
  readonly user: CloudPrincipal;
  readonly as: 'reset' | 'change' | 'synchronisation';
  /** Undefined: the password service. Otherwise an administrator, or the cloud identity of the synchronisation service. */
  readonly by: CloudPrincipal | CloudApplication | undefined;
}

/** A page as the person saw it. */
export interface ScreenShown {
  readonly kind: 'screen-shown';
  readonly user: string;
  readonly screen: ScreenName;
  readonly profile: TextProfile;
}

/** An administrator opened Password reset > On-premises integration. */
export interface IntegrationPageOpened {
  readonly kind: 'integration-page-opened';
  readonly status: IntegrationStatus;
}

/** An administrator changed a setting in the Entra admin center. */
export interface PortalSettingChanged {
  readonly kind: 'portal-setting-changed';
  /** What stands in the setting's placeholders. */
  readonly values?: Readonly<Record<string, string>>;
  readonly setting: PortalSetting;
  /** The page did not take it. */
  readonly rejected?: boolean;
}

/** Somebody, or the synchronisation service, signed in to Entra ID, or was refused it. */
export interface CloudSignedIn {
  readonly kind: 'cloud-sign-in';
  readonly user: CloudPrincipal;
  readonly ipAddress: string;
  readonly by: 'person' | 'synchronisation';
  readonly error: SignInError | undefined;
}

/** What a person read who was refused. "federation" is a page of somebody else's. */
export interface SignInPageShown {
  readonly kind: 'sign-in-page-shown';
  readonly user: string;
  readonly refusedFor: SignInError | 'federation';
}

/** A mail went out. */
export interface MailSent {
  readonly kind: 'mail-sent';
  readonly mail: MailName;
  readonly to: readonly string[];
  readonly organization: string;
  readonly cloud: Cloud;
}

/** "Contact your administrator" led to the page that the tenant has put behind it. */
export interface HelpdeskPageOpened {
  readonly kind: 'helpdesk-page-opened';
  readonly user: string;
  readonly url: string;
}

/** An administrator, or Connect, changed something in the directory. */
export interface DirectoryChanged {
  readonly kind: 'directory-changed';
  readonly activity: ChangeActivityName;
  readonly by: CloudPrincipal;
  readonly targets: readonly {
    readonly type: 'User' | 'Group' | 'Role' | 'Policy' | 'Directory';
    readonly id?: string;
    readonly name: string;
  }[];
  readonly modified: readonly {
    readonly property: string;
    readonly from?: unknown;
    readonly to?: unknown;
  }[];
}

export type TenantFact =
  | DirectoryChanged
  | MailSent
  | HelpdeskPageOpened
  | FlowProgressed
  | OperationReported
  | SecurityInfoChanged
  | ResetBlocked
  | CloudPasswordWritten
  | ScreenShown
  | IntegrationPageOpened
  | PortalSettingChanged
  | CloudSignedIn
  | SignInPageShown;
