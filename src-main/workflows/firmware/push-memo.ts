import type { CompatibilityReason } from '#shared/model/firmware.ts'
import type { TimelineEntry } from '#shared/model/firmware-push.ts'
import type { ServedProtocol, Transfer } from '#shared/model/transfer.ts'
import type { Credentials } from '../../transfer/link.ts'

/** The link that a box was given, as it must be published again after a restart. */
export interface PromisedLink {
  token: string
  login: Credentials | null
  transport: ServedProtocol
  /** Our address and port in the link. */
  address: string
  port: number
}

/** A fault of the box with its own words. */
export interface BoxFault {
  fault: number
  message: string
}

/** What is known from the moment on when Download leaves. It is written before that; with it nothing is sent again. */
export interface SentDownload {
  link: PromisedLink
  /** Version before. */
  from: string
  /** Source address of the box. */
  boxAddress: string
  /** Milliseconds since the epoch. */
  sentAt: number
  /** The last message of the box that was taken account of. */
  seq: number
  answer: { status: 0 | 1 } | BoxFault | null
  /** TransferComplete; code 0 is success. */
  report: BoxFault | null
  hasRestarted: boolean
  /** What the check had against it. */
  reasons: CompatibilityReason[]
  /** Requests of the link, as last known. */
  requests: Transfer[]
}

/** What a push must remember over a restart. */
export interface PushMemo {
  timeline: TimelineEntry[]
  sent: SentDownload | null
}

/** The memo of a job; an empty one where it has none yet. */
export function memoOf(recalled: unknown): PushMemo {
  const memo = recalled as PushMemo | null
  return memo ?? { timeline: [], sent: null }
}

/**
 * Requests of earlier runs and of this one. What was open when the app died ended there. How much of it the box took since
 * it was last written down is not known, but a box that goes on at a later byte has what it does not ask for again.
 */
export function allRequests(earlier: readonly Transfer[], now: readonly Transfer[]): Transfer[] {
  const ids = new Set(now.map(({ requestId }) => requestId))
  const ended = earlier
    .filter(({ requestId }) => !ids.has(requestId))
    .map((request): Transfer => {
      if (request.endedAt !== null) return request
      const start = request.range?.start ?? 0
      const resumedAt = now.map(({ range }) => range?.start ?? 0).filter((at) => at > start + request.bytesSent)
      const bytesSent = resumedAt.length > 0 ? Math.min(...resumedAt) - start : request.bytesSent
      return { ...request, state: 'aborted', bytesSent, endedAt: request.startedAt }
    })
  return [...ended, ...now]
}
