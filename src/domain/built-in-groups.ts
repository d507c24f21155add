/** Groups that every domain has, whether a world describes them or not. Source: Microsoft, "Active Directory security groups". */
export const BUILT_IN_GROUPS: readonly string[] = [
  'Account Operators',
  'Administrators',
  'Backup Operators',
  'Domain Admins',
  'Domain Users',
  'Enterprise Admins',
  'Enterprise Key Admins',
  'Key Admins',
  'Print Operators',
  'Protected Users',
  'Replicator',
  'Schema Admins',
  'Server Operators',
];

const KEYS: ReadonlySet<string> = new Set(BUILT_IN_GROUPS.map((name) => name.toLowerCase()));

/** Whether a name in lower case is that of a group that every domain has. */
export function isBuiltIn(name: string): boolean {
  return KEYS.has(name);
}
