import type { BoxCore } from '../core.ts'
import { CpeFault } from '../faults.ts'
import type { CwmpVersion } from '../model/spec.ts'
import { methodList } from '../soap/messages.ts'
import type { XmlElement } from '../soap/xml.ts'
import { getParameterAttributes, setParameterAttributes } from './attributes.ts'
import { factoryReset, getOptions, reboot, scheduleInform, setVouchers } from './control.ts'
import { changeDuState } from './deployment.ts'
import { addObject, deleteObject } from './objects.ts'
import { getParameterNames, getParameterValues, setParameterValues } from './parameters.ts'
import {
  cancelTransfer,
  download,
  getAllQueuedTransfers,
  getQueuedTransfers,
  scheduleDownload,
  upload,
} from './transfers.ts'

/** Does what the ACS asks and returns the body of the answer, XML; throws CpeFault. */
type Handler = (core: BoxCore, args: XmlElement) => string

const HANDLERS: Readonly<Record<string, Handler>> = {
  GetRPCMethods: (core) => methodList(supportedMethods(core)),
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
  GetOptions: getOptions,
  SetVouchers: setVouchers,
}

/** CWMP version that brought a method; the others were there from the start (spec 01, section 1). */
const SINCE: Readonly<Record<string, CwmpVersion>> = {
  GetAllQueuedTransfers: '1.1',
  ScheduleDownload: '1.2',
  CancelTransfer: '1.2',
  ChangeDUState: '1.2',
}

/** Methods of the model that its CWMP version has, less those that a quirk takes away. */
export const supportedMethods = (core: BoxCore): string[] =>
  core.model.methods.filter(
    (method) => (SINCE[method] ?? '1.0') <= core.version && core.quirks.unsupportedMethods?.includes(method) !== true,
  )

/** Carries out one RPC; a method that the box lacks is fault 9000, a crash inside is 9002. */
export function perform(core: BoxCore, method: string, args: XmlElement): string {
  const handler = supportedMethods(core).includes(method) ? HANDLERS[method] : undefined
  if (handler === undefined) {
    throw new CpeFault(9000, method)
  }
  return handler(core, args)
}
