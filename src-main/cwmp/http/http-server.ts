import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type TlsOptions } from 'node:tls'
import { listen } from '../../net/listen.ts'
import { type ConnectionHandler, HttpConnection, type HttpLimits, httpLimits } from './connection.ts'

/** What the server's owner does with requests; `onRequest` must not reject. */
export interface HttpServerHandler extends Omit<ConnectionHandler, 'hasRoom'> {
  onOpen(connection: HttpConnection): void
  /** A TLS handshake failed: what the client cannot do, or that it does not trust us. */
  onTlsError?(address: string, reason: string): void
}

const halfOpen = { allowHalfOpen: true }
const checkIntervalMs = 1000
const maxConnections = 5000
/** Of unfinished requests on all connections together; beyond it large bodies get 503. */
const maxBufferedBytes = 256 * 1024 * 1024

/**
 * A lenient HTTP/1 server for boxes. `node:http` answers 400 and closes where a box counts its Content-Length in
 * characters or sends bytes between requests (wire.md 14, 16), and differs between versions on LF line ends.
 */
export class HttpServer {
  readonly #limits: HttpLimits
  readonly #handler: ConnectionHandler
  readonly #onOpen: HttpServerHandler['onOpen']
  readonly #connections = new Set<HttpConnection>()
  readonly #onTlsError: (address: string, reason: string) => void
  /** Also those whose TLS handshake is not done. */
  readonly #sockets = new Set<Socket>()
  #server: Server | null = null
  #check: NodeJS.Timeout | null = null
  #bufferedBytes = 0

  constructor(handler: HttpServerHandler, limits: Partial<HttpLimits> = {}) {
    this.#limits = { ...httpLimits, ...limits }
    this.#onTlsError = handler.onTlsError?.bind(handler) ?? (() => {})
    this.#onOpen = handler.onOpen.bind(handler)
    this.#handler = {
      onRequest: handler.onRequest.bind(handler),
      onTrouble: handler.onTrouble.bind(handler),
      hasRoom: () => this.#bufferedBytes < maxBufferedBytes,
      onClose: (connection) => {
        this.#connections.delete(connection)
        handler.onClose(connection)
      },
    }
  }

  /**
   * Opens the port, for HTTPS where `tls` is given; throws PORT_IN_USE, PORT_FORBIDDEN or ADDRESS_NOT_AVAILABLE. Returns
   * the port in use.
   */
  async start(address: string, port: number, tls?: TlsOptions): Promise<number> {
    const accept = (socket: Socket): void => this.#accept(socket)
    const server = tls ? createTlsServer({ ...tls, ...halfOpen }, accept) : createServer(halfOpen, accept)
    server.on('tlsClientError', (error: NodeJS.ErrnoException, socket: Socket) => {
      this.#onTlsError(socket.remoteAddress ?? '', error.code ?? error.message)
      socket.destroy()
    })
    server.maxConnections = maxConnections
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket)
      socket.once('close', () => this.#sockets.delete(socket))
    })
    await listen(server, address, port)
    this.#server = server
    this.#check = setInterval(() => this.#checkAll(), checkIntervalMs)
    this.#check.unref()
    return (server.address() as AddressInfo).port
  }

  /** Closes the port and all connections. */
  async stop(): Promise<void> {
    const server = this.#server
    this.#server = null
    if (this.#check) clearInterval(this.#check)
    if (!server) return
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of this.#sockets) socket.destroy()
    })
  }

  #accept(socket: Socket): void {
    const connection = new HttpConnection(socket, this.#limits, this.#handler)
    this.#connections.add(connection)
    this.#onOpen(connection)
  }

  #checkAll(): void {
    const now = Date.now()
    this.#bufferedBytes = 0
    for (const connection of this.#connections) {
      this.#bufferedBytes += connection.bufferedBytes
      connection.checkDeadline(now)
    }
  }
}
