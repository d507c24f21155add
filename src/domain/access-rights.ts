/** What the connector account may do to synchronised users, as delegated on the domain. */
export interface DelegatedRights {
  /** The extended right "Reset Password" (User-Force-Change-Password). */
  readonly resetPassword: boolean;
  readonly writeLockoutTime: boolean;
  readonly writePwdLastSet: boolean;
  /** The extended right "Unexpire Password" on the domain root. */
  readonly unexpirePassword: boolean;
}

/** Names and GUIDs as access control lists carry them ([MS-ADTS] 5.1.3.2.1; MicrosoftDocs/win32: desktop-src/ADSchema). */
export const RIGHTS = {
  resetPassword: { name: 'Reset Password', guid: '00299570-246d-11d0-a768-00aa006e0529' },
  changePassword: { name: 'Change Password', guid: 'ab721a53-1e2f-11d0-9819-00aa0040529b' },
  unexpirePassword: { name: 'Unexpire Password', guid: 'ccc2dc7d-a6ad-4a7a-8846-c04e3cc53501' },
  writeLockoutTime: { name: 'Write lockoutTime', guid: '28630ebf-41d5-11d1-a9c1-0000f80367c1' },
  writePwdLastSet: { name: 'Write pwdLastSet', guid: 'bf967a0a-0de6-11d0-a285-00aa003049e2' },
} as const;

export type RightName = keyof typeof RIGHTS;
