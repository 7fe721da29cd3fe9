import type { QueuedTransfer } from '../messages.ts'
import { type Context, readArray, readBoolean, readInteger, readString } from '../read.ts'
import type { XmlElement } from '../xml-tree.ts'
import type { AcsRpc } from './rpc.ts'

/** GetQueuedTransfers (TR-069 A.4.1.1; deprecated). */
export const getQueuedTransfers: AcsRpc<'GetQueuedTransfers'> = {
  since: '1.0',
  encode: () => '',
  decode: (response, cx) => ({
    name: 'GetQueuedTransfersResponse',
    transfers: readArray(response, 'TransferList', 'QueuedTransferStruct', cx).map((item) => readTransfer(item, cx)),
  }),
}

/** GetAllQueuedTransfers (TR-069 A.4.1.7). */
export const getAllQueuedTransfers: AcsRpc<'GetAllQueuedTransfers'> = {
  since: '1.1',
  encode: () => '',
  decode: (response, cx) => ({
    name: 'GetAllQueuedTransfersResponse',
    transfers: readArray(response, 'TransferList', 'AllQueuedTransferStruct', cx).map((item) => ({
      ...readTransfer(item, cx),
      isDownload: readBoolean(item, 'IsDownload', cx),
      fileType: readString(item, 'FileType', cx),
      fileSize: readInteger(item, 'FileSize', cx),
      targetFileName: readString(item, 'TargetFileName', cx),
    })),
  }),
}

function readTransfer(item: XmlElement, cx: Context): QueuedTransfer {
  return { commandKey: readString(item, 'CommandKey', cx), state: readInteger(item, 'State', cx) }
}
