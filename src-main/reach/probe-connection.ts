import { connect, isIP, type Socket } from 'node:net'
import type { ConnectionRequestVerdict } from '#shared/model/reach.ts'
import type { ConnectionRequestTarget } from './connection-request-url.ts'
import { type HttpAnswer, maxHeadBytes, readHttpAnswer } from './http-answer.ts'

/** How a connection is opened; `localAddress` chooses the adapter where it can serve for that host. */
export interface OpenOptions {
  localAddress?: string | undefined
  timeoutMs: number
  signal?: AbortSignal | undefined
}

export type Failure = { kind: 'failure'; verdict: ConnectionRequestVerdict }
export type Opened = { kind: 'opened'; connection: ProbeConnection } | Failure
export type Asked = { kind: 'answer'; answer: HttpAnswer; isReusable: boolean } | Failure

/** A head without its blank line counts as complete when nothing came for this long. */
const quietMs = 700

/** Opens a TCP connection, or says why it cannot be. */
export function openConnection(target: ConnectionRequestTarget, options: OpenOptions): Promise<Opened> {
  const { signal, timeoutMs } = options
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve(failure({ kind: 'cancelled' }))
    const socket = connect({ host: target.host, port: target.port, ...localEnd(target.host, options.localAddress) })
    const settle = (result: Opened) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      if (result.kind === 'failure') socket.destroy()
      resolve(result)
    }
    const abort = () => settle(failure({ kind: 'cancelled' }))
    const timer = setTimeout(() => settle(failure({ kind: 'timeout', phase: 'connect' })), timeoutMs)
    signal?.addEventListener('abort', abort, { once: true })
    socket.on('error', (error) => settle(failure(verdictOfError(error))))
    socket.once('connect', () => settle({ kind: 'opened', connection: new ProbeConnection(socket, signal) }))
  })
}

/** A socket of one family cannot begin at an address of the other, nor one to the demo boxes at a LAN address. */
function localEnd(host: string, localAddress: string | undefined): { localAddress?: string } {
  if (localAddress === undefined || isIP(host) === 0 || isIP(host) !== isIP(localAddress)) return {}
  return isLoopback(host) === isLoopback(localAddress) ? { localAddress } : {}
}

function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1'
}

const errorVerdicts: Record<string, (cause: string) => ConnectionRequestVerdict> = {
  ECONNREFUSED: () => ({ kind: 'refused' }),
  ECONNRESET: () => ({ kind: 'closed' }),
  EPIPE: () => ({ kind: 'closed' }),
  ETIMEDOUT: () => ({ kind: 'timeout', phase: 'connect' }),
  EACCES: (cause) => ({ kind: 'blocked', cause }),
  EPERM: (cause) => ({ kind: 'blocked', cause }),
}

/** What a system error says about the way to the box; whatever is not known is "no route". */
export function verdictOfError(error: Error): ConnectionRequestVerdict {
  const [first] = error instanceof AggregateError ? (error.errors as Error[]) : [error]
  const cause = String((first as NodeJS.ErrnoException | undefined)?.code ?? 'UNKNOWN')
  return errorVerdicts[cause]?.(cause) ?? { kind: 'noRoute', cause }
}

function failure(verdict: ConnectionRequestVerdict): Failure {
  return { kind: 'failure', verdict }
}

/** One open connection to a box's connection-request port, with a reader that takes what strict parsers refuse. */
export class ProbeConnection {
  readonly #socket: Socket
  readonly #signal: AbortSignal | undefined
  #bytes: Buffer = Buffer.alloc(0)
  #isOver: boolean = false
  #wake: () => void = () => {}

  constructor(socket: Socket, signal: AbortSignal | undefined) {
    this.#socket = socket
    this.#signal = signal
    const end = () => {
      this.#isOver = true
      this.#wake()
    }
    socket.on('data', (chunk) => {
      if (this.#bytes.length < maxHeadBytes) this.#bytes = Buffer.concat([this.#bytes, chunk])
      this.#wake()
    })
    for (const event of ['end', 'close', 'error']) socket.on(event, end)
  }

  /** Sends a request and reads its answer, which may have come before the request left. */
  async ask(request: string, timeoutMs: number): Promise<Asked> {
    const deadline = performance.now() + timeoutMs
    this.#socket.write(request)
    for (let isQuiet = false; ; ) {
      const leftMs = deadline - performance.now()
      const mustDo = this.#isOver || isQuiet || leftMs <= 0
      const read = this.#bytes.length > 0 ? readHttpAnswer(this.#bytes, mustDo) : null
      if (read?.kind === 'answer') return this.#finish(read, leftMs)
      if (this.#signal?.aborted) return failure({ kind: 'cancelled' })
      if (read?.kind === 'garbage' && (this.#isOver || leftMs <= 0)) {
        return failure({ kind: 'protocolError', excerpt: read.excerpt })
      }
      if (this.#isOver) return failure({ kind: 'closed' })
      if (leftMs <= 0) return failure({ kind: 'timeout', phase: 'answer' })
      isQuiet = !(await this.#change(this.#bytes.length > 0 ? Math.min(quietMs, leftMs) : leftMs))
    }
  }

  close(): void {
    this.#socket.destroy()
  }

  /** The body is of no interest, but must be gone before the connection can serve again. */
  async #finish(answer: HttpAnswer, leftMs: number): Promise<Asked> {
    const { endsAt } = answer
    const wantsClose = answer.headers.get('connection')?.some((value) => /close/i.test(value)) ?? false
    if (endsAt === null || endsAt > maxHeadBytes || wantsClose) return { kind: 'answer', answer, isReusable: false }
    while (this.#bytes.length < endsAt && !this.#isOver) {
      if (!(await this.#change(Math.min(quietMs, Math.max(0, leftMs))))) break
    }
    const isReusable = this.#bytes.length >= endsAt && !this.#isOver
    this.#bytes = this.#bytes.subarray(endsAt)
    return { kind: 'answer', answer, isReusable }
  }

  /** Waits for bytes, the end or an abort; false when the time passed without any. */
  #change(timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (changed: boolean) => {
        clearTimeout(timer)
        this.#signal?.removeEventListener('abort', this.#wake)
        this.#wake = () => {}
        resolve(changed)
      }
      const timer = setTimeout(() => settle(false), timeoutMs)
      this.#wake = () => settle(true)
      this.#signal?.addEventListener('abort', this.#wake, { once: true })
    })
  }
}
