import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Credentials, verifyDigest } from '../http/digest.ts'

export interface ConnectionRequestOptions {
  readonly address: string
  readonly port: number
  readonly path: string
  readonly realm: string
  /** Present credentials; both empty means that anybody may ask. */
  readonly credentials: () => Credentials
  /** Answers true when this request is to be turned away with 503. */
  readonly isBusy: () => boolean
  /** Closes the connection after a 401, as some stacks do. */
  readonly closesAfterChallenge: boolean
  readonly onRequest: (result: 'accepted' | 'refused' | 'busy') => void
}

const NONCE_LIFE_MS = 60_000

/** The listener for HTTP connection requests (spec 04, section 1): GET, digest, empty answers. */
export class ConnectionRequestListener {
  readonly #options: ConnectionRequestOptions
  readonly #nonces = new Map<string, number>()
  #server: Server | undefined
  #port: number

  constructor(options: ConnectionRequestOptions) {
    this.#options = options
    this.#port = options.port
  }

  /**
   * Starts to listen and returns the URL to be reported as ManagementServer.ConnectionRequestURL: the same one again
   * after a power cut, unless somebody has taken the port meanwhile. Rejects when the address is not there.
   */
  async start(): Promise<string> {
    const { address, path } = this.#options
    await this.#listen(this.#port).catch(() => this.#listen(this.#options.port))
    const host = address.includes(':') ? `[${address}]` : address
    return `http://${host}:${this.#port}${path}`
  }

  async #listen(port: number): Promise<void> {
    const server = createServer((request, response) => this.#answer(request, response))
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, this.#options.address, () => {
        server.off('error', reject)
        server.on('error', () => undefined)
        resolve()
      })
    })
    this.#server = server
    this.#port = (server.address() as AddressInfo).port
  }

  async stop(): Promise<void> {
    const server = this.#server
    this.#server = undefined
    if (server !== undefined) {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    }
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    request.resume()
    const end = (status: number, headers: Readonly<Record<string, string>> = {}) => {
      response.writeHead(status, { 'Content-Length': '0', ...headers }).end()
    }
    if (request.method !== 'GET') {
      end(405, { Allow: 'GET' })
    } else if (request.url !== this.#options.path) {
      end(404)
    } else if (!this.#isAllowed(request)) {
      if (request.headers.authorization !== undefined) {
        this.#options.onRequest('refused')
      }
      const closing = this.#options.closesAfterChallenge ? { Connection: 'close' } : {}
      end(401, { 'WWW-Authenticate': this.#challenge(), ...closing })
    } else if (this.#options.isBusy()) {
      end(503)
      this.#options.onRequest('busy')
    } else {
      response.once('finish', () => this.#options.onRequest('accepted'))
      end(200)
    }
  }

  #isAllowed({ method = '', url = '', headers }: IncomingMessage): boolean {
    const credentials = this.#options.credentials()
    if (credentials.username === '' && credentials.password === '') {
      return true
    }
    return verifyDigest(headers.authorization, { method, uri: url, body: '' }, credentials, (nonce) => {
      const born = this.#nonces.get(nonce)
      return born !== undefined && Date.now() - born < NONCE_LIFE_MS
    })
  }

  #challenge(): string {
    const now = Date.now()
    for (const [nonce, born] of this.#nonces) {
      if (now - born > NONCE_LIFE_MS) {
        this.#nonces.delete(nonce)
      }
    }
    const nonce = randomBytes(16).toString('hex')
    this.#nonces.set(nonce, now)
    return `Digest realm="${this.#options.realm}", qop="auth", nonce="${nonce}", algorithm=MD5`
  }
}
