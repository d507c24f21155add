/** Which outcomes of a subcategory are audited. */
export const AUDIT_OUTCOMES = ['none', 'success', 'failure', 'success and failure'] as const;
export type AuditOutcomes = (typeof AUDIT_OUTCOMES)[number];

/** A subcategory of the advanced audit policy, as far as it decides about records that the simulator knows. */
interface SubcategoryOf {
  /** As `auditpol` and the viewer's Task Category name it. */
  readonly name: string;
  /** What stands in the Task element of its records. */
  readonly task: number;
  /** What a domain controller audits before anybody configures it. */
  readonly windows: AuditOutcomes;
  /** What the founding article's domain controller audits: its reader finds refused resets, and nothing else. */
  readonly article: AuditOutcomes;
}

/**
 * Sources: MicrosoftDocs/windows-itpro-docs: security/threat-protection/auditing (event pages, for the tasks);
 * gradenegger.eu, "Standard auditing rules for Windows Server operating systems", and the page
 * basic-audit-account-management.md, for Windows' defaults. The article names no subcategory: its column is inferred
 * from the failure record that it shows.
 */
export const SUBCATEGORIES = {
  userAccountManagement: {
    name: 'User Account Management',
    task: 13824,
    windows: 'success',
    article: 'success and failure',
  },
  credentialValidation: {
    name: 'Credential Validation',
    task: 14336,
    windows: 'success',
    article: 'failure',
  },
  kerberosAuthenticationService: {
    name: 'Kerberos Authentication Service',
    task: 14339,
    windows: 'success',
    article: 'failure',
  },
  logon: { name: 'Logon', task: 12544, windows: 'success and failure', article: 'none' },
  accountLockout: { name: 'Account Lockout', task: 12546, windows: 'success', article: 'none' },
  authenticationPolicyChange: {
    name: 'Authentication Policy Change',
    task: 13569,
    windows: 'success',
    article: 'success',
  },
  directoryServiceAccess: {
    name: 'Directory Service Access',
    task: 14080,
    windows: 'success',
    article: 'none',
  },
  directoryServiceChanges: {
    name: 'Directory Service Changes',
    task: 14081,
    windows: 'none',
    article: 'none',
  },
} as const satisfies Record<string, SubcategoryOf>;

export type Subcategory = keyof typeof SUBCATEGORIES;

/** What domain controllers audit: by subcategory, and whether objects ask for it. */
export interface AuditPolicy {
  readonly outcomes: Readonly<Record<Subcategory, AuditOutcomes>>;
  /**
   * Whether user objects carry audit entries (a SACL) for resets and attribute writes. Without them Directory Service
   * Access and Changes have nothing to say, whatever the policy.
   */
  readonly objectsAudited: boolean;
}

/** Whether a record of the subcategory is written for this outcome. */
export function audits({ outcomes }: AuditPolicy, subcategory: Subcategory, succeeded: boolean): boolean {
  const audited = outcomes[subcategory];
  return audited === 'success and failure' || audited === (succeeded ? 'success' : 'failure');
}
