const ENTRA = 'MicrosoftDocs/entra-docs: docs/identity/authentication';

/** The documented table of errors that a person may see. */
export const ERROR_TABLE = `${ENTRA}/troubleshoot-sspr.md`;
export const HOW_RESET_WORKS = `${ENTRA}/concept-sspr-howitworks.md`;
export const HOW_WRITEBACK_WORKS = `${ENTRA}/concept-sspr-writeback.md`;
export const LICENSING = `${ENTRA}/concept-sspr-licensing.md`;
export const SSPR_0029 =
  'MicrosoftDocs/SupportArticles-docs: support/entra/entra-id/user-prov-sync/password-writeback-error-code-sspr-0029.md';

/** What the reports said in 2015; most of its sentences have not been seen in a row of today. */
export const CLASSIC_REPORT =
  'MicrosoftDocs/azure-docs: articles/active-directory/active-directory-passwords-get-insights.md';
/** The errors of a change that the sign-in page knows, by number and name. */
export const SIGN_IN_ERROR_CODES =
  'MicrosoftDocs/azure-docs: articles/active-directory/develop/reference-aadsts-error-codes.md';
/** Published queries that compare rows with whole sentences. */
export const QUERIES = 'le0li9ht/Microsoft-Sentinel-Queries: EntraID/PasswordReset.md';
/** Rows that a tenant exported in 2026. */
export const EXPORTED_ROWS = 'dbielas/Lab-projects: Evidence/SSPR/entra-audit-log.csv';
/** Real rows, anonymised. */
export const ANONYMISED_ROWS = 'SEKOIA-IO/intake-formats: Azure/azure-ad/tests';
