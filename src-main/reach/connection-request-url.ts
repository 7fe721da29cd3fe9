import type { ConnectionRequestVerdict } from '#shared/model/reach.ts'

/** A connection-request URL taken apart. */
export interface ConnectionRequestTarget {
  /** Without brackets; may carry a zone (`fe80::1%eth0`). */
  host: string
  port: number
  /** Path and query as the box wrote them: some boxes compare them by character. */
  requestTarget: string
  /** Value of the Host header. */
  hostHeader: string
}

export type ParsedUrl =
  | { kind: 'target'; target: ConnectionRequestTarget }
  | Extract<ConnectionRequestVerdict, { kind: 'badUrl' }>

const pattern =
  /^(?:([a-z][a-z0-9+.-]*):\/\/|(?![^/]*:\/\/))(?:[^@/?#]*@)?(\[[^\]]*\]|[^:/?#[\]]*)(?::(\d*))?([/?][^#]*)?(?:#.*)?$/i
const anyAddress = /^(?:0\.0\.0\.0|::|\(null\)|null)?$/i

/**
 * Takes a ConnectionRequestURL apart leniently: no scheme, no path, IPv6 literal with or without zone, blanks around it.
 * Connection requests are never HTTPS (TR-069 3.2.2.1).
 */
export function parseConnectionRequestUrl(url: string): ParsedUrl {
  const text = url.trim()
  const bad = (reason: 'empty' | 'syntax' | 'https' | 'noHost'): ParsedUrl => ({ kind: 'badUrl', url: text, reason })
  if (text === '') return bad('empty')
  const match = pattern.exec(text)
  if (!match) return bad('syntax')
  const [, scheme = 'http', bracketed = '', portText = '', rest = '/'] = match
  if (scheme.toLowerCase() === 'https') return bad('https')
  if (scheme.toLowerCase() !== 'http') return bad('syntax')
  const host = bracketed.replace(/^\[|\]$/g, '').replace(/%25/, '%')
  if (anyAddress.test(host)) return bad('noHost')
  const port = portText === '' ? 80 : Number(portText)
  if (port < 1 || port > 65_535) return bad('syntax')
  const path = rest.startsWith('/') ? rest : `/${rest}`
  const requestTarget = path.replace(/[^\x21-\x7e]+/g, percentEncode)
  return { kind: 'target', target: { host, port, requestTarget, hostHeader: formatHostPort(host, port) } }
}

function percentEncode(text: string): string {
  return Buffer.from(text, 'utf8').toString('hex').toUpperCase().replace(/../g, '%$&')
}

/** `host:port` with brackets around IPv6, without its zone and without port 80. */
export function formatHostPort(host: string, port: number): string {
  const name = host.includes(':') ? `[${host.split('%', 1)[0]}]` : host
  return port === 80 ? name : `${name}:${port}`
}

/** The same URL on another address: same port, path and query (field.md, pain 8). */
export function withHost(target: ConnectionRequestTarget, host: string): string {
  const name = host.includes(':') ? `[${host}]` : host
  return `http://${name}${target.port === 80 ? '' : `:${target.port}`}${target.requestTarget}`
}
