import type { Socket } from 'node:dgram'
import type { ReceivedFile } from '#shared/model/transfer.ts'
import { type IncomingFile, UploadRefused } from '../inbox.ts'
import type { Ticket } from '../ticket.ts'
import { onData, onReceiverTimeout, type ReceiverState, startReceiver } from './machines.ts'
import type { TftpTerms } from './options.ts'
import { buildAck, buildError, buildOptionAck, parsePacket, tftpErrors } from './packet.ts'

/** One file on its way from one box. A window is acknowledged when it lies in the file, which bounds what is queued. */
export class WriteSession {
  private readonly socket: Socket
  private readonly file: IncomingFile
  private readonly terms: TftpTerms
  private readonly ticket: Ticket
  private readonly onEnd: (file: ReceivedFile | null) => void
  private readonly queue: Buffer[] = []
  private state: ReceiverState
  private working: Promise<void> | null = null
  private timer: NodeJS.Timeout | null = null
  private phase: 'running' | 'complete' | 'failed' = 'running'

  constructor(
    socket: Socket,
    file: IncomingFile,
    terms: TftpTerms,
    ticket: Ticket,
    onEnd: (file: ReceivedFile | null) => void,
  ) {
    this.socket = socket
    this.file = file
    this.terms = terms
    this.ticket = ticket
    this.onEnd = onEnd
    this.state = startReceiver(terms.blockBytes, terms.windowBlocks)
  }

  start(): void {
    this.socket.on('message', (datagram) => {
      // Anything above two windows is a flood; a dropped block is sent again.
      if (this.queue.length < 2 * this.terms.windowBlocks + 2) this.queue.push(datagram)
      this.working ??= this.work()
    })
    this.socket.on('error', () => this.fail(() => this.ticket.abort()))
    this.ticket.signal.addEventListener('abort', this.onRevoked)
    this.answerRequest()
    this.timer = setTimeout(() => this.onTimeout(), this.terms.timeoutMs)
  }

  stop(): void {
    this.fail(() => this.ticket.abort())
  }

  private readonly onRevoked = () => this.stop()

  private answerRequest(): void {
    const { accepted } = this.terms
    this.socket.send(accepted.size > 0 ? buildOptionAck(accepted) : buildAck(0))
  }

  private async work(): Promise<void> {
    await Promise.resolve()
    try {
      for (let datagram = this.queue.shift(); datagram !== undefined; datagram = this.queue.shift()) {
        await this.take(datagram)
      }
    } catch (error) {
      const isTooLarge = error instanceof UploadRefused
      if (this.phase === 'running') {
        this.socket.send(buildError(isTooLarge ? tftpErrors.diskFull : tftpErrors.undefined, 'not taken'))
      }
      this.fail(() => this.ticket.refuse(isTooLarge ? error.reason : 'disk', tftpErrors.diskFull))
    } finally {
      this.working = null
    }
  }

  private async take(datagram: Buffer): Promise<void> {
    const packet = parsePacket(datagram)
    if (packet?.type === 'error') return this.fail(() => this.ticket.abort())
    if (packet?.type !== 'data' || this.phase === 'failed') return
    const step = onData(this.state, packet.block, packet.data.length)
    this.state = step.state
    this.timer?.refresh()
    if (step.isTaken && packet.data.length > 0) await this.file.write(packet.data)
    if (step.isTaken && step.state.isComplete) await this.complete()
    if (step.ack !== null) this.socket.send(buildAck(step.ack))
  }

  private async complete(): Promise<void> {
    const received = await this.file.commit()
    this.ticket.done()
    this.ticket.signal.removeEventListener('abort', this.onRevoked)
    this.phase = 'complete'
    this.onEnd(received)
  }

  private onTimeout(): void {
    // Complete: the socket stayed only to acknowledge a repeated last block (RFC 1350 section 6).
    if (this.phase === 'complete') {
      this.socket.close()
      return
    }
    const step = onReceiverTimeout(this.state)
    if (step === null) {
      this.fail(() => this.ticket.abort('timeout'))
      return
    }
    this.state = step.state
    if (step.state.taken === 0) this.answerRequest()
    else if (step.ack !== null) this.socket.send(buildAck(step.ack))
    this.timer?.refresh()
  }

  private fail(report: () => void): void {
    if (this.phase !== 'running') return
    this.phase = 'failed'
    if (this.timer !== null) clearTimeout(this.timer)
    this.ticket.signal.removeEventListener('abort', this.onRevoked)
    report()
    this.file.discard().catch(() => undefined)
    setImmediate(() => this.socket.close())
    this.onEnd(null)
  }
}
