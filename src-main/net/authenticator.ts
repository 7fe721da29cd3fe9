import { createHash, timingSafeEqual } from 'node:crypto'
import { type Authorization, computeResponse, type DigestAlgorithm, parseAuthorization } from './digest.ts'
import { NonceTable } from './nonce-table.ts'

export type AuthMode = 'none' | 'basic' | 'digest'

/** Why a request got a challenge: `missing` and `stale` are the normal course, the others are failures. */
export type ChallengeReason = 'missing' | 'stale' | 'wrongPassword' | 'unknownUser' | 'replay' | 'malformed'

/** `username` is null where nothing was proven (mode `none`). */
export type AuthVerdict =
  | { kind: 'ok'; username: string | null }
  | { kind: 'challenge'; headers: { 'WWW-Authenticate': string }; reason: ChallengeReason }

/** What is needed of a request; `address` is for the failure list only. */
export interface AuthRequest {
  method: string
  url: string
  headers: { authorization?: string | undefined }
  body?: Uint8Array | undefined
  address?: string
}

/** Failed tries of one user name from one address since its last success. */
export interface AuthFailure {
  username: string
  address: string
  count: number
  reason: ChallengeReason
  /** Milliseconds since 1970. */
  lastAt: number
}

export interface AuthenticatorOptions {
  realm: string
  /** Of the challenge: MD5 is what every box knows. */
  algorithm?: DigestAlgorithm
  /** Of the challenge: some boxes fail on any other than `auth` alone. */
  qop?: 'auth' | 'auth-int' | 'auth,auth-int' | null
  /** Protection space of the challenge (RFC 7616 3.3). */
  domain?: string
  nonceTtlMs?: number
  maxNonces?: number
  usesWithoutCount?: number
  maxFailures?: number
  now?: () => number
}

/** The password of a user name, or null where it is not known. */
export type CredentialsFor = (username: string) => string | null

type Digest = Extract<Authorization, { kind: 'digest' }>

/**
 * HTTP authentication of boxes (TR-069 3.4.5; RFC 7616, 2617 and 2069). Nonces are not bound to a connection: boxes
 * open a new one after the 401.
 */
export class Authenticator {
  readonly #options: AuthenticatorOptions
  readonly #nonces: NonceTable
  readonly #opaque: string
  readonly #now: () => number
  readonly #failures = new Map<string, AuthFailure>()

  constructor(options: AuthenticatorOptions) {
    const { nonceTtlMs = 300_000, maxNonces = 10_000, usesWithoutCount = 1, now = Date.now } = options
    this.#options = options
    this.#now = now
    this.#nonces = new NonceTable({ ttlMs: nonceTtlMs, maxUsed: maxNonces, usesWithoutCount }, now)
    this.#opaque = createHash('sha256').update(options.realm).digest('hex').slice(0, 16)
  }

  /** Judges one request; the headers of a challenge go out with a 401. */
  authenticate(request: AuthRequest, credentialsFor: CredentialsFor, mode: AuthMode): AuthVerdict {
    if (mode === 'none') return { kind: 'ok', username: null }
    const given = parseAuthorization(request.headers.authorization)
    if (given === null || (given.kind !== 'malformed' && given.kind !== mode)) return this.#challenge(mode, 'missing')
    const username = given.kind === 'malformed' ? '' : given.username
    const reason = this.#judge(given, request, credentialsFor)
    if (reason === null) {
      this.#failures.delete(failureKey(username, request.address))
      return { kind: 'ok', username }
    }
    if (reason !== 'stale') this.#countFailure(username, request.address ?? '', reason)
    return this.#challenge(mode, reason)
  }

  /** Failed tries for the screen, latest last; the list is bounded. */
  failures(): AuthFailure[] {
    return [...this.#failures.values()]
  }

  #judge(given: Authorization, request: AuthRequest, credentialsFor: CredentialsFor): ChallengeReason | null {
    if (given.kind === 'malformed') return 'malformed'
    const password = credentialsFor(given.username)
    const isRight = given.kind === 'basic' ? isSame(given.password, password ?? '') : isAnswer(given, request, password)
    if (password === null) return 'unknownUser'
    if (!isRight) return 'wrongPassword'
    if (given.kind === 'basic') return null
    if (!isSameTarget(given.uri, request.url)) return 'malformed'
    const verdict = this.#nonces.use(given.nonce, given.qop === null ? null : given.nc)
    if (verdict === 'fresh') return null
    return verdict === 'replay' ? 'replay' : 'stale'
  }

  /** A replay also gets `stale`: an honest box that repeats its count then simply takes the new nonce. */
  #challenge(mode: 'basic' | 'digest', reason: ChallengeReason): AuthVerdict {
    const { realm, algorithm = 'MD5', qop = 'auth', domain = '/' } = this.#options
    const quoted = realm.replace(/["\\]/g, '\\$&')
    if (mode === 'basic') {
      return { kind: 'challenge', headers: { 'WWW-Authenticate': `Basic realm="${quoted}"` }, reason }
    }
    const parts = [`realm="${quoted}"`, `domain="${domain}"`]
    if (qop !== null) parts.push(`qop="${qop}"`)
    parts.push(`nonce="${this.#nonces.issue()}"`, `opaque="${this.#opaque}"`, `algorithm=${algorithm}`)
    if (reason === 'stale' || reason === 'replay') parts.push('stale=true')
    return { kind: 'challenge', headers: { 'WWW-Authenticate': `Digest ${parts.join(', ')}` }, reason }
  }

  #countFailure(fullName: string, address: string, reason: ChallengeReason): void {
    const username = fullName.slice(0, 256)
    const key = failureKey(username, address)
    const count = (this.#failures.get(key)?.count ?? 0) + 1
    this.#failures.delete(key)
    this.#failures.set(key, { username, address, count, reason, lastAt: this.#now() })
    const [oldest] = this.#failures.keys()
    if (oldest !== undefined && this.#failures.size > (this.#options.maxFailures ?? 500)) this.#failures.delete(oldest)
  }
}

function failureKey(username: string, address = ''): string {
  return `${address} ${username.slice(0, 256)}`
}

/** Computes with what the box sent; an unknown user costs the same time as a known one. */
function isAnswer(given: Digest, request: AuthRequest, password: string | null): boolean {
  const { method, body } = request
  return isSame(
    given.response.toLowerCase(),
    computeResponse({ ...given, nc: given.ncText, method, body, password: password ?? '' }),
  )
}

function isSame(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(a), hash(b))
}

/** Whether the uri of a digest means the request target: absolute or path only, query optional, empty is taken. */
function isSameTarget(uri: string, target: string): boolean {
  const claimed = pathAndQuery(uri)
  const asked = pathAndQuery(target)
  return claimed === '' || claimed === asked || (!claimed.includes('?') && claimed === asked.split('?', 1)[0])
}

function pathAndQuery(uri: string): string {
  const path = uri.trim().replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '')
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
