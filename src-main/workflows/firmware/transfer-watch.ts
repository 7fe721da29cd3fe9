import type { PushProgress } from '#shared/model/firmware-push.ts'
import type { Transfer, TransferFinding } from '#shared/model/transfer.ts'
import { explainDownload } from '../../transfer/finding.ts'
import type { LinkRegistry } from '../../transfer/links.ts'
import { allRequests } from './push-memo.ts'

export interface TransferWatchDeps {
  jobId: string
  linkId: string
  sizeBytes: number
  boxAddress: string
  /** Milliseconds since the epoch: strays before belong to others. */
  sinceMs: number
  /** Requests of earlier runs of the app. */
  earlier: readonly Transfer[]
  links: LinkRegistry
  onChange: (watch: TransferWatch) => void
}

/** What our servers see of one link, as it goes on. */
export class TransferWatch {
  readonly #deps: TransferWatchDeps
  readonly #unsubscribe: () => void
  #firstByteAt: string | null = null
  #lastByteAt: string | null = null
  #bytes = 0

  constructor(deps: TransferWatchDeps) {
    this.#deps = deps
    this.#unsubscribe = deps.links.onTransfer((transfer) => {
      if (transfer.linkId === deps.linkId) this.#changed()
    })
    this.#changed()
  }

  stop(): void {
    this.#unsubscribe()
  }

  get requests(): Transfer[] {
    return allRequests(this.#deps.earlier, this.#deps.links.requestsOf(this.#deps.linkId))
  }

  /** `isOver`: the box has reported its end. */
  finding(isOver = false): TransferFinding {
    const { sizeBytes, links, boxAddress, sinceMs } = this.#deps
    return explainDownload(sizeBytes, this.requests, links.straysOf(boxAddress, sinceMs), isOver)
  }

  get progress(): PushProgress {
    const { jobId, sizeBytes } = this.#deps
    return {
      jobId,
      bytes: this.#bytes,
      sizeBytes,
      requests: this.requests.length,
      firstByteAt: this.#firstByteAt,
      lastByteAt: this.#lastByteAt,
    }
  }

  #changed(): void {
    const bytes = bytesOf(this.finding())
    const now = new Date().toISOString()
    if (bytes > this.#bytes) {
      this.#firstByteAt ??= now
      this.#lastByteAt = now
    }
    this.#bytes = bytes
    this.#deps.onChange(this)
  }
}

/** Bytes of the file that the box holds. */
export function bytesOf(finding: TransferFinding): number {
  switch (finding.type) {
    case 'tookAll':
      return finding.total
    case 'inProgress':
    case 'stopped':
      return finding.bytes
    default:
      return 0
  }
}
