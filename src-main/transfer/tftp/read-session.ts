import type { Socket } from 'node:dgram'
import type { OpenSource } from '../source.ts'
import type { Ticket } from '../ticket.ts'
import { onAck, onSenderTimeout, type SenderState, type SenderStep, startSender } from './machines.ts'
import type { TftpTerms } from './options.ts'
import { buildDataHead, buildError, buildOptionAck, parsePacket, tftpErrors } from './packet.ts'

const readAheadBytes = 256 * 1024

/** One file on its way to one box, over a connected socket of its own. */
export class ReadSession {
  private readonly socket: Socket
  private readonly source: OpenSource
  private readonly terms: TftpTerms
  private readonly ticket: Ticket
  private readonly onEnd: () => void
  private state: SenderState | null = null
  private timer: NodeJS.Timeout | null = null
  private cache: Buffer = Buffer.alloc(0)
  private cacheStart = 0
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
    const packet = parsePacket(datagram)
    if (packet?.type === 'ack') this.follow(onAck(this.state, packet.block))
    // Boxes ask for the size by a request that they end with an error (RFC 2349): no failure.
    else if (packet?.type === 'error') this.end(() => this.ticket.abort())
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

  private countTaken({ acked }: SenderState): void {
    const taken = Math.min(acked * this.terms.blockBytes, this.source.sizeBytes)
    const more = taken - this.ticket.current.bytesSent
    if (more > 0) this.ticket.sent(more)
  }

  private sendBlocks(from: number, to: number): void {
    const start = (from - 1) * this.terms.blockBytes
    const end = Math.min(to * this.terms.blockBytes, this.source.sizeBytes)
    if (start >= this.cacheStart && end <= this.cacheStart + this.cache.length) this.sendCached(from, to)
    else
      this.fill(start, end).then(
        () => this.sendCached(from, to),
        () => this.end(() => this.ticket.abort('sourceGone')),
      )
  }

  private async fill(start: number, end: number): Promise<void> {
    const wanted = Math.min(Math.max(end - start, readAheadBytes), this.source.sizeBytes - start)
    const buffer = Buffer.allocUnsafe(Math.max(wanted, 0))
    let filled = 0
    while (filled < buffer.length) {
      const count = await this.source.read(buffer.subarray(filled), start + filled)
      if (count === 0) throw new Error('the file ended before its size')
      filled += count
    }
    this.cache = buffer
    this.cacheStart = start
  }

  private sendCached(from: number, to: number): void {
    if (this.phase === 'ended') return
    const { blockBytes } = this.terms
    for (let block = from; block <= to; block += 1) {
      const start = (block - 1) * blockBytes - this.cacheStart
      this.socket.send([buildDataHead(block), this.cache.subarray(start, start + blockBytes)])
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
    report()
    // Packets just sent leave before the socket closes.
    setImmediate(() => this.socket.close())
    this.source.close().catch(() => undefined)
    this.onEnd()
  }
}
