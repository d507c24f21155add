/** Why a request never reaches the domain. */
export type ConnectorRefusal =
  | { readonly rule: 'nobody-listening' }
  | { readonly rule: 'sync-account-blocked' }
  | { readonly rule: 'writeback-switched-off' }
  /** The connector looks before it writes: a domain controller would have accepted. */
  | { readonly rule: 'account-disabled-on-premises'; readonly account: string };
