import { connect, type Socket } from 'node:net'

/** What came back over a raw connection. */
export interface RawReply {
  status: number
  headers: Record<string, string>
  body: string
}

export interface PostOptions {
  headers?: Record<string, string>
  /** What Content-Length says; null leaves it out. */
  length?: number | null
  version?: '1.0' | '1.1'
  lineEnd?: '\r\n' | '\n'
  path?: string
}

/** The bytes of a POST as a box sends them: no Content-Type for an empty one. */
export function postBytes(body: string | Buffer, options: PostOptions = {}): Buffer {
  const bytes = Buffer.from(body)
  const { headers = {}, length = bytes.length, version = '1.1', lineEnd = '\r\n', path = '/acs' } = options
  const all: Record<string, string> = { Host: '127.0.0.1', ...headers }
  if (bytes.length > 0 && !('Content-Type' in headers)) all['Content-Type'] = 'text/xml; charset=utf-8'
  if (length !== null) all['Content-Length'] = String(length)
  const lines = [`POST ${path} HTTP/${version}`, ...Object.entries(all).map(([name, value]) => `${name}: ${value}`)]
  return Buffer.concat([Buffer.from(lines.join(lineEnd) + lineEnd + lineEnd), bytes])
}

/** A TCP client that says exactly what a test wants, and reads one reply after the other. */
export class RawClient {
  readonly socket: Socket
  readonly closed: Promise<void>
  #received = Buffer.alloc(0)
  #isClosed = false
  #wake: () => void = () => {}

  private constructor(socket: Socket) {
    this.socket = socket
    socket.on('data', (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk])
      this.#wake()
    })
    socket.on('error', () => {})
    this.closed = new Promise((resolve) => {
      socket.on('close', () => {
        this.#isClosed = true
        this.#wake()
        resolve()
      })
    })
  }

  static connect(port: number): Promise<RawClient> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(new RawClient(socket)))
      socket.once('error', reject)
    })
  }

  write(data: string | Buffer): void {
    this.socket.write(data)
  }

  /** One POST and its reply; a cookie of an earlier reply is for the test to send. */
  post(body: string | Buffer, options: PostOptions = {}): Promise<RawReply> {
    this.write(postBytes(body, options))
    return this.reply()
  }

  /** The next reply. Throws where the connection ends before it. */
  async reply(): Promise<RawReply> {
    for (;;) {
      const reply = this.#take()
      if (reply) return reply
      if (this.#isClosed) throw new Error(`closed after ${JSON.stringify(this.#received.toString('latin1'))}`)
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  close(): void {
    this.socket.destroy()
  }

  #take(): RawReply | null {
    const end = this.#received.indexOf('\r\n\r\n')
    if (end < 0) return null
    const [first = '', ...lines] = this.#received.toString('latin1', 0, end).split('\r\n')
    const headers: Record<string, string> = {}
    for (const line of lines) {
      const colon = line.indexOf(':')
      headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim()
    }
    const length = Number(headers['content-length'] ?? 0)
    if (this.#received.length < end + 4 + length) return null
    const body = this.#received.toString('utf8', end + 4, end + 4 + length)
    this.#received = this.#received.subarray(end + 4 + length)
    return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1]), headers, body }
  }
}

/** The cookie to send back after a reply that set one. */
export function cookieOf({ headers }: RawReply): string {
  return headers['set-cookie']?.split(';')[0] ?? ''
}
