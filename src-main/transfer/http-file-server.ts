import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { Socket } from 'node:net'
import type { RefusalReason } from '#shared/model/transfer.ts'
import { plainAddress } from '../net/address.ts'
import { confirmEarlier } from './delivery.ts'
import { type Authenticate, createLinkAuthenticator } from './http/link-auth.ts'
import { refuse } from './http/refuse.ts'
import { serveDownload } from './http/serve-download.ts'
import { serveReport } from './http/serve-report.ts'
import { serveUpload } from './http/serve-upload.ts'
import type { LinkRegistry, RequestFacts } from './links.ts'
import { bindTcp, type ServerAddress } from './listen.ts'
import type { Ticket } from './ticket.ts'

export interface HttpFileServerOptions {
  registry: LinkRegistry
  address: string
  /** 0 picks a free one. */
  port: number
  /** PEM; with it the server speaks HTTPS. */
  tls?: { key: string; cert: string; ca?: string }
  authenticate?: Authenticate
  /** Milliseconds without a byte either way after which a connection is dropped; default 60 s. */
  idleTimeoutMs?: number
  /** Milliseconds that one upload may last; default 30 min. */
  uploadTimeoutMs?: number
  maxConnections?: number
}

/** Node gives what it could not parse beside the error. */
type ClientError = Error & { rawPacket?: Buffer }

/** Serves the links of the registry over HTTP or HTTPS. What fits no link gets 404 and no hint. */
export class HttpFileServer {
  private readonly options: HttpFileServerOptions
  private readonly authenticate: Authenticate
  private readonly timedOut = new WeakSet<Socket>()
  private server: Server | null = null
  private bound: ServerAddress | null = null

  constructor(options: HttpFileServerOptions) {
    this.options = options
    this.authenticate = options.authenticate ?? createLinkAuthenticator()
  }

  /** Where it listens; null while it does not. */
  get address(): ServerAddress | null {
    return this.bound
  }

  /** Rejects with PORT_IN_USE, PORT_FORBIDDEN or ADDRESS_NOT_AVAILABLE. */
  async start(): Promise<ServerAddress> {
    const { tls, idleTimeoutMs = 60_000, maxConnections = 512 } = this.options
    // Header lines of old boxes end in a bare LF or hold odd bytes. There is no proxy before us to be confused by that.
    const parser = { insecureHTTPParser: true, maxHeaderSize: 16 * 1024, highWaterMark: 256 * 1024 }
    const server = tls ? createSecureServer({ ...parser, ...tls, minVersion: 'TLSv1' }) : createServer(parser)
    server.maxConnections = maxConnections
    server.headersTimeout = 30_000
    // Bodies have their own limit: a log over a slow uplink takes longer than Node's five minutes.
    server.requestTimeout = 0
    server.keepAliveTimeout = 30_000
    server.on('timeout', (socket: Socket) => {
      this.timedOut.add(socket)
      socket.destroy()
    })
    server.timeout = idleTimeoutMs
    server.on('request', (request, response) => this.handle(request, response))
    server.on('checkContinue', (request, response) => this.handle(request, response))
    server.on('checkExpectation', (request, response) => this.handle(request, response))
    server.on('clientError', (error: ClientError, socket) => this.refuseGarbage(socket as Socket, error.rawPacket))
    this.bound = await bindTcp(server, this.options.address, this.options.port)
    this.server = server
    return this.bound
  }

  async stop(): Promise<void> {
    const { server } = this
    this.server = null
    this.bound = null
    if (server === null) return
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
  }

  private handle(request: IncomingMessage, response: ServerResponse): void {
    confirmEarlier(request.socket)
    this.answer(request, response).catch(() => response.destroy())
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { registry, tls } = this.options
    const { method = 'GET', url = '/' } = request
    const address = plainAddress(request.socket.remoteAddress ?? '')
    const facts: RequestFacts = { protocol: tls ? 'https' : 'http', address, method, path: url }
    const found = registry.resolve(url)
    const refuseWith = (reason: RefusalReason, status: number, headers = {}) => {
      registry.refuse(found.type === 'unknown' ? null : found.link, facts, reason, status)
      refuse(request, response, status, headers)
    }
    if (found.type === 'unknown') return refuseWith('unknownLink', 404)
    const { link } = found
    if (link.credentials !== null) {
      const login = this.authenticate(request, link.credentials)
      if (login.type === 'challenged') return refuseWith('credentials', 401, { 'WWW-Authenticate': login.challenges })
    }
    if (found.type === 'wrongName') return refuseWith('wrongName', 404)
    const allowed = link.kind === 'download' ? ['GET', 'HEAD'] : ['PUT', 'POST']
    if (!allowed.includes(method)) return refuseWith('method', 405, { Allow: allowed.join(', ') })
    const onAborted = (ticket: Ticket) => ticket.abort(this.timedOut.has(request.socket) ? 'timeout' : null)
    if (link.kind === 'download') return serveDownload(registry, link, facts, request, response, onAborted)
    if (link.kind === 'report') return serveReport(registry, link, facts, request, response)
    const { uploadTimeoutMs = 30 * 60_000 } = this.options
    const timer = setTimeout(() => {
      this.timedOut.add(request.socket)
      request.socket.destroy()
    }, uploadTimeoutMs)
    try {
      await serveUpload(registry, link, { ...facts, name: found.name }, request, response, onAborted)
    } finally {
      clearTimeout(timer)
    }
  }

  /** What Node cannot parse, such as a path with bytes that ought to be escaped: it explains a box that got nothing. */
  private refuseGarbage(socket: Socket, packet: Buffer | undefined): void {
    const [, method, path] = /^([A-Z]{3,8}) (.+) HTTP\/1\.[01]\r?$/m.exec(packet?.toString() ?? '') ?? []
    if (method && path) {
      const { registry, tls } = this.options
      const address = plainAddress(socket.remoteAddress ?? '')
      registry.refuse(null, { protocol: tls ? 'https' : 'http', address, method, path }, 'malformed', 400)
    }
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
    else socket.destroy()
  }
}
