/** What the ACS port saw of one address; `tls` is a TLS greeting on the plain port. */
export type Contact =
  | { kind: 'connected' }
  | { kind: 'closedSilently' }
  | { kind: 'tls' }
  | { kind: 'notHttp' }
  | { kind: 'http'; method: string }
  | { kind: 'refused'; reason: string }
  | { kind: 'full' }
  | { kind: 'malformed'; code: string }
  | { kind: 'understood'; deviceId: string | null }
