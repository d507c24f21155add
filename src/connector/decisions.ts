/** Why a request never reaches the domain. */
export type ConnectorRefusal =
  | { readonly rule: 'nobody-listening' }
  | { readonly rule: 'sync-account-blocked' }
  | { readonly rule: 'writeback-switched-off' };
