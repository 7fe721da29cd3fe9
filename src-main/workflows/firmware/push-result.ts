import { AppError } from '#shared/errors.ts'
import type { CompatibilityReason, Firmware } from '#shared/model/firmware.ts'
import type {
  Explanation,
  FirmwareInput,
  FirmwareResult,
  PushVerdict,
  TimelineEntry,
} from '#shared/model/firmware-push.ts'
import type { Transfer, TransferFinding } from '#shared/model/transfer.ts'
import { explainPush } from './explain.ts'
import type { SentDownload } from './push-memo.ts'
import { bytesOf } from './transfer-watch.ts'

/** How a push ended; `why` is one of `judge`, or of a person. */
export interface Settlement {
  verdict: PushVerdict
  why: string
}

export interface ResultFacts {
  image: Firmware
  input: FirmwareInput
  sent: SentDownload | null
  timeline: readonly TimelineEntry[]
  requests: readonly Transfer[]
  finding: TransferFinding
  /** As last heard from the box. */
  version: string
  reasons: readonly CompatibilityReason[]
  settlement: Settlement | null
}

/** What needs no word: it went as it should. */
const asExpected: readonly string[] = ['reportedAndRead', 'reported']

/** The result of a push, at its end or as far as it got. */
export function resultOf(facts: ResultFacts): FirmwareResult {
  const { image, input, sent, timeline, requests, finding, version, reasons, settlement } = facts
  const fault = faultOf(sent)
  return {
    from: sent?.from ?? version,
    to: version,
    expected: image.metadata.version,
    verified: settlement?.verdict === 'proven',
    // Before Download is sent nothing can have changed.
    verdict: settlement?.verdict ?? (sent ? 'unknown' : 'failed'),
    fileName: image.fileName,
    fileType: input.fileType ?? image.metadata.fileType,
    sha256: image.sha256,
    timeline: [...timeline].sort((a, b) => a.at.localeCompare(b.at)),
    transfer: {
      protocol: input.transport,
      bytes: bytesOf(finding),
      sizeBytes: image.sizeBytes,
      requests: requests.length,
      finding,
    },
    fault,
    explanation: settlement && explanationOf(settlement.why, facts, fault?.code ?? 0),
    reasons: [...reasons],
    override: input.override && reasons.some(({ level }) => level === 'blocked') ? input.override : null,
  }
}

function faultOf(sent: SentDownload | null): FirmwareResult['fault'] {
  if (sent?.report) {
    return sent.report.fault === 0 ? null : { code: sent.report.fault, message: sent.report.message, by: 'report' }
  }
  const answer = sent?.answer
  return answer && 'fault' in answer ? { code: answer.fault, message: answer.message, by: 'answer' } : null
}

function explanationOf(why: string, { sent, input, finding }: ResultFacts, fault: number): Explanation | null {
  if (asExpected.includes(why)) return null
  if (why !== 'fault' && why !== 'notFetched') return { code: why, params: { fault } }
  const server = sent ? `${sent.link.address}:${sent.link.port}` : ''
  return explainPush({ server, protocol: input.transport, fault, finding })
}

/** The error with which a job ends whose push is not proven; null where it succeeds. */
export function errorOf({ verdict, fault, from, to, expected, transfer }: FirmwareResult): AppError | null {
  switch (verdict) {
    case 'proven':
    case 'appliedLater':
      return null
    case 'notApplied':
      return new AppError('FIRMWARE_NOT_APPLIED', { from, to, expected })
    case 'unknown':
      return new AppError('FIRMWARE_UNPROVEN', { from, to, expected })
    case 'failed': {
      const { bytes, sizeBytes } = transfer
      if (!fault) return new AppError('FIRMWARE_NOT_FETCHED', { bytes, sizeBytes })
      return new AppError(`CWMP_${fault.code}`, { method: 'Download', text: fault.message })
    }
  }
}
