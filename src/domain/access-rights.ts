/** What a caller may do to an account, as the access control lists of the moment say. */
export interface DelegatedRights {
  /** The extended right "Reset Password" (User-Force-Change-Password). */
  readonly resetPassword: boolean;
  readonly writeLockoutTime: boolean;
  readonly writePwdLastSet: boolean;
  /** The extended right "Unexpire Password" on the domain root. */
  readonly unexpirePassword: boolean;
}

const CONTROL_ACCESS = 'control access';
const WRITE_PROPERTY = 'write property';

/** Names and GUIDs as access control lists carry them ([MS-ADTS] 5.1.3.2.1). */
export const RIGHTS = {
  resetPassword: {
    name: 'Reset Password',
    guid: '00299570-246d-11d0-a768-00aa006e0529',
    access: CONTROL_ACCESS,
  },
  changePassword: {
    name: 'Change Password',
    guid: 'ab721a53-1e2f-11d0-9819-00aa0040529b',
    access: CONTROL_ACCESS,
  },
  unexpirePassword: {
    name: 'Unexpire Password',
    guid: 'ccc2dc7d-a6ad-4a7a-8846-c04e3cc53501',
    access: CONTROL_ACCESS,
  },
  writeLockoutTime: {
    name: 'Write lockoutTime',
    guid: '28630ebf-41d5-11d1-a9c1-0000f80367c1',
    access: WRITE_PROPERTY,
  },
  writePwdLastSet: {
    name: 'Write pwdLastSet',
    guid: 'bf967a0a-0de6-11d0-a285-00aa003049e2',
    access: WRITE_PROPERTY,
  },
} as const;

export type RightName = keyof typeof RIGHTS;

/** The rights that password writeback needs, and that administrators grant it. */
export const WRITEBACK_RIGHTS = [
  'resetPassword',
  'writeLockoutTime',
  'writePwdLastSet',
  'unexpirePassword',
] as const satisfies readonly RightName[];

export type WritebackRight = (typeof WRITEBACK_RIGHTS)[number];

/** Every right that entries can grant or deny here. */
export const RIGHT_NAMES = [...WRITEBACK_RIGHTS, 'changePassword'] as const satisfies readonly RightName[];

export type GrantableRight = (typeof RIGHT_NAMES)[number];
