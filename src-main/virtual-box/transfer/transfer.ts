import type { TransferReport } from '../soap/messages.ts'

/** A file transfer that the ACS asked for (TR-069 A.3.2.8, A.4.1.5, A.4.1.8). */
export interface Transfer {
  readonly id: string
  readonly kind: 'download' | 'upload'
  /** The `M` event that reports it. */
  readonly event: 'M Download' | 'M Upload' | 'M ScheduleDownload'
  readonly commandKey: string
  readonly fileType: string
  readonly url: string
  readonly username: string
  readonly password: string
  /** Bytes as announced; 0 when unknown. */
  readonly fileSize: number
  readonly targetFileName: string
  /** Seconds from the answer to the start. */
  readonly delaySeconds: number
  readonly state: 'queued' | 'running' | 'done'
  /** What TransferComplete will say, once done. */
  readonly report?: TransferReport
}

/** State as GetQueuedTransfers numbers it: 1 not started, 2 in progress, 3 completed. */
export const queueState = ({ state }: Transfer): number => ({ queued: 1, running: 2, done: 3 })[state]

/** At least three transfers are queued; a fourth is fault 9004 (TR-069 A.3.2.8). */
export const MOST_TRANSFERS = 3

/** TransferComplete speaks UTC, whole seconds. */
export const transferTime = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`

/** Upload file types as GetAllQueuedTransfers numbers them (spec 02, section 2.5). */
const LISTED_UPLOADS: readonly (readonly [RegExp, string])[] = [
  [/^1 (Vendor Configuration File)$/, '3 $1'],
  [/^2 (Vendor Log File)$/, '4 $1'],
  [/^3 (Vendor Configuration File \d+)$/, '6 $1'],
  [/^4 (Vendor Log File \d+)$/, '7 $1'],
]

/** FileType of a queued transfer as GetAllQueuedTransfers gives it. */
export function listedFileType({ kind, fileType }: Transfer): string {
  const rule = kind === 'upload' ? LISTED_UPLOADS.find(([pattern]) => pattern.test(fileType)) : undefined
  return rule === undefined ? fileType : fileType.replace(rule[0], rule[1])
}
