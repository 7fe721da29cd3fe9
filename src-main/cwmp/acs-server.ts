import { randomUUID } from 'node:crypto'
import type { TlsOptions } from 'node:tls'
import type { Warning } from '#shared/model/session.ts'
import type { CwmpSettings } from '#shared/model/settings.ts'
import type { Log } from '../log/log.ts'
import type { Authenticator, AuthVerdict } from '../net/authenticator.ts'
import {
  answerBrowser,
  answerFor,
  type BoxManners,
  busyAnswer,
  emptyAnswer,
  plainAnswer,
  redirectAnswer,
  refusedContent,
} from './acs-answers.ts'
import type { Inform } from './codec/messages.ts'
import type { Contact } from './contact.ts'
import type { DecodedMessage } from './decode-message.ts'
import { type HttpConnection, httpLimits } from './http/connection.ts'
import { HttpServer, type HttpServerHandler } from './http/http-server.ts'
import type { HttpReply, HttpRequest } from './http/message.ts'
import { MessageDecoder } from './message-decoder.ts'
import { CwmpSession, type SessionListener } from './session.ts'
import { patienceMs } from './session-clock.ts'
import { SessionTable } from './session-table.ts'
import { type AcsAnswer, incomingOf, type TraceOrigin, type TraceRecorder } from './trace-recorder.ts'

/** An Inform that got no session: its credentials were wrong, or the box was sent elsewhere. */
export interface TurnedAway {
  sessionId: string
  inform: Inform
  address: string
  outcome: 'refused' | 'completed'
  reason: string
}

export interface AcsServerDeps {
  settings: () => CwmpSettings
  /** The password of a user name, or null; the settings' own pair and those kept per box. */
  passwordOf: (username: string) => string | null
  authenticator: Authenticator
  sessions: SessionListener
  mannersOf: (deviceId: string) => BoxManners
  /** Shown, because the sender waits in front of the technician. */
  onTurnedAway: (visit: TurnedAway) => void
  trace: TraceRecorder
  /** Told how far each address gets on its way to a session. */
  onContact?: (address: string, contact: Contact) => void
  log: Log
}

/** One POST on its way through the server. */
interface Exchange {
  request: HttpRequest
  connection: HttpConnection
  message: Extract<DecodedMessage, { kind: 'message' }>
  inform: Inform | null
  origin: TraceOrigin
  settings: CwmpSettings
}

/** `session` is its id for the trace, null where there is none. */
interface Outcome {
  session: string | null
  answer: AcsAnswer
}

type Challenge = Extract<AuthVerdict, { kind: 'challenge' }>

/** How much longer a connection lives than the session on it may be silent. */
const graceMs = 10_000

/** The ACS end of CWMP over HTTP (TR-069 3.4): brings each POST to its session, and back what that replies. */
export class AcsServer {
  readonly #deps: AcsServerDeps
  readonly #sessions = new SessionTable()
  readonly #timers = new Map<CwmpSession, NodeJS.Timeout>()
  readonly #http: HttpServer
  readonly #https: HttpServer
  readonly #decoder = new MessageDecoder()

  constructor(deps: AcsServerDeps) {
    this.#deps = deps
    const handler: HttpServerHandler = {
      onOpen: (connection) => this.#contact(connection, { kind: 'connected' }),
      onRequest: (request, connection) => this.#serve(request, connection),
      onTrouble: (trouble, connection) => this.#trouble(trouble, connection),
      onClose: (connection) => this.#closed(connection),
      onTlsError: (address, reason) => deps.log.warn('TLS handshake failed', { address, reason }),
    }
    this.#http = new HttpServer(handler)
    this.#https = new HttpServer(handler)
  }

  /** Opens the port; throws PORT_IN_USE, PORT_FORBIDDEN or ADDRESS_NOT_AVAILABLE. Returns the port in use. */
  start(address: string, port: number): Promise<number> {
    return this.#http.start(address, port)
  }

  /** Opens the HTTPS port beside it; the sessions are the same. Throws as `start`. */
  startSecure(address: string, port: number, tls: TlsOptions): Promise<number> {
    return this.#https.start(address, port, tls)
  }

  stopSecure(): Promise<void> {
    return this.#https.stop()
  }

  /** Ends all sessions for a reason of ours, worded under `sessionReasons`. */
  endSessions(reason: string): void {
    for (const session of this.#sessions.all()) this.#finish(session, 'stopped', reason)
  }

  /** Ends all sessions and closes all connections. */
  async stop(): Promise<void> {
    this.endSessions('serverStopped')
    await Promise.all([this.#http.stop(), this.#decoder.stop()])
  }

  async #serve(request: HttpRequest, connection: HttpConnection): Promise<HttpReply> {
    this.#contact(connection, { kind: 'http', method: request.method })
    try {
      if (request.method !== 'POST') return answerBrowser(request)
      const message = await this.#decoder.decode({
        bytes: request.body,
        encoding: request.headers.get('content-encoding'),
        contentType: request.headers.get('content-type'),
      })
      const inform = informOf(message)
      const address = connection.remoteAddress
      const deviceId = inform && this.#deps.sessions.deviceIdOf(inform, address)
      const origin = { connection, address, deviceId }
      const incoming = incomingOf(request, message)
      const { session, answer } =
        message.kind === 'problem'
          ? { session: null, answer: refusedContent(message.code) }
          : await this.#exchange({ request, connection, message, inform, origin, settings: this.#deps.settings() })
      if (answer.status !== 0) this.#deps.trace.exchange(session, origin, incoming, answer)
      return answer
    } catch (error) {
      this.#deps.log.error('request failed', { error })
      return plainAnswer(500, 'Internal error')
    }
  }

  /** Finds or opens the session and lets it reply. */
  #exchange(exchange: Exchange): Outcome | Promise<Outcome> {
    const { request, connection, message, inform, settings } = exchange
    const found = this.#sessions.find(request.headers.get('cookie') ?? '', connection, connection.remoteAddress)
    // Each Inform begins a session, and each session must be proven; an address alone proves nothing.
    const isProven = found !== null && found.by !== 'address' && inform === null
    const challenge = isProven ? null : this.#authenticate(exchange)
    if (challenge) return this.#refuse(exchange, challenge)
    if (found && inform === null) return this.#post(found.session, exchange)
    if (inform) {
      if (found && found.by !== 'address') this.#finish(found.session, 'replaced', 'newInform')
      const other = this.#sessions.ofDevice(exchange.origin.deviceId ?? '')
      if (other) this.#finish(other, 'replaced', 'newInform')
      if (settings.redirectUrl !== '') return this.#redirect(exchange, inform, settings.redirectUrl)
      if (this.#sessions.liveCount >= settings.maxSessions) {
        this.#contact(connection, { kind: 'full' })
        return { session: null, answer: busyAnswer() }
      }
    } else if (message.decoded.kind !== 'malformed') {
      // A probe, or a stray message: what it is about is over (wire.md 8, 28).
      return { session: null, answer: emptyAnswer(settings) }
    }
    const addresses = { remote: connection.remoteAddress, local: connection.localAddress }
    const session = new CwmpSession(newSessionId(), addresses, this.#deps.sessions)
    this.#sessions.add(session, connection)
    return this.#post(session, exchange)
  }

  async #post(session: CwmpSession, { request, connection, message }: Exchange): Promise<Outcome> {
    this.#stopTimer(session)
    const isFirst = session.phase === 'awaitingInform'
    const pending = session.post(message.decoded, request.warnings)
    this.#sessions.bind(session, connection)
    const reply = await pending
    this.#contact(connection, contactOf(message, session))
    if (reply.kind !== 'superseded') this.#afterReply(session, connection)
    const manners = this.#deps.mannersOf(session.deviceId ?? '')
    return { session: session.id, answer: answerFor(reply, manners, isFirst ? session.token : null) }
  }

  #authenticate({ request, connection, settings }: Exchange): Challenge | null {
    const { method, target: url, headers, body } = request
    const verdict = this.#deps.authenticator.authenticate(
      {
        method,
        url,
        headers: { authorization: headers.get('authorization') },
        address: connection.remoteAddress,
        body,
      },
      this.#deps.passwordOf,
      settings.auth,
    )
    return verdict.kind === 'challenge' ? verdict : null
  }

  #refuse({ inform, connection }: Exchange, { headers, reason }: Challenge): Outcome {
    this.#contact(connection, { kind: 'refused', reason })
    const answer = { status: 401, headers, body: '', message: null }
    const isNormal = reason === 'missing' || reason === 'stale'
    if (isNormal || inform === null) return { session: null, answer }
    return { session: this.#turnAway(connection, inform, 'refused', reason), answer }
  }

  #redirect({ request, connection }: Exchange, inform: Inform, url: string): Outcome {
    const session = this.#turnAway(connection, inform, 'completed', 'redirected')
    return { session, answer: redirectAnswer(request, url) }
  }

  #turnAway(connection: HttpConnection, inform: Inform, outcome: TurnedAway['outcome'], reason: string): string {
    const sessionId = newSessionId()
    this.#deps.onTurnedAway({ sessionId, inform, address: connection.remoteAddress, outcome, reason })
    return sessionId
  }

  #afterReply(session: CwmpSession, connection: HttpConnection): void {
    if (session.phase === 'ended') return this.#sessions.remove(session)
    if (session.reported) this.#sessions.retire(session)
    const patience = this.#startTimer(session)
    connection.idleMs = Math.max(httpLimits.idleMs, patience + graceMs)
  }

  #startTimer(session: CwmpSession): number {
    this.#stopTimer(session)
    const patience = patienceMs(session, this.#deps.settings().sessionTimeoutSeconds)
    const timer = setTimeout(
      () => this.#finish(session, 'timeout', session.outstanding ? 'noAnswer' : 'silent'),
      patience,
    )
    timer.unref()
    this.#timers.set(session, timer)
    return patience
  }

  #stopTimer(session: CwmpSession): void {
    clearTimeout(this.#timers.get(session))
    this.#timers.delete(session)
  }

  #finish(session: CwmpSession, outcome: 'timeout' | 'replaced' | 'stopped', reason: string): void {
    this.#stopTimer(session)
    this.#sessions.remove(session)
    session.end(outcome, reason)
  }

  /** A box may go on in a new connection; a session that has done its part needs none, and one we kept waiting may be lost. */
  #closed(connection: HttpConnection): void {
    if (!connection.hasSpoken) this.#contact(connection, { kind: 'closedSilently' })
    const session = this.#sessions.ofConnection(connection)
    if (!session) return
    if (session.reported) this.#finish(session, 'timeout', 'silent')
    else if (session.isDeciding) this.#startTimer(session)
  }

  #contact(connection: HttpConnection, contact: Contact): void {
    this.#deps.onContact?.(connection.remoteAddress, contact)
  }

  #trouble(trouble: Warning, connection: HttpConnection): void {
    const session = this.#sessions.ofConnection(connection)
    const contact = troubles[trouble.code]
    if (contact && !session) this.#contact(connection, contact)
    if (session) this.#deps.sessions.onWarnings(session, [trouble])
    else this.#deps.log.warn('no usable HTTP', { address: connection.remoteAddress, ...trouble })
  }
}

/** Troubles on a connection without a session that say what the client takes us for. */
const troubles: Record<string, Contact> = { tlsOnPlainPort: { kind: 'tls' }, bytesSkipped: { kind: 'notHttp' } }

function contactOf({ decoded }: Exchange['message'], { deviceId }: CwmpSession): Contact {
  return decoded.kind === 'malformed'
    ? { kind: 'malformed', code: decoded.problem.code }
    : { kind: 'understood', deviceId }
}

function informOf(message: DecodedMessage): Inform | null {
  if (message.kind === 'problem' || message.decoded.kind !== 'envelope') return null
  const { message: content } = message.decoded.envelope
  return content.name === 'Inform' ? content : null
}

/** Short, unique, and fit for cwmp:ID (at most 32 characters with its counter). */
function newSessionId(): string {
  return randomUUID().replaceAll('-', '').slice(0, 16)
}
