import type { ConnectionRequestVerdict } from '#shared/model/reach.ts'
import { type Challenge, parseChallenges } from '../net/digest.ts'
import { solveChallenge } from '../net/solve-challenge.ts'
import { type ConnectionRequestTarget, parseConnectionRequestUrl } from './connection-request-url.ts'
import type { HttpAnswer } from './http-answer.ts'
import { type Asked, openConnection, type ProbeConnection } from './probe-connection.ts'

/** ConnectionRequestUsername and ConnectionRequestPassword of a box. */
export interface Credentials {
  username: string
  password: string
}

export interface ConnectionRequestInput {
  url: string
  /** Null where none are known: enough for the many boxes that do not ask. */
  credentials: Credentials | null
  /** Basic shows the password to whoever listens on the wire. */
  allowBasic: boolean
  /** For the whole request, all its connections included. */
  timeoutMs: number
  /** Address of the chosen adapter. */
  localAddress?: string | undefined
  signal?: AbortSignal | undefined
}

/** Asks a box by HTTP to open a session (TR-069 3.2.2.1). Never throws; success is proven only by the Inform. */
export async function requestConnection(input: ConnectionRequestInput): Promise<ConnectionRequestVerdict> {
  const parsed = parseConnectionRequestUrl(input.url)
  if (parsed.kind === 'badUrl') return parsed
  const caller = new Caller(parsed.target, input)
  try {
    return await negotiate(caller, parsed.target, input)
  } finally {
    caller.close()
  }
}

async function negotiate(
  caller: Caller,
  target: ConnectionRequestTarget,
  input: ConnectionRequestInput,
): Promise<ConnectionRequestVerdict> {
  let asked = await caller.ask(null)
  let refused: { realm: string } | null = null
  // Two answers: the second for a box that gave a new nonce to the new connection which it had made us open.
  for (let answers = 0; ; answers++) {
    if (asked.kind === 'failure') return refused ? { kind: 'wrongPassword', ...refused } : asked.verdict
    if (isSuccess(asked.answer)) return { kind: 'accepted', status: asked.answer.status, attempts: caller.attempts }
    if (asked.answer.status !== 401)
      return refused ? { kind: 'wrongPassword', ...refused } : verdictOfStatus(asked.answer)
    const challenges = parseChallenges(asked.answer.headers.get('www-authenticate') ?? [])
    const realm = realmOf(challenges)
    const isStale = challenges.some((challenge) => challenge.kind === 'digest' && challenge.stale)
    if (answers === 2 || (answers === 1 && !isStale && !caller.hasReconnected)) return { kind: 'wrongPassword', realm }
    if (answers === 1 && !isStale) refused = { realm }
    if (input.credentials === null) return { kind: 'noCredentials', realm }
    const authorization = solveChallenge(challenges, {
      ...input.credentials,
      method: 'GET',
      uri: target.requestTarget,
      allowBasic: input.allowBasic,
    })
    if (authorization === null) return unanswerable(challenges, realm)
    asked = await caller.ask(authorization)
  }
}

function isSuccess({ status }: HttpAnswer): boolean {
  return status >= 200 && status < 300
}

function verdictOfStatus({ status, headers }: HttpAnswer): ConnectionRequestVerdict {
  if (status === 503 || status === 429) {
    const seconds = Number(headers.get('retry-after')?.[0] ?? Number.NaN)
    const isUsable = Number.isFinite(seconds) && seconds >= 0
    return { kind: 'busy', retryAfterSeconds: isUsable ? Math.ceil(seconds) : null }
  }
  return status === 404 || status === 405 || status === 410
    ? { kind: 'notFound', status }
    : { kind: 'rejected', status }
}

function unanswerable(challenges: readonly Challenge[], realm: string): ConnectionRequestVerdict {
  const offered = challenges.map((challenge) =>
    challenge.kind === 'digest' ? `digest ${challenge.algorithmText ?? ''}`.trim() : nameOf(challenge),
  )
  if (offered.length > 0 && challenges.every(({ kind }) => kind === 'basic')) return { kind: 'basicOnly', realm }
  return { kind: 'unknownChallenge', offered: offered.join(', ').slice(0, 200) }
}

function nameOf(challenge: Exclude<Challenge, { kind: 'digest' }>): string {
  return challenge.kind === 'basic' ? 'basic' : challenge.scheme
}

function realmOf(challenges: readonly Challenge[]): string {
  const named = challenges.find((challenge) => challenge.kind !== 'other')
  return named?.kind === 'basic' || named?.kind === 'digest' ? named.realm.slice(0, 200) : ''
}

/**
 * Sends the request over the connection of the last one where that can be (some boxes bind the nonce to it), else over
 * a new one; when that is closed without an answer, once more over another.
 */
class Caller {
  attempts = 0
  /** Whether the last request went over another connection than the one before it. */
  hasReconnected = false
  readonly #target: ConnectionRequestTarget
  readonly #input: ConnectionRequestInput
  readonly #deadline: number
  #connection: ProbeConnection | null = null

  constructor(target: ConnectionRequestTarget, input: ConnectionRequestInput) {
    this.#target = target
    this.#input = input
    this.#deadline = performance.now() + input.timeoutMs
  }

  async ask(authorization: string | null): Promise<Asked> {
    this.hasReconnected = this.#connection === null && this.attempts > 0
    const first = await this.#askOnce(authorization)
    if (first.kind !== 'failure' || first.verdict.kind !== 'closed') return first
    this.hasReconnected = true
    return this.#askOnce(authorization)
  }

  close(): void {
    this.#connection?.close()
    this.#connection = null
  }

  async #askOnce(authorization: string | null): Promise<Asked> {
    if (this.#connection === null) {
      const opened = await openConnection(this.#target, { ...this.#input, timeoutMs: this.#leftMs() })
      if (opened.kind === 'failure') return opened
      this.#connection = opened.connection
    }
    this.attempts++
    const asked = await this.#connection.ask(this.#request(authorization), this.#leftMs())
    if (asked.kind === 'failure' || !asked.isReusable) this.close()
    return asked
  }

  #leftMs(): number {
    return Math.max(1, this.#deadline - performance.now())
  }

  #request(authorization: string | null): string {
    const lines = [
      `GET ${this.#target.requestTarget} HTTP/1.1`,
      `Host: ${this.#target.hostHeader}`,
      'User-Agent: FieldACS',
      'Accept: */*',
    ]
    if (authorization !== null) lines.push(`Authorization: ${authorization}`)
    return `${lines.join('\r\n')}\r\n\r\n`
  }
}
