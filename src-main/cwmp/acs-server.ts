import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { CwmpSettings } from '#shared/model/settings.ts'
import type { Log } from '../log/log.ts'
import { plainAddress } from '../net/address.ts'
import type { Authenticator, AuthVerdict } from '../net/authenticator.ts'
import { listen } from '../net/listen.ts'
import { decodeBody, decodeContent, encodeEnvelope } from './codec/index.ts'
import type { Decoded, Inform } from './codec/messages.ts'
import type { Contact } from './contact.ts'
import { readBody } from './http-body.ts'
import { CwmpSession, type Reply, type SessionListener } from './session.ts'
import { patienceMs } from './session-clock.ts'
import { cookieName, SessionTable } from './session-table.ts'
import type { HttpAnswer, TraceRecorder } from './trace-recorder.ts'

const maxBodyBytes = 16 * 1024 * 1024
const idleConnectionMs = 120_000
const slowHeadersMs = 30_000
const slowRequestMs = 300_000
const retryAfterSeconds = 5
/** First byte of a TLS record that greets (RFC 8446 5.1). */
const tlsHandshake = 0x16

export interface AcsServerDeps {
  settings: () => CwmpSettings
  /** The password of a user name, or null; the settings' own pair and those kept per box. */
  passwordOf: (username: string) => string | null
  authenticator: Authenticator
  sessions: SessionListener
  /** An Inform whose credentials were wrong: shown, because its sender waits in front of the technician. */
  onRefused: (sessionId: string, inform: Inform, addresses: { remote: string; local: string }, reason: string) => void
  trace: TraceRecorder
  /** Told how far each address gets on its way to a session. */
  contacts?: ContactSink
  log: Log
}

/** Who wants to know what the ACS port sees of an address. */
export interface ContactSink {
  note(address: string, contact: Contact): void
}

/** The ACS end of CWMP over HTTP (TR-069 3.4): carries bytes between boxes and sessions, nothing else. */
export class AcsServer {
  readonly #deps: AcsServerDeps
  readonly #sessions = new SessionTable()
  readonly #timers = new Map<CwmpSession, NodeJS.Timeout>()
  #server: Server | null = null

  constructor(deps: AcsServerDeps) {
    this.#deps = deps
  }

  /** Opens the port; throws PORT_IN_USE, PORT_FORBIDDEN or ADDRESS_NOT_AVAILABLE. Returns the port in use. */
  async start(address: string, port: number): Promise<number> {
    const server = createServer(
      { keepAliveTimeout: idleConnectionMs, headersTimeout: slowHeadersMs, requestTimeout: slowRequestMs },
      (request, response) => {
        this.#handle(request, response).catch((error: unknown) => this.#crashed(response, error))
      },
    )
    server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => this.#badHttp(error, socket))
    server.on('connection', (socket) => this.#watch(socket))
    await listen(server, address, port)
    this.#server = server
    return (server.address() as AddressInfo).port
  }

  /** Ends all sessions and closes all connections. */
  async stop(): Promise<void> {
    for (const session of this.#sessions.all()) this.#finish(session, 'stopped', 'serverStopped')
    const server = this.#server
    this.#server = null
    if (!server) return
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  }

  /** The open session of a device, if it still takes work. */
  openSessionOf(deviceId: string): CwmpSession | undefined {
    return this.#sessions.all().find((session) => session.deviceId === deviceId && !session.reported)
  }

  get openSessions(): number {
    return this.#sessions.all().filter((session) => !session.reported).length
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#note(request.socket, { kind: 'http', method: request.method ?? '' })
    if (request.method !== 'POST') return answerBrowser(request, response)
    const body = await readBody(request, maxBodyBytes)
    if (body.kind === 'aborted') return
    if (body.kind === 'tooLarge')
      return sendPlain(response, 413, { Connection: 'close' }, 'The message is larger than 16 MiB.')
    const content = decodeContent(request.headers['content-encoding'], body.bytes, maxBodyBytes)
    if (content.kind === 'problem') return refuseContent(response, content.code)
    const decoded = decodeBody(content.bytes, hintsOf(request))
    await this.#exchange(request, response, content.bytes, decoded)
  }

  async #exchange(request: IncomingMessage, response: ServerResponse, bytes: Buffer, decoded: Decoded): Promise<void> {
    const addresses = {
      remote: plainAddress(request.socket.remoteAddress),
      local: plainAddress(request.socket.localAddress),
    }
    const incoming = this.#deps.trace.incoming(request, bytes, decoded)
    const answer = (session: CwmpSession | null, what: HttpAnswer): void => {
      this.#deps.trace.exchange(session?.id ?? null, addresses.remote, incoming, what)
      sendAnswer(response, what)
    }
    const known = this.#knownSession(request, addresses.remote, decoded)
    if (!known) {
      const refusal = this.#authenticate(request, bytes)
      if (refusal) this.#note(request.socket, { kind: 'refused', reason: refusal.reason })
      if (refusal) return this.#challenge(refusal, decoded, addresses, (what) => answer(null, what))
    }
    const session = known ?? this.#open(decoded, addresses, request.socket)
    if (session === null) return answer(null, emptyAnswer(this.#deps.settings()))
    if (session === 'full') {
      this.#note(request.socket, { kind: 'full' })
      return answer(null, {
        status: 503,
        headers: { 'Retry-After': String(retryAfterSeconds) },
        body: '',
        message: null,
      })
    }
    this.#sessions.bind(session, request.socket)
    this.#stopTimer(session)
    const isFirst = session.phase === 'awaitingInform'
    const reply = await session.post(decoded)
    if (decoded.kind === 'envelope' && decoded.envelope.message.name === 'Inform') this.#replaceOthers(session)
    if (decoded.kind === 'malformed') this.#note(request.socket, { kind: 'malformed', code: decoded.problem.code })
    else this.#note(request.socket, { kind: 'understood', deviceId: session.deviceId })
    if (reply.kind === 'superseded') {
      response.destroy()
      return
    }
    answer(session, this.#httpAnswer(reply, isFirst ? session : null))
    this.#startTimer(session)
  }

  /** The session this POST belongs to; an Inform always starts its own. */
  #knownSession(request: IncomingMessage, address: string, decoded: Decoded): CwmpSession | null {
    const found = this.#sessions.find(request.headers.cookie ?? '', request.socket, address)
    if (!found) return null
    if (decoded.kind === 'envelope' && decoded.envelope.message.name === 'Inform') {
      if (found.by !== 'address') this.#finish(found.session, 'replaced', 'newInform')
      return null
    }
    // An address proves nothing: with authentication on, the box must prove itself again.
    if (found.by === 'address' && this.#deps.settings().auth !== 'none' && this.#authenticate(request, null))
      return null
    return found.session
  }

  #authenticate(request: IncomingMessage, body: Buffer | null): Extract<AuthVerdict, { kind: 'challenge' }> | null {
    const { auth } = this.#deps.settings()
    const result = this.#deps.authenticator.authenticate(
      {
        method: request.method ?? 'POST',
        url: request.url ?? '/',
        headers: request.headers,
        address: plainAddress(request.socket.remoteAddress),
        body: body ?? Buffer.alloc(0),
      },
      this.#deps.passwordOf,
      auth,
    )
    return result.kind === 'challenge' ? result : null
  }

  #challenge(
    refusal: Extract<AuthVerdict, { kind: 'challenge' }>,
    decoded: Decoded,
    addresses: { remote: string; local: string },
    answer: (what: HttpAnswer) => void,
  ): void {
    answer({ status: 401, headers: refusal.headers, body: '', message: null })
    const isNormal = refusal.reason === 'missing' || refusal.reason === 'stale'
    if (isNormal || decoded.kind !== 'envelope' || decoded.envelope.message.name !== 'Inform') return
    this.#deps.onRefused(newSessionId(), decoded.envelope.message, addresses, refusal.reason)
  }

  /** A new session for an Inform; null where nothing can start one (a probe, a stray answer). */
  #open(decoded: Decoded, addresses: { remote: string; local: string }, socket: Socket): CwmpSession | 'full' | null {
    const startsSession =
      decoded.kind === 'malformed' || (decoded.kind === 'envelope' && decoded.envelope.message.name === 'Inform')
    if (!startsSession) return null
    if (this.openSessions >= this.#deps.settings().maxSessions) return 'full'
    const session = new CwmpSession(newSessionId(), addresses, this.#deps.sessions)
    this.#sessions.add(session, socket)
    return session
  }

  #replaceOthers(session: CwmpSession): void {
    if (session.deviceId === null) return
    for (const other of this.#sessions.othersOf(session.deviceId, session)) this.#finish(other, 'replaced', 'newInform')
  }

  #httpAnswer(reply: Exclude<Reply, { kind: 'superseded' }>, cookieOf: CwmpSession | null): HttpAnswer {
    switch (reply.kind) {
      case 'envelope': {
        const headers: Record<string, string> = { 'Content-Type': 'text/xml; charset=utf-8' }
        if (cookieOf) headers['Set-Cookie'] = `${cookieName}=${cookieOf.token}; Path=/`
        return { status: 200, headers, body: encodeEnvelope(reply.envelope), message: reply.envelope }
      }
      case 'empty':
        return emptyAnswer(this.#deps.settings())
      case 'bad':
        return {
          status: 400,
          headers: { 'Content-Type': 'text/plain' },
          body: 'The message could not be read.\n',
          message: null,
        }
    }
  }

  #startTimer(session: CwmpSession): void {
    if (session.phase === 'ended') return this.#sessions.remove(session)
    const timer = setTimeout(
      () => this.#finish(session, 'timeout', session.outstanding ? 'noAnswer' : 'silent'),
      patienceMs(session, this.#deps.settings().sessionTimeoutSeconds),
    )
    timer.unref()
    this.#timers.set(session, timer)
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

  /** Bytes that are no HTTP: garbage after our last answer, or a body longer than announced (wire.md 14, 16). */
  #badHttp(error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket: Socket): void {
    if (error.rawPacket) this.#note(socket, { kind: error.rawPacket[0] === tlsHandshake ? 'tls' : 'notHttp' })
    const found = this.#sessions.find('', socket, '')
    if (found) {
      this.#deps.sessions.onWarning(found.session, { code: 'badHttp', params: { detail: error.code ?? error.message } })
    }
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    else socket.destroy()
  }

  #watch(socket: Socket): void {
    const address = plainAddress(socket.remoteAddress)
    this.#note(socket, { kind: 'connected' })
    socket.once('close', () => {
      if (socket.bytesRead === 0) this.#deps.contacts?.note(address, { kind: 'closedSilently' })
    })
  }

  #note(socket: Socket, contact: Contact): void {
    this.#deps.contacts?.note(plainAddress(socket.remoteAddress), contact)
  }

  #crashed(response: ServerResponse, error: unknown): void {
    this.#deps.log.error('request failed', {
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
    if (!response.headersSent) sendPlain(response, 500, {}, 'Internal error')
    else response.destroy()
  }
}

/** Short, unique, and fit for cwmp:ID (at most 32 characters with its counter). */
function newSessionId(): string {
  return randomBytes(8).toString('hex')
}

/** TR-069 3.4.1: what the ACS cannot decode is answered by 415. */
function refuseContent(response: ServerResponse, code: 'unsupportedEncoding' | 'tooLarge' | 'damaged'): void {
  switch (code) {
    case 'unsupportedEncoding':
      return sendPlain(response, 415, {}, 'Use gzip, deflate or no Content-Encoding.')
    case 'tooLarge':
      return sendPlain(response, 413, { Connection: 'close' }, 'The message is larger than 16 MiB.')
    case 'damaged':
      return sendPlain(response, 400, {}, 'The compressed body could not be read.')
  }
}

function hintsOf(request: IncomingMessage): { contentType?: string } {
  const contentType = request.headers['content-type']
  return contentType === undefined ? {} : { contentType }
}

function emptyAnswer(settings: CwmpSettings): HttpAnswer {
  return { status: settings.emptyAnswer === '200' ? 200 : 204, headers: {}, body: '', message: null }
}

/** Content-Length always, never chunked (wire.md 7). */
function sendAnswer(response: ServerResponse, answer: HttpAnswer): void {
  const body = Buffer.from(answer.body, 'utf8')
  const length = answer.status === 204 ? {} : { 'Content-Length': String(body.length) }
  response.writeHead(answer.status, { ...answer.headers, ...length })
  response.end(body)
}

function sendPlain(response: ServerResponse, status: number, headers: Record<string, string>, text: string): void {
  sendAnswer(response, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers },
    body: `${text}\n`,
    message: null,
  })
}

/** A person who opens the ACS URL in a browser should see that it is the right place. */
function answerBrowser(request: IncomingMessage, response: ServerResponse): void {
  request.resume()
  const isLook = request.method === 'GET' || request.method === 'HEAD'
  if (isLook)
    return sendPlain(response, 200, {}, 'FieldACS is listening here. Enter this address as the ACS URL of the box.')
  sendPlain(response, 405, { Allow: 'GET, HEAD, POST' }, 'CWMP messages are sent by POST.')
}
