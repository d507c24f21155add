const SUPPORT_ARTICLES = 'MicrosoftDocs/SupportArticles-docs: support/entra/entra-id/user-prov-sync';

export const TROUBLESHOOTING =
  'MicrosoftDocs/entra-docs: docs/identity/authentication/troubleshoot-sspr-writeback.md';
export const PASSWORD_HASH_SYNC = `${SUPPORT_ARTICLES}/troubleshoot-pwd-sync.md`;
export const WRITEBACK_NOT_CONFIGURED = `${SUPPORT_ARTICLES}/unable-configure-pwd-writeback-error.md`;
export const RPC_ERRORS = `${SUPPORT_ARTICLES}/rpc-errors-affecting-aadconnect.md`;
/** The tutorial while the product was called Azure AD Connect. */
export const TUTORIAL =
  'MicrosoftDocs/azure-docs: articles/active-directory/authentication/tutorial-enable-sspr-writeback.md';

/** By Microsoft's identity support engineers in Japan. */
export const SUPPORT_BLOG =
  'jpazureid/blog: articles/azure-active-directory-connect/password-writeback-overview.md';
/** An administrator's notes on a tenant of their own, with Connect 2.4.129.0. */
export const TENANT_RUNBOOK = `a tenant's public runbook, "Password reset & self-service (SSPR)"`;
/** Records of a refused change. */
export const REFUSED_CHANGE = 'c7solutions.com, "Password writeback errors", 2015';
/** Records of a change that met no domain controller. */
export const UNREACHABLE_CONTROLLER =
  'the blog post "KB - SelfServicePasswordReset write-back problem - error hr=80230818", 2022';
/** A public script that reads these records, and quotes some. */
export const EVENTS_SCRIPT = 'Get-EntraConnectPasswordSyncEvents.ps1';
/** Records of a successful reset, exported in 2026. */
export const EXPORTED_EVENTS =
  'dbielas/Lab-projects: Evidence/01-Self-Service-Password-Reset/sync-server-events.txt';
