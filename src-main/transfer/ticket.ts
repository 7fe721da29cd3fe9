import type { RefusalReason, Transfer } from '#shared/model/transfer.ts'

const progressIntervalMs = 250

/**
 * One request while it runs. Servers tell it what moved; it emits a snapshot at the start, at most every 250 ms, and
 * always at the end. The first ending counts, later ones are ignored.
 */
export class Ticket {
  /** Aborted when the link is revoked. */
  readonly signal: AbortSignal
  private transfer: Transfer
  private readonly emit: (transfer: Transfer) => void
  private emittedAt = 0
  /** Publishes what came since the last snapshot, where nothing more comes: a box that stalls is seen to stall. */
  private trailing: NodeJS.Timeout | null = null

  constructor(transfer: Transfer, signal: AbortSignal, emit: (transfer: Transfer) => void) {
    this.transfer = transfer
    this.signal = signal
    this.emit = emit
    this.publish({})
  }

  get current(): Transfer {
    return this.transfer
  }

  get isOpen(): boolean {
    return this.transfer.endedAt === null
  }

  /** Counts bytes of the file that went to the box. */
  sent(bytes: number): void {
    this.progress({ bytesSent: this.transfer.bytesSent + bytes })
  }

  /** Counts bytes of the file that came from the box. */
  received(bytes: number): void {
    this.progress({ bytesReceived: this.transfer.bytesReceived + bytes })
  }

  /** Notes an oddity that was tolerated. */
  warn(code: string): void {
    if (!this.transfer.warnings.includes(code)) this.publish({ warnings: [...this.transfer.warnings, code] })
  }

  done(status: number | null = this.transfer.httpStatus): void {
    this.end({ state: 'done', httpStatus: status })
  }

  abort(reason: RefusalReason | null = null): void {
    this.end({ state: 'aborted', reason })
  }

  refuse(reason: RefusalReason, status: number): void {
    this.end({ state: 'refused', reason, httpStatus: status })
  }

  private progress(change: Partial<Transfer>): void {
    if (!this.isOpen) return
    const waitMs = this.emittedAt + progressIntervalMs - performance.now()
    if (waitMs <= 0) return this.publish({ ...change, state: 'progress' })
    this.transfer = { ...this.transfer, ...change, state: 'progress' }
    this.trailing ??= setTimeout(() => this.publish({}), waitMs).unref()
  }

  private end(change: Partial<Transfer>): void {
    if (this.isOpen) this.publish({ ...change, endedAt: new Date().toISOString() })
  }

  private publish(change: Partial<Transfer>): void {
    if (this.trailing) clearTimeout(this.trailing)
    this.trailing = null
    this.transfer = { ...this.transfer, ...change }
    this.emittedAt = performance.now()
    this.emit(this.transfer)
  }
}
