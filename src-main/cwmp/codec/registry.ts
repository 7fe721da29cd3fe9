import type { AcsRequestName } from './messages.ts'
import { addObject } from './rpc/add-object.ts'
import { autonomousTransferComplete } from './rpc/autonomous-transfer-complete.ts'
import { cancelTransfer } from './rpc/cancel-transfer.ts'
import { changeDuState } from './rpc/change-du-state.ts'
import { deleteObject } from './rpc/delete-object.ts'
import { download } from './rpc/download.ts'
import { autonomousDuStateChangeComplete, duStateChangeComplete } from './rpc/du-state-change-complete.ts'
import { factoryReset } from './rpc/factory-reset.ts'
import { getOptions } from './rpc/get-options.ts'
import { getParameterAttributes } from './rpc/get-parameter-attributes.ts'
import { getParameterNames } from './rpc/get-parameter-names.ts'
import { getParameterValues } from './rpc/get-parameter-values.ts'
import { getRpcMethods, getRpcMethodsOfAcs } from './rpc/get-rpc-methods.ts'
import { inform } from './rpc/inform.ts'
import { kicked } from './rpc/kicked.ts'
import { getAllQueuedTransfers, getQueuedTransfers } from './rpc/queued-transfers.ts'
import { reboot } from './rpc/reboot.ts'
import { requestDownload } from './rpc/request-download.ts'
import type { AcsRpc, CpeRequestName, CpeRpc } from './rpc/rpc.ts'
import { scheduleDownload } from './rpc/schedule-download.ts'
import { scheduleInform } from './rpc/schedule-inform.ts'
import { setParameterAttributes } from './rpc/set-parameter-attributes.ts'
import { setParameterValues } from './rpc/set-parameter-values.ts'
import { setVouchers } from './rpc/set-vouchers.ts'
import { transferComplete } from './rpc/transfer-complete.ts'
import { upload } from './rpc/upload.ts'

/** Every method an ACS calls on a box, by its name on the wire. */
export const ACS_RPCS: { readonly [N in AcsRequestName]: AcsRpc<N> } = {
  GetRPCMethods: getRpcMethods,
  GetParameterNames: getParameterNames,
  GetParameterValues: getParameterValues,
  SetParameterValues: setParameterValues,
  GetParameterAttributes: getParameterAttributes,
  SetParameterAttributes: setParameterAttributes,
  AddObject: addObject,
  DeleteObject: deleteObject,
  Download: download,
  ScheduleDownload: scheduleDownload,
  Upload: upload,
  Reboot: reboot,
  FactoryReset: factoryReset,
  ScheduleInform: scheduleInform,
  GetQueuedTransfers: getQueuedTransfers,
  GetAllQueuedTransfers: getAllQueuedTransfers,
  CancelTransfer: cancelTransfer,
  ChangeDUState: changeDuState,
  SetVouchers: setVouchers,
  GetOptions: getOptions,
}

/** Every method a box calls on an ACS, by its name on the wire. */
export const CPE_RPCS: { readonly [N in CpeRequestName]: CpeRpc<N> } = {
  Inform: inform,
  GetRPCMethods: getRpcMethodsOfAcs,
  TransferComplete: transferComplete,
  AutonomousTransferComplete: autonomousTransferComplete,
  RequestDownload: requestDownload,
  Kicked: kicked,
  DUStateChangeComplete: duStateChangeComplete,
  AutonomousDUStateChangeComplete: autonomousDuStateChangeComplete,
}
