import { type BoxCore, factsOf, takeOnce } from '../core.ts'
import { FAULTS, type FaultCode } from '../faults.ts'
import type { CwmpVersion } from '../model/spec.ts'
import { readConfig, uploadContent } from './config-file.ts'
import { type FileResult, transferFile } from './fetch.ts'
import { checkImage } from './firmware-image.ts'
import { type Transfer, transferTime } from './transfer.ts'

/** What the transfer asks the box to do when it is over. */
export type TransferEffect = { readonly kind: 'none' } | { readonly kind: 'flash'; readonly version: string }

export interface TransferOutcome {
  readonly fault: FaultCode | 0
  readonly reason: string
  readonly effect: TransferEffect
}

export interface TransferHost {
  readonly core: BoxCore
  readonly signal: AbortSignal
  readonly losePower: () => void
  readonly sleep: (seconds: number) => Promise<boolean>
}

const done = (effect: TransferEffect = { kind: 'none' }): TransferOutcome => ({ fault: 0, reason: '', effect })
const failure = (fault: FaultCode, reason: string): TransferOutcome => ({ fault, reason, effect: { kind: 'none' } })

/** Seconds without a byte after which the box gives a file up. */
const STALL_SECONDS = 60

/** Carries out one transfer: fetches and checks a file, or sends one. */
export async function carryOut(host: TransferHost, transfer: Transfer): Promise<TransferOutcome> {
  const isDownload = transfer.kind === 'download'
  let result = await move(host, transfer)
  if (isDownload && host.core.quirks.downloadTwice === true && result.kind === 'done') {
    result = await move(host, transfer)
  }
  if (result.kind === 'failed') {
    return failure(result.fault, result.reason)
  }
  return isDownload ? take(host.core, transfer, result.body) : done()
}

async function move(host: TransferHost, transfer: Transfer): Promise<FileResult> {
  const { core } = host
  const { stallsDownloadAtBytes } = core.quirks
  const giveUp = new AbortController()
  return await transferFile({
    method: transfer.kind === 'download' ? 'GET' : 'PUT',
    url: transfer.url,
    credentials: { username: transfer.username, password: transfer.password },
    body: transfer.kind === 'upload' ? uploadContent(core, transfer.fileType) : Buffer.alloc(0),
    signal: AbortSignal.any([host.signal, giveUp.signal]),
    timeoutMs: 30_000,
    onData: (received) => {
      if (core.quirks.losesPowerAt === 'download' && received > 0 && takeOnce(core, 'losesPowerAt')) {
        host.losePower()
      }
      if (stallsDownloadAtBytes === undefined || received < stallsDownloadAtBytes) {
        return undefined
      }
      return host.sleep(STALL_SECONDS).then(() => giveUp.abort())
    },
  })
}

function take(core: BoxCore, transfer: Transfer, body: Buffer): TransferOutcome {
  if (transfer.fileSize > 0 && transfer.fileSize !== body.length) {
    return failure(9018, `${body.length} bytes, announced ${transfer.fileSize}`)
  }
  if (transfer.fileType.startsWith('3 ')) {
    return readConfig(core, body.toString('utf8')) ? done() : failure(9018, 'not a configuration file')
  }
  if (!transfer.fileType.startsWith('1 ')) {
    return done()
  }
  if (core.quirks.refusesImage === true) {
    return failure(9019, 'signature check failed')
  }
  const verdict = checkImage(body, factsOf(core))
  return verdict.kind === 'good'
    ? done({ kind: 'flash', version: verdict.version })
    : failure(verdict.fault, verdict.reason)
}

/** Fault codes that CWMP 1.0 has for a transfer; the finer ones came with 1.1. */
const FIRST_CODES: readonly number[] = [0, 9001, 9002, 9010, 9011, 9012]

/** The code as a version knows it: before 1.1 every finer failure is plain 9010 or 9011. */
export function reportedFault(fault: FaultCode | 0, kind: Transfer['kind'], version: CwmpVersion): FaultCode | 0 {
  const isKnown = version > '1.0' || FIRST_CODES.includes(fault)
  return isKnown ? fault : kind === 'download' ? 9010 : 9011
}

/** The transfer with the report that TransferComplete will carry. */
export function finished(
  transfer: Transfer,
  startedAt: Date,
  outcome: Pick<TransferOutcome, 'fault' | 'reason'>,
  version: CwmpVersion,
): Transfer {
  const { fault, reason } = outcome
  const faultString = fault === 0 ? '' : reason === '' ? FAULTS[fault] : `${FAULTS[fault]}: ${reason}`
  return {
    ...transfer,
    state: 'done',
    report: {
      commandKey: transfer.commandKey,
      faultCode: reportedFault(fault, transfer.kind, version),
      faultString,
      startTime: transferTime(startedAt),
      completeTime: transferTime(new Date()),
    },
  }
}
