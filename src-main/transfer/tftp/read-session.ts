import type { Socket } from 'node:dgram'
import type { OpenSource } from '../source.ts'
import type { Ticket } from '../ticket.ts'
import { onAck, onSenderTimeout, type SenderState, type SenderStep, startSender } from './machines.ts'
import type { TftpTerms } from './options.ts'
import { ackIn, buildError, buildOptionAck, dataHeadBytes, parsePacket, tftpErrors, writeDataHead } from './packet.ts'

/** At least so much of the file is read at once. */
const readAheadBytes = 256 * 1024
/** The record of the request is brought up to date after so many bytes, and at the end. */
const countEveryBytes = 128 * 1024

/** One file on its way to one box, over a connected socket of its own. */
export class ReadSession {
  private readonly socket: Socket
  private readonly source: OpenSource
  private readonly terms: TftpTerms
  private readonly ticket: Ticket
  private readonly onEnd: () => void
  private state: SenderState | null = null
  private timer: NodeJS.Timeout | null = null
  /** Blocks read ahead, each behind its head, ready to leave in one piece. */
  private ahead: Buffer = Buffer.alloc(0)
  private firstAhead = 1
  private lastAhead = 0
  private phase: 'running' | 'ended' = 'running'

  constructor(socket: Socket, source: OpenSource, terms: TftpTerms, ticket: Ticket, onEnd: () => void) {
    this.socket = socket
    this.source = source
    this.terms = terms
    this.ticket = ticket
    this.onEnd = onEnd
  }

  start(): void {
    this.socket.on('message', (datagram) => this.receive(datagram))
    this.socket.on('error', () => this.end(() => this.ticket.abort()))
    this.ticket.signal.addEventListener('abort', this.onRevoked)
    const { blockBytes, windowBlocks, accepted } = this.terms
    this.follow(startSender(this.source.sizeBytes, blockBytes, windowBlocks, accepted.size > 0))
  }

  stop(): void {
    this.end(() => this.ticket.abort())
  }

  private readonly onRevoked = () => {
    this.socket.send(buildError(tftpErrors.undefined, 'cancelled'))
    this.stop()
  }

  private receive(datagram: Buffer): void {
    if (this.state === null || this.phase === 'ended') return
    const acked = ackIn(datagram)
    if (acked !== null) this.follow(onAck(this.state, acked))
    // Boxes ask for the size by a request that they end with an error (RFC 2349): no failure.
    else if (parsePacket(datagram)?.type === 'error') this.end(() => this.ticket.abort())
  }

  private follow(step: SenderStep): void {
    if (step.type === 'failed') {
      this.end(() => this.ticket.abort('timeout'))
      return
    }
    this.countTaken(step.state)
    this.state = step.state
    if (step.type === 'send') this.sendBlocks(step.from, step.to)
    else if (step.type === 'done') this.end(() => this.ticket.done())
    else if (step.type === 'sendOptionAck') {
      this.socket.send(buildOptionAck(this.terms.accepted))
      this.restartTimer()
    }
  }

  private countTaken({ acked }: SenderState, everyBytes = countEveryBytes): void {
    const taken = Math.min(acked * this.terms.blockBytes, this.source.sizeBytes)
    const more = taken - this.ticket.current.bytesSent
    if (more >= everyBytes) this.ticket.sent(more)
  }

  private sendBlocks(from: number, to: number): void {
    if (from >= this.firstAhead && to <= this.lastAhead) this.sendAhead(from, to)
    else
      this.readAhead(from, to).then(
        () => this.sendAhead(from, to),
        () => this.end(() => this.ticket.abort('sourceGone')),
      )
  }

  private async readAhead(from: number, to: number): Promise<void> {
    const { blockBytes } = this.terms
    const { sizeBytes } = this.source
    const start = (from - 1) * blockBytes
    const wanted = Math.max(to, from - 1 + Math.ceil(readAheadBytes / blockBytes))
    const last = Math.min(wanted, Math.floor(sizeBytes / blockBytes) + 1)
    const length = Math.min(last * blockBytes, sizeBytes) - start
    const content = Buffer.allocUnsafe(Math.max(length, 0))
    for (let filled = 0; filled < content.length; ) {
      const count = await this.source.read(content.subarray(filled), start + filled)
      if (count === 0) throw new Error('the file ended before its size')
      filled += count
    }
    const blocks = last - from + 1
    const framed = Buffer.allocUnsafe(blocks * dataHeadBytes + content.length)
    for (let at = 0; at < blocks; at += 1) {
      const place = at * (dataHeadBytes + blockBytes)
      writeDataHead(framed, place, from + at)
      content.copy(framed, place + dataHeadBytes, at * blockBytes, (at + 1) * blockBytes)
    }
    this.ahead = framed
    this.firstAhead = from
    this.lastAhead = last
  }

  private sendAhead(from: number, to: number): void {
    if (this.phase === 'ended') return
    const stride = dataHeadBytes + this.terms.blockBytes
    for (let block = from; block <= to; block += 1) {
      const start = (block - this.firstAhead) * stride
      this.socket.send(this.ahead, start, Math.min(stride, this.ahead.length - start))
    }
    this.restartTimer()
  }

  private restartTimer(): void {
    if (this.timer !== null) {
      this.timer.refresh()
      return
    }
    this.timer = setTimeout(() => {
      if (this.state !== null) this.follow(onSenderTimeout(this.state))
    }, this.terms.timeoutMs)
  }

  private end(report: () => void): void {
    if (this.phase === 'ended') return
    this.phase = 'ended'
    if (this.timer !== null) clearTimeout(this.timer)
    this.ticket.signal.removeEventListener('abort', this.onRevoked)
    if (this.state !== null) this.countTaken(this.state, 1)
    report()
    // Packets just sent leave before the socket closes.
    setImmediate(() => this.socket.close())
    this.source.close().catch(() => undefined)
    this.onEnd()
  }
}
