import { createHash, randomBytes } from 'node:crypto'

/** HTTP authentication of RFC 2617 and RFC 7616, both ways: as client of ACS and file server, as server of connection requests. */

export interface Credentials {
  readonly username: string
  readonly password: string
}

export interface Challenge {
  readonly scheme: 'digest' | 'basic'
  readonly parameters: ReadonlyMap<string, string>
}

export interface DigestInput extends Credentials {
  readonly method: string
  readonly uri: string
  readonly realm: string
  readonly nonce: string
  readonly algorithm: string
  readonly qop: '' | 'auth' | 'auth-int'
  readonly nc: string
  readonly cnonce: string
  readonly body: Uint8Array | string
}

const HASHES: Readonly<Record<string, string>> = { MD5: 'md5', 'SHA-256': 'sha256' }

/** The `response` value of a digest; algorithms MD5, SHA-256 and their `-sess` forms, qop none, auth or auth-int. */
export function digestResponse(input: DigestInput): string {
  const algorithm = input.algorithm.toUpperCase()
  const isSession = algorithm.endsWith('-SESS')
  const hashName = HASHES[isSession ? algorithm.slice(0, -5) : algorithm] ?? 'md5'
  const hash = (data: Uint8Array | string) => createHash(hashName).update(data).digest('hex')
  const secret = hash(`${input.username}:${input.realm}:${input.password}`)
  const a1 = isSession ? hash(`${secret}:${input.nonce}:${input.cnonce}`) : secret
  const entity = input.qop === 'auth-int' ? `:${hash(input.body)}` : ''
  const a2 = hash(`${input.method}:${input.uri}${entity}`)
  return input.qop === ''
    ? hash(`${a1}:${input.nonce}:${a2}`)
    : hash(`${a1}:${input.nonce}:${input.nc}:${input.cnonce}:${input.qop}:${a2}`)
}

/** Reads every challenge of the WWW-Authenticate headers, several in one header included. */
export function parseChallenges(headers: readonly string[]): Challenge[] {
  return headers.flatMap((header) =>
    header.split(/(?:^|[\s,]+)(?=(?:Digest|Basic)\s)/i).flatMap((part): Challenge[] => {
      const match = /^(digest|basic)\s+(.*)$/is.exec(part.trim())
      const scheme = match?.[1]?.toLowerCase()
      return scheme === 'digest' || scheme === 'basic'
        ? [{ scheme, parameters: parseParameters(match?.[2] ?? '') }]
        : []
    }),
  )
}

/** Reads `name=value` pairs, quoted or not. */
export function parseParameters(text: string): Map<string, string> {
  const pairs = text.matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g)
  return new Map([...pairs].map(([, name = '', quoted, bare]) => [name.toLowerCase(), quoted ?? bare ?? '']))
}

export interface RequestToSign {
  readonly method: string
  readonly uri: string
  readonly body: Uint8Array | string
}

/** Something that signs one request after another for a challenge, counting nc. */
export type Signer = (request: RequestToSign) => string

/**
 * Chooses among challenges and returns a signer: digest before basic, SHA-256 before MD5, an algorithm it knows.
 * Undefined when no challenge can be met.
 */
export function createSigner(challenges: readonly Challenge[], credentials: Credentials): Signer | undefined {
  const digests = challenges.filter(({ scheme, parameters }) => scheme === 'digest' && isKnown(parameters))
  const digest = digests.find(({ parameters }) => algorithmOf(parameters).startsWith('SHA-256')) ?? digests[0]
  if (digest !== undefined) {
    return digestSigner(digest.parameters, credentials)
  }
  return challenges.some(({ scheme }) => scheme === 'basic')
    ? () => `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`
    : undefined
}

const algorithmOf = (parameters: ReadonlyMap<string, string>): string =>
  (parameters.get('algorithm') ?? 'MD5').toUpperCase()
const isKnown = (parameters: ReadonlyMap<string, string>): boolean =>
  algorithmOf(parameters).replace(/-SESS$/, '') in HASHES

function digestSigner(parameters: ReadonlyMap<string, string>, credentials: Credentials): Signer {
  const offered = (parameters.get('qop') ?? '').split(',').map((qop) => qop.trim())
  const qop = offered.includes('auth') ? 'auth' : offered.includes('auth-int') ? 'auth-int' : ''
  const realm = parameters.get('realm') ?? ''
  const nonce = parameters.get('nonce') ?? ''
  const algorithm = parameters.get('algorithm') ?? 'MD5'
  let count = 0
  return (request) => {
    count += 1
    const nc = count.toString(16).padStart(8, '0')
    const cnonce = randomBytes(8).toString('hex')
    const response = digestResponse({ ...credentials, ...request, realm, nonce, algorithm, qop, nc, cnonce })
    const opaque = parameters.get('opaque')
    return [
      `Digest username="${credentials.username.replace(/["\\]/g, '\\$&')}"`,
      `realm="${realm}"`,
      `nonce="${nonce}"`,
      `uri="${request.uri}"`,
      ...(parameters.has('algorithm') ? [`algorithm=${algorithm}`] : []),
      `response="${response}"`,
      ...(opaque === undefined ? [] : [`opaque="${opaque}"`]),
      ...(qop === '' ? [] : [`qop=${qop}`, `nc=${nc}`]),
      ...(qop === '' && !algorithm.toUpperCase().endsWith('-SESS') ? [] : [`cnonce="${cnonce}"`]),
    ].join(', ')
  }
}

/** Checks an Authorization header against credentials; the nonce must be one that was handed out. */
export function verifyDigest(
  authorization: string | undefined,
  request: RequestToSign,
  credentials: Credentials,
  isNonceValid: (nonce: string) => boolean,
): boolean {
  const match = /^digest\s+(.*)$/is.exec(authorization ?? '')
  const sent = parseParameters(match?.[1] ?? '')
  const nonce = sent.get('nonce') ?? ''
  const qop = sent.get('qop') ?? ''
  if (match === null || sent.get('username') !== credentials.username || !isNonceValid(nonce)) {
    return false
  }
  const expected = digestResponse({
    ...credentials,
    method: request.method,
    body: request.body,
    uri: sent.get('uri') ?? '',
    realm: sent.get('realm') ?? '',
    nonce,
    algorithm: sent.get('algorithm') ?? 'MD5',
    qop: qop === 'auth' || qop === 'auth-int' ? qop : '',
    nc: sent.get('nc') ?? '',
    cnonce: sent.get('cnonce') ?? '',
  })
  return expected === sent.get('response')
}
