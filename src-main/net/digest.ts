import { createHash } from 'node:crypto'
import { parseAuthHeader, type SchemeParameters } from './auth-header.ts'

/** The algorithms of RFC 7616 that boxes know (SHA-512-256 was never seen). */
export type DigestAlgorithm = 'MD5' | 'MD5-sess' | 'SHA-256' | 'SHA-256-sess'

/** Quality of protection; null is the form of RFC 2069. */
export type Qop = 'auth' | 'auth-int' | null

/** One challenge of a 401. `algorithm` and `qops` are what is understood; the texts are to be echoed as they came. */
export type Challenge =
  | { kind: 'basic'; realm: string }
  | {
      kind: 'digest'
      realm: string
      nonce: string
      opaque: string | null
      algorithm: DigestAlgorithm | null
      algorithmText: string | null
      /** Empty in the form of RFC 2069. */
      qops: readonly string[]
      stale: boolean
    }
  | { kind: 'other'; scheme: string }

/** What a client proved, or tried to. */
export type Authorization =
  | { kind: 'basic'; username: string; password: string }
  | {
      kind: 'digest'
      username: string
      realm: string
      nonce: string
      uri: string
      response: string
      algorithm: DigestAlgorithm
      qop: Qop
      /** Null where it is missing or not hexadecimal. */
      nc: number | null
      ncText: string
      cnonce: string
    }
  | { kind: 'malformed'; scheme: string }

/** Reads an algorithm name leniently (`md5`, `MD`, `SHA256`); absent is MD5, unknown is null (RFC 7616 3.3). */
export function parseAlgorithm(text: string | null): DigestAlgorithm | null {
  const match = /^(?:(md5?)|(sha-?256))?(-sess)?$/i.exec(text?.trim() ?? '')
  if (!match) return null
  const session = match[3] !== undefined
  if (match[2] !== undefined) return session ? 'SHA-256-sess' : 'SHA-256'
  return session ? 'MD5-sess' : 'MD5'
}

/** The challenges of one or several WWW-Authenticate headers, in their order (RFC 7616 3.3). Never throws. */
export function parseChallenges(headers: string | readonly string[]): Challenge[] {
  return [headers].flat().flatMap(parseAuthHeader).map(toChallenge)
}

function toChallenge({ scheme, parameters }: SchemeParameters): Challenge {
  const realm = parameters.get('realm') ?? ''
  if (scheme === 'basic') return { kind: 'basic', realm }
  if (scheme !== 'digest') return { kind: 'other', scheme }
  const algorithmText = parameters.get('algorithm') ?? null
  return {
    kind: 'digest',
    realm,
    nonce: parameters.get('nonce') ?? '',
    opaque: parameters.get('opaque') ?? null,
    algorithm: parseAlgorithm(algorithmText),
    algorithmText,
    qops: splitQop(parameters.get('qop') ?? ''),
    stale: parameters.get('stale')?.toLowerCase() === 'true',
  }
}

function splitQop(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((qop) => qop !== '')
}

/**
 * Reads an Authorization header leniently: unquoted values, missing opaque, empty uri, odd algorithm names (RFC 7616
 * 3.4). Null where there is none. Never throws.
 */
export function parseAuthorization(header: string | undefined): Authorization | null {
  if (header === undefined || header.trim() === '') return null
  const [first] = parseAuthHeader(decodeHeader(header))
  if (first?.scheme === 'basic') return toBasic(first.token)
  if (first?.scheme !== 'digest') return { kind: 'malformed', scheme: first?.scheme ?? '' }
  const { parameters } = first
  const algorithm = parseAlgorithm(parameters.get('algorithm') ?? null)
  const nonce = parameters.get('nonce')
  const response = parameters.get('response')
  if (algorithm === null || nonce === undefined || response === undefined)
    return { kind: 'malformed', scheme: 'digest' }
  const qops = splitQop(parameters.get('qop') ?? '')
  const ncText = parameters.get('nc') ?? ''
  return {
    kind: 'digest',
    username: parameters.get('username') ?? '',
    realm: parameters.get('realm') ?? '',
    nonce,
    uri: parameters.get('uri') ?? '',
    response,
    algorithm,
    qop: qops.includes('auth-int') && !qops.includes('auth') ? 'auth-int' : qops.length > 0 ? 'auth' : null,
    nc: /^[0-9a-f]{1,8}$/i.test(ncText) ? Number.parseInt(ncText, 16) : null,
    ncText,
    cnonce: parameters.get('cnonce') ?? '',
  }
}

function toBasic(token: string): Authorization {
  const text = decodeHeader(Buffer.from(token, 'base64').toString('latin1'))
  const colon = text.indexOf(':')
  if (colon < 0) return { kind: 'malformed', scheme: 'basic' }
  return { kind: 'basic', username: text.slice(0, colon), password: text.slice(colon + 1) }
}

/** HTTP parsers hand headers over as Latin-1; boxes with names beyond ASCII mean UTF-8 where the bytes allow it. */
function decodeHeader(latin1: string): string {
  const bytes = Buffer.from(latin1, 'latin1')
  const text = bytes.toString('utf8')
  return Buffer.from(text, 'utf8').equals(bytes) ? text : latin1
}

/** What goes into a digest response; `nc` and `cnonce` as they stand on the wire. */
export interface DigestInput {
  algorithm: DigestAlgorithm
  username: string
  realm: string
  password: string
  method: string
  uri: string
  nonce: string
  qop: Qop
  nc: string
  cnonce: string
  /** Entity body, for auth-int only. */
  body?: Uint8Array | undefined
}

/** The response of a digest in lower-case hexadecimal (RFC 7616 3.4.1; without qop the form of RFC 2069 2.1.2). */
export function computeResponse(input: DigestInput): string {
  const hashName = input.algorithm.startsWith('MD5') ? 'md5' : 'sha256'
  const hash = (data: string | Uint8Array) => createHash(hashName).update(data).digest('hex')
  const user = hash(`${input.username}:${input.realm}:${input.password}`)
  const a1 = input.algorithm.endsWith('-sess') ? hash(`${user}:${input.nonce}:${input.cnonce}`) : user
  const entity = input.qop === 'auth-int' ? `:${hash(input.body ?? new Uint8Array())}` : ''
  const a2 = hash(`${input.method}:${input.uri}${entity}`)
  if (input.qop === null) return hash(`${a1}:${input.nonce}:${a2}`)
  return hash(`${a1}:${input.nonce}:${input.nc}:${input.cnonce}:${input.qop}:${a2}`)
}
