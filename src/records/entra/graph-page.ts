/** A page of Microsoft Graph's answer, newest first. */
export interface GraphPage<R> {
  readonly '@odata.context': string;
  readonly value: readonly R[];
}

export function graphPage<R>(collection: 'directoryAudits' | 'signIns', rows: readonly R[]): GraphPage<R> {
  return {
    '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#auditLogs/${collection}`,
    value: rows.toReversed(),
  };
}
