import { maskXml } from './redact-xml.ts'
import { isSecretKey, mask } from './secret-names.ts'

const maxDepth = 6

/** A copy of logged data with the values of fields that look like secrets masked, at any depth. */
export function maskData(data: Record<string, unknown>, depth = 0): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, maskField(key, value, depth)]))
}

function maskField(key: string, value: unknown, depth: number): unknown {
  if (isSecretKey(key)) return value === '' || value === null || value === undefined ? value : mask
  return maskValue(value, depth)
}

function maskValue(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Error) return value
  if (ArrayBuffer.isView(value)) return `${value.byteLength} bytes`
  if (depth >= maxDepth) return '…'
  if (Array.isArray(value)) return value.map((item) => maskValue(item, depth + 1))
  return maskData(value as Record<string, unknown>, depth + 1)
}

// Bounded, so that a body full of "://" costs no more than a fixed number of steps each.
const urlCredentials = /(:\/\/[^\s/:@<>"]{0,256}):[^\s/@<>"]{1,256}@/g

/**
 * Masks the secrets in a SOAP body: the values of parameters whose names look secret, `Password` elements (Download,
 * Upload, DU operations), and passwords inside URLs. Works on broken and truncated XML, in linear time; what it does
 * not understand it leaves as it is. Empty values stay empty: boxes answer so for passwords, and that is worth seeing.
 */
export function maskSecrets(xml: string): string {
  return maskXml(xml).replace(urlCredentials, `$1:${mask}@`)
}

/** Masks credentials in HTTP headers: of Authorization scheme and user name remain, of cookies the names. */
export function maskHeaders(headers: readonly (readonly [string, string])[]): [string, string][] {
  return headers.map(([name, value]) => [name, headerMasks[name.toLowerCase()]?.(value) ?? value])
}

const headerMasks: Record<string, (value: string) => string> = {
  authorization: maskAuthorization,
  'proxy-authorization': maskAuthorization,
  cookie: (value) => value.split(';').map(maskCookiePair).join(';'),
  'set-cookie': (value) => {
    const [pair = '', ...attributes] = value.split(';')
    return [maskCookiePair(pair), ...attributes].join(';')
  },
}

function maskCookiePair(pair: string): string {
  const equals = pair.indexOf('=')
  return equals < 0 ? mask : `${pair.slice(0, equals)}=${mask}`
}

function maskAuthorization(value: string): string {
  const [, scheme = '', rest = ''] = /^\s*(\S+)\s*(.*)$/s.exec(value) ?? []
  switch (scheme.toLowerCase()) {
    case '':
      return ''
    case 'basic':
      return `${scheme} ${Buffer.from(rest, 'base64').toString().split(':', 1)[0]}:${mask}`
    case 'digest':
      return `${scheme} ${maskDigest(rest)}`
    default:
      return rest === '' ? mask : `${scheme} ${mask}`
  }
}

const openDigestFields = new Set(['username', 'realm', 'uri', 'algorithm', 'qop', 'nc'])

function maskDigest(fields: string): string {
  const shown: string[] = []
  for (const [, name = '', value = ''] of fields.matchAll(/\b([a-z]+)\s{0,8}=\s{0,8}("[^"]*"|[^\s,]*)/gi))
    shown.push(`${name}=${openDigestFields.has(name.toLowerCase()) ? value : `"${mask}"`}`)
  return shown.length === 0 ? mask : shown.join(', ')
}
