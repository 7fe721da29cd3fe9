import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { createReader, type Reader } from './reader.ts'

export interface HttpRequest {
  readonly method: string
  /** Path and query as they stand in the request line. */
  readonly target: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
  readonly version?: '1.0' | '1.1'
  readonly isChunked?: boolean
}

export interface HttpHead {
  readonly status: number
  /** Header values by lower-case name; a name may come several times. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly version: string
}

export interface HttpAnswer extends HttpHead {
  readonly body: Buffer
}

export interface Endpoint {
  readonly host: string
  readonly port: number
  readonly isTls: boolean
  readonly localAddress?: string
}

/** Host, port and scheme of an http(s) URL; undefined for anything else. */
export function endpointOf(url: string): Endpoint | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed === undefined || !['http:', 'https:'].includes(parsed.protocol)) {
    return undefined
  }
  const isTls = parsed.protocol === 'https:'
  const port = parsed.port === '' ? (isTls ? 443 : 80) : Number(parsed.port)
  return { host: parsed.hostname.replace(/^\[|\]$/g, ''), port, isTls }
}

/** The server cannot be reached, or hung up before its answer was complete. */
export class HttpError extends Error {
  readonly phase: 'connect' | 'exchange'

  constructor(phase: 'connect' | 'exchange', message: string) {
    super(message)
    this.phase = phase
  }
}

export interface HttpConnection {
  /** Sends one request and reads the whole answer; throws HttpError. */
  readonly exchange: (request: HttpRequest, timeoutMs: number) => Promise<HttpAnswer>
  /** Sends one request, hands each piece of the body on as it comes; `onData` may return a promise to slow the sender. */
  readonly stream: (
    request: HttpRequest,
    timeoutMs: number,
    onData: (head: HttpHead, piece: Buffer) => undefined | Promise<void>,
  ) => Promise<HttpHead>
  /** Whether the next request may use this connection. */
  readonly isOpen: () => boolean
  readonly close: () => void
}

/** Opens a TCP or TLS connection (certificates are not checked, as on many boxes); throws HttpError of phase connect. */
export async function openConnection(
  endpoint: Endpoint,
  signal: AbortSignal,
  timeoutMs: number,
): Promise<HttpConnection> {
  const socket = await openSocket(endpoint, signal, timeoutMs)
  const reader = createReader(socket)
  let isReusable = true
  const onAbort = () => socket.destroy()
  socket.on('timeout', () => socket.destroy(new Error('no answer in time')))
  signal.addEventListener('abort', onAbort, { once: true })
  socket.once('close', () => signal.removeEventListener('abort', onAbort))

  async function stream(
    request: HttpRequest,
    timeoutMs: number,
    onData: (head: HttpHead, piece: Buffer) => undefined | Promise<void>,
  ): Promise<HttpHead> {
    socket.setTimeout(timeoutMs)
    try {
      socket.write(encodeRequest(request))
      const head = await readHead(reader)
      await readBody(reader, request.method, head, (piece) => onData(head, piece))
      const connection = head.headers.get('connection')?.join(',').toLowerCase() ?? ''
      const stays = head.version === '1.1' ? !connection.includes('close') : connection.includes('keep-alive')
      isReusable = stays && request.version !== '1.0' && hasLength(request.method, head)
      return head
    } catch (error) {
      isReusable = false
      socket.destroy()
      throw error instanceof HttpError ? error : new HttpError('exchange', messageOf(error))
    } finally {
      socket.setTimeout(0)
      if (!isReusable) {
        socket.destroy()
      }
    }
  }

  return {
    stream,
    exchange: async (request, timeoutMs) => {
      const pieces: Buffer[] = []
      const head = await stream(request, timeoutMs, (_, piece) => {
        pieces.push(piece)
        return undefined
      })
      return { ...head, body: Buffer.concat(pieces) }
    },
    isOpen: () => isReusable && !socket.destroyed && !reader.hasEnded(),
    close: () => socket.destroy(),
  }
}

function openSocket(endpoint: Endpoint, signal: AbortSignal, timeoutMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const { host, port, localAddress } = endpoint
    const options = { host, port, ...(localAddress === undefined ? {} : { localAddress }) }
    const socket = endpoint.isTls ? connectTls({ ...options, rejectUnauthorized: false }) : connect(options)
    const onAbort = () => socket.destroy(new Error('power off'))
    const timer = setTimeout(() => socket.destroy(new Error('connection timed out')), timeoutMs)
    const settle = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
    }
    signal.addEventListener('abort', onAbort, { once: true })
    socket.once(endpoint.isTls ? 'secureConnect' : 'connect', () => {
      settle()
      socket.setNoDelay(true)
      resolve(socket)
    })
    socket.on('error', (error) => {
      settle()
      reject(new HttpError('connect', error.message))
    })
    if (signal.aborted) {
      onAbort()
    }
  })
}

function encodeRequest({ method, target, headers, body, version = '1.1', isChunked = false }: HttpRequest): Buffer {
  const length: readonly (readonly [string, string])[] = isChunked
    ? [['Transfer-Encoding', 'chunked']]
    : method === 'GET'
      ? []
      : [['Content-Length', String(body.length)]]
  const lines = [...headers, ...length].map(([name, value]) => `${name}: ${value}`)
  const head = Buffer.from(`${[`${method} ${target} HTTP/${version}`, ...lines].join('\r\n')}\r\n\r\n`)
  return isChunked ? Buffer.concat([head, ...chunks(body)]) : Buffer.concat([head, body])
}

function chunks(body: Buffer, size = 512): Buffer[] {
  const pieces: Buffer[] = []
  for (let at = 0; at < body.length; at += size) {
    const piece = body.subarray(at, at + size)
    pieces.push(Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n'))
  }
  return [...pieces, Buffer.from('0\r\n\r\n')]
}

async function readHead(reader: Reader): Promise<HttpHead> {
  for (;;) {
    const [statusLine = '', ...lines] = (await reader.until('\r\n\r\n')).split('\r\n')
    const match = /^HTTP\/(\d\.\d) (\d{3})/.exec(statusLine)
    if (match === null) {
      throw new HttpError('exchange', `not an HTTP answer: ${statusLine.slice(0, 60)}`)
    }
    const headers = new Map<string, string[]>()
    for (const line of lines) {
      const colon = line.indexOf(':')
      const name = line.slice(0, colon).trim().toLowerCase()
      headers.set(name, [...(headers.get(name) ?? []), line.slice(colon + 1).trim()])
    }
    const status = Number(match[2])
    if (status >= 200) {
      return { status, headers, version: match[1] ?? '1.1' }
    }
  }
}

const isBodiless = (method: string, status: number): boolean => method === 'HEAD' || status === 204 || status === 304
const isChunkedAnswer = (head: HttpHead): boolean =>
  head.headers.get('transfer-encoding')?.join(',').toLowerCase().includes('chunked') ?? false
const hasLength = (method: string, head: HttpHead): boolean =>
  isBodiless(method, head.status) || isChunkedAnswer(head) || head.headers.has('content-length')

async function readBody(
  reader: Reader,
  method: string,
  head: HttpHead,
  onData: (piece: Buffer) => undefined | Promise<void>,
): Promise<void> {
  if (isBodiless(method, head.status)) {
    return
  }
  if (isChunkedAnswer(head)) {
    for (;;) {
      const size = Number.parseInt(await reader.until('\r\n'), 16)
      if (!(size > 0)) {
        while ((await reader.until('\r\n')) !== '') {
          // trailers are of no interest
        }
        return
      }
      await reader.bytes(size, onData)
      await reader.until('\r\n')
    }
  }
  const length = head.headers.get('content-length')?.[0]
  await (length === undefined ? reader.toEnd(onData) : reader.bytes(Number(length), onData))
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
