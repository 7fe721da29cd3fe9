import { AppError } from '#shared/errors.ts'
import type { Transfer } from '#shared/model/transfer.ts'

/** What is known when a box was asked for a file and none is here. */
export interface NoFile {
  /** What the box asked of our own server. */
  requests: readonly Transfer[]
  /** How long it was waited for. */
  seconds: number
  /** Whether the box says that it has sent the file. */
  isReported: boolean
  /** The box's own fault, if it gave one. */
  fault: AppError | null
  maxBytes: number
}

/** Explains a file that did not come by what our server saw, which says more than most faults of boxes. */
export function whyNoFile({ requests, seconds, isReported, fault, maxBytes }: NoFile): AppError {
  const last = requests.at(-1)
  if (last?.state === 'refused' && last.reason === 'tooLarge')
    return new AppError('UPLOAD_TOO_LARGE', { limit: sizeOf(maxBytes) })
  if (fault) return fault
  if (last?.state === 'refused') return new AppError('UPLOAD_REFUSED', { reason: last.reason ?? '' })
  if (last) return new AppError('UPLOAD_BROKE_OFF', { bytes: last.bytesReceived })
  return isReported ? new AppError('UPLOAD_ONLY_REPORTED') : new AppError('UPLOAD_NOT_COME', { seconds })
}

/** A limit in the unit in which it was set; reads the same in all languages. */
function sizeOf(bytes: number): string {
  return bytes < 1024 ** 2 ? `${Math.floor(bytes / 1024)} kB` : `${Math.floor(bytes / 1024 ** 2)} MB`
}
