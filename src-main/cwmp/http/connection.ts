import type { Socket } from 'node:net'
import type { Warning } from '#shared/model/session.ts'
import { plainAddress } from '../../net/address.ts'
import { formatReply, type HttpReply, type HttpRequest, keepsAlive } from './message.ts'
import { type ParserEvent, type ParserLimits, RequestParser } from './request-parser.ts'

/** How long a client may take, in milliseconds, and how much it may send. */
export interface HttpLimits extends ParserLimits {
  /** From the first byte of a request to the end of its head. */
  headMs: number
  /** Between two pieces of a body, and for the whole of it. */
  bodyPauseMs: number
  bodyMs: number
  /** For bytes beyond the announced length, while the envelope has no end. */
  tailMs: number
  /** For the rest of a body whose envelope has already ended. */
  restMs: number
  /** Between requests. */
  idleMs: number
  /** For reading on after a refusal, so that it reaches the client. */
  lingerMs: number
}

export const httpLimits: HttpLimits = {
  headBytes: 64 * 1024,
  bodyBytes: 16 * 1024 * 1024,
  headMs: 30_000,
  bodyPauseMs: 60_000,
  bodyMs: 300_000,
  tailMs: 100,
  restMs: 3_000,
  idleMs: 120_000,
  lingerMs: 5_000,
}

/** What a connection tells the server. */
export interface ConnectionHandler {
  onRequest(request: HttpRequest, connection: HttpConnection): Promise<HttpReply>
  /** Bytes that are no request were skipped, or a request was refused before it was read. */
  onTrouble(trouble: Warning, connection: HttpConnection): void
  /** Whether there is room for what this connection holds. */
  hasRoom(): boolean
  onClose(connection: HttpConnection): void
}

type Phase = 'reading' | 'answering' | 'lingering' | 'closed'

/** Bytes held while an answer is being made: more than a box ever sends then. */
const maxAheadBytes = 256 * 1024

/** First byte of a TLS greeting (RFC 8446 5.1), and of nothing that a box says in HTTP. */
const tlsHandshake = 0x16

/** One TCP connection: feeds the parser, hands over whole requests one by one, writes the answers. */
export class HttpConnection {
  readonly remoteAddress: string
  readonly localAddress: string
  /** How long it may be silent between requests; a session that waits longer raises it. */
  idleMs: number
  readonly #socket: Socket
  readonly #limits: HttpLimits
  readonly #handler: ConnectionHandler
  readonly #parser: RequestParser
  #phase: Phase = 'reading'
  #requests = 0
  #requestStartedAt = 0
  #deadlineAt: number
  #settleTimer: NodeJS.Timeout | null = null

  constructor(socket: Socket, limits: HttpLimits, handler: ConnectionHandler) {
    this.remoteAddress = plainAddress(socket.remoteAddress)
    this.localAddress = plainAddress(socket.localAddress)
    this.idleMs = limits.idleMs
    this.#socket = socket
    this.#limits = limits
    this.#handler = handler
    this.#parser = new RequestParser(limits)
    this.#deadlineAt = Date.now() + limits.idleMs
    socket.setNoDelay(true)
    socket.setKeepAlive(true, 30_000)
    socket.on('data', (chunk: Buffer) => this.#onData(chunk))
    socket.on('error', () => socket.destroy())
    socket.on('end', () => this.#onEnd())
    socket.on('close', () => this.#onClose())
  }

  /** Bytes of unfinished requests. */
  get bufferedBytes(): number {
    return this.#parser.bufferedBytes
  }

  /** Whether the client ever sent a byte. */
  get hasSpoken(): boolean {
    return this.#socket.bytesRead > 0
  }

  /** Called now and then: ends what takes too long. */
  checkDeadline(now: number): void {
    if (now < this.#deadlineAt || this.#phase === 'answering') return
    if (this.#phase === 'reading' && this.#parser.waitsFor !== 'nothing') this.#refuse(408)
    else this.#socket.destroy()
  }

  #onData(chunk: Buffer): void {
    if (this.#phase === 'lingering' || this.#phase === 'closed') return
    if (this.#socket.bytesRead === chunk.length && chunk[0] === tlsHandshake) {
      this.#handler.onTrouble({ code: 'tlsOnPlainPort', params: {} }, this)
      return this.#refuse(400)
    }
    this.#parser.push(chunk)
    if (this.#phase === 'reading') return this.#read()
    if (this.#parser.bufferedBytes > maxAheadBytes) this.#socket.pause()
  }

  #read(): void {
    this.#stopSettling()
    while (this.#phase === 'reading') {
      const event = this.#parser.next()
      if (event === null) return this.#wait()
      this.#take(event)
    }
  }

  #take(event: ParserEvent): void {
    switch (event.kind) {
      case 'continue':
        this.#socket.write('HTTP/1.1 100 Continue\r\n\r\n')
        return
      case 'garbage':
        this.#handler.onTrouble({ code: 'bytesSkipped', params: { sample: event.sample } }, this)
        if (this.#requests === 0) this.#refuse(400)
        return
      case 'refused':
        return this.#refuse(event.status)
      case 'request':
        void this.#answer(event.request)
        return
    }
  }

  /** Sets the time until which the next bytes must be there. */
  #wait(): void {
    const now = Date.now()
    const { waitsFor } = this.#parser
    if (waitsFor === 'nothing') {
      this.#requestStartedAt = 0
      this.#deadlineAt = now + this.idleMs
      return
    }
    if (!this.#handler.hasRoom()) return this.#refuse(503)
    this.#requestStartedAt ||= now
    const { headMs, bodyPauseMs, bodyMs, tailMs, restMs } = this.#limits
    const wholeMs = this.#parser.isInBody ? bodyMs : headMs
    this.#deadlineAt = Math.min(this.#requestStartedAt + wholeMs, now + bodyPauseMs)
    if (waitsFor === 'more') return
    this.#settleTimer = setTimeout(() => this.#settle(), waitsFor === 'tail' ? tailMs : restMs)
  }

  #settle(): void {
    const event = this.#parser.settle()
    if (event && this.#phase === 'reading') this.#take(event)
  }

  #stopSettling(): void {
    if (this.#settleTimer) clearTimeout(this.#settleTimer)
    this.#settleTimer = null
  }

  async #answer(request: HttpRequest): Promise<void> {
    this.#phase = 'answering'
    this.#requests += 1
    this.#requestStartedAt = 0
    const reply = await this.#handler.onRequest(request, this)
    if (this.#socket.destroyed) return
    if (reply.status === 0) return void this.#socket.destroy()
    const keepAlive = keepsAlive(request) && !this.#socket.readableEnded
    this.#write(reply, keepAlive, request.method === 'HEAD')
    if (!keepAlive) return this.#linger()
    this.#phase = 'reading'
    if (this.#socket.isPaused()) this.#socket.resume()
    this.#read()
  }

  #refuse(status: number): void {
    this.#stopSettling()
    this.#handler.onTrouble({ code: 'httpRefused', params: { status } }, this)
    this.#write({ status, headers: status === 503 ? { 'Retry-After': '5' } : {}, body: '' }, false, false)
    this.#linger()
  }

  #write(reply: HttpReply, keepAlive: boolean, headOnly: boolean): void {
    if (this.#socket.writable) this.#socket.write(formatReply(reply, { keepAlive, headOnly, date: httpDate() }))
  }

  /** Half-closes and reads on: closing with unread bytes would reset the connection before the answer is read. */
  #linger(): void {
    this.#phase = 'lingering'
    this.#deadlineAt = Date.now() + this.#limits.lingerMs
    this.#socket.end()
    this.#socket.resume()
  }

  /** The client has sent all it will: what may be whole is taken, and an answer in the making still goes out. */
  #onEnd(): void {
    if (this.#phase === 'reading') this.#settle()
    if (this.#phase === 'reading' && this.#parser.waitsFor !== 'nothing') return this.#refuse(400)
    if (this.#phase !== 'answering') this.#socket.end()
  }

  #onClose(): void {
    this.#stopSettling()
    this.#phase = 'closed'
    this.#handler.onClose(this)
  }
}

let dateText = ''
let dateSecond = 0

function httpDate(): string {
  const second = Math.floor(Date.now() / 1000)
  if (second !== dateSecond) {
    dateSecond = second
    dateText = new Date(second * 1000).toUTCString()
  }
  return dateText
}
