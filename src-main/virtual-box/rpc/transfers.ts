import { randomUUID } from 'node:crypto'
import type { BoxCore } from '../core.ts'
import { CpeFault } from '../faults.ts'
import { array } from '../soap/envelope.ts'
import { emptyResponse, transferAccepted } from '../soap/messages.ts'
import { leaf, tag, type XmlElement } from '../soap/xml.ts'
import { listedFileType, MOST_TRANSFERS, queueState, type Transfer } from '../transfer/transfer.ts'
import { numberArgument, structsArgument, textArgument } from './arguments.ts'

const DOWNLOAD_TYPES = /^(1 Firmware Upgrade Image|3 Vendor Configuration File|X \S+ .+)$/
const UPLOAD_TYPES =
  /^(1 Vendor Configuration File|2 Vendor Log File|3 Vendor Configuration File \d+|4 Vendor Log File \d+|X \S+ .+)$/

function checkRequest(core: BoxCore, fileType: string, url: string, types: RegExp): void {
  if (!types.test(fileType)) {
    throw new CpeFault(9003, `file type ${fileType}`)
  }
  if (!URL.canParse(url)) {
    throw new CpeFault(9003, 'URL')
  }
  const { protocol, username, password } = new URL(url)
  if (username !== '' || password !== '') {
    throw new CpeFault(9003, 'credentials inside the URL')
  }
  if (!['http:', 'https:'].includes(protocol)) {
    throw new CpeFault(9013, protocol.slice(0, -1))
  }
  if (core.transfers.filter(({ state }) => state !== 'done').length >= MOST_TRANSFERS) {
    throw new CpeFault(9004, `${MOST_TRANSFERS} transfers are queued`)
  }
}

function readCommon(args: XmlElement) {
  return {
    id: randomUUID(),
    commandKey: textArgument(args, 'CommandKey', 32),
    fileType: textArgument(args, 'FileType', 64),
    url: textArgument(args, 'URL', 256),
    username: textArgument(args, 'Username', 256),
    password: textArgument(args, 'Password', 256),
    state: 'queued',
  } as const
}

function queue(core: BoxCore, transfer: Transfer): void {
  core.transfers = [...core.transfers, transfer]
  core.afterwards.push({ kind: 'transfer', transfer })
}

/** Download (TR-069 A.3.2.8): accepted with status 1, done after the session. */
export function download(core: BoxCore, args: XmlElement): string {
  const transfer: Transfer = {
    ...readCommon(args),
    kind: 'download',
    event: 'M Download',
    fileSize: numberArgument(args, 'FileSize'),
    targetFileName: textArgument(args, 'TargetFileName', 256),
    delaySeconds: numberArgument(args, 'DelaySeconds'),
  }
  checkRequest(core, transfer.fileType, transfer.url, DOWNLOAD_TYPES)
  queue(core, transfer)
  return transferAccepted('Download', core.quirks.stausTypo === true ? 'Staus' : 'Status')
}

/** Upload (A.4.1.5). */
export function upload(core: BoxCore, args: XmlElement): string {
  const transfer: Transfer = {
    ...readCommon(args),
    kind: 'upload',
    event: 'M Upload',
    fileSize: 0,
    targetFileName: '',
    delaySeconds: numberArgument(args, 'DelaySeconds'),
  }
  checkRequest(core, transfer.fileType, transfer.url, UPLOAD_TYPES)
  queue(core, transfer)
  return transferAccepted('Upload', core.quirks.stausTypo === true ? 'Staus' : 'Status')
}

/** ScheduleDownload (A.4.1.8): starts when its first window opens. */
export function scheduleDownload(core: BoxCore, args: XmlElement): string {
  const windows = structsArgument(args, 'TimeWindowList')
  const [first] = windows
  if (first === undefined || windows.length > 2) {
    throw new CpeFault(9003, 'one or two time windows')
  }
  const transfer: Transfer = {
    ...readCommon(args),
    kind: 'download',
    event: 'M ScheduleDownload',
    fileSize: numberArgument(args, 'FileSize'),
    targetFileName: textArgument(args, 'TargetFileName', 256),
    delaySeconds: numberArgument(first, 'WindowStart'),
  }
  if (numberArgument(first, 'WindowEnd') <= transfer.delaySeconds) {
    throw new CpeFault(9003, 'window ends before it starts')
  }
  checkRequest(core, transfer.fileType, transfer.url, DOWNLOAD_TYPES)
  queue(core, transfer)
  return emptyResponse('ScheduleDownload')
}

/** CancelTransfer (A.4.1.9): 9021 once it runs; a key that is not known is no error. */
export function cancelTransfer(core: BoxCore, args: XmlElement): string {
  const key = textArgument(args, 'CommandKey', 32)
  const meant = core.transfers.filter(({ commandKey }) => commandKey === key)
  if (meant.some(({ state }) => state !== 'queued')) {
    throw new CpeFault(9021)
  }
  core.transfers = core.transfers.filter((transfer) => !meant.includes(transfer))
  return emptyResponse('CancelTransfer')
}

export function getQueuedTransfers(core: BoxCore): string {
  const members = core.transfers.map((transfer) =>
    tag('QueuedTransferStruct', leaf('CommandKey', transfer.commandKey) + leaf('State', queueState(transfer))),
  )
  return tag('cwmp:GetQueuedTransfersResponse', array('TransferList', 'cwmp:QueuedTransferStruct', members))
}

export function getAllQueuedTransfers(core: BoxCore): string {
  const members = core.transfers.map((transfer) =>
    tag(
      'AllQueuedTransferStruct',
      leaf('CommandKey', transfer.commandKey) +
        leaf('State', queueState(transfer)) +
        leaf('IsDownload', transfer.kind === 'download' ? 1 : 0) +
        leaf('FileType', listedFileType(transfer)) +
        leaf('FileSize', transfer.fileSize) +
        leaf('TargetFileName', transfer.targetFileName),
    ),
  )
  return tag('cwmp:GetAllQueuedTransfersResponse', array('TransferList', 'cwmp:AllQueuedTransferStruct', members))
}
