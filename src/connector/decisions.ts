/** Why a request never reaches the domain, or the domain turns the connector account away. */
export type ConnectorRefusal =
  | { readonly rule: 'nobody-listening' }
  | { readonly rule: 'sync-account-blocked' }
  | { readonly rule: 'writeback-switched-off' }
  | { readonly rule: 'reset-password-right-missing'; readonly account: string; readonly object: string };
