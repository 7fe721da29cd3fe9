import { readFault, readString, readTime } from '../read.ts'
import type { CpeRpc } from './rpc.ts'

/** TransferComplete (TR-069 A.3.3.2). */
export const transferComplete: CpeRpc<'TransferComplete'> = {
  since: '1.0',
  decode: (request, cx) => ({
    name: 'TransferComplete',
    commandKey: readString(request, 'CommandKey', cx),
    fault: readFault(request, 'FaultStruct', cx),
    startTime: readTime(request, 'StartTime', cx),
    completeTime: readTime(request, 'CompleteTime', cx),
  }),
  encode: () => '',
}
