import { readBoolean, readFault, readInteger, readString, readTime } from '../read.ts'
import type { CpeRpc } from './rpc.ts'

/** AutonomousTransferComplete (TR-069 A.3.3.3). */
export const autonomousTransferComplete: CpeRpc<'AutonomousTransferComplete'> = {
  since: '1.1',
  decode: (request, cx) => ({
    name: 'AutonomousTransferComplete',
    announceUrl: readString(request, 'AnnounceURL', cx),
    transferUrl: readString(request, 'TransferURL', cx),
    isDownload: readBoolean(request, 'IsDownload', cx),
    fileType: readString(request, 'FileType', cx),
    fileSize: readInteger(request, 'FileSize', cx),
    targetFileName: readString(request, 'TargetFileName', cx),
    fault: readFault(request, 'FaultStruct', cx),
    startTime: readTime(request, 'StartTime', cx),
    completeTime: readTime(request, 'CompleteTime', cx),
  }),
  encode: () => '',
}
