import type { AcsMessage, CpeMessage } from './messages.ts'

type Message = AcsMessage | CpeMessage
type Params = Record<string, string | number>

/** A message in one line: its method, and the few facts that tell it from others; worded as `trace.<method>`. */
export interface Description {
  method: string
  params: Params
}

/** Sums a message up for the trace. */
export function describe(message: Message): Description {
  return { method: message.name === 'Unknown' ? message.element : message.name, params: paramsOf(message) }
}

function paramsOf(message: Message): Params {
  switch (message.name) {
    case 'Inform':
      return {
        events: message.events.map(({ code }) => code).join(', '),
        serialNumber: message.deviceId.serialNumber,
        retryCount: message.retryCount,
        count: message.parameters.length,
      }
    case 'TransferComplete':
      return { commandKey: message.commandKey, faultCode: message.fault.code }
    case 'AutonomousTransferComplete':
      return { fileType: message.fileType, faultCode: message.fault.code }
    case 'RequestDownload':
      return { fileType: message.fileType }
    case 'Kicked':
      return { command: message.command }
    case 'DUStateChangeComplete':
    case 'AutonomousDUStateChangeComplete':
      return { count: message.results.length }
    case 'GetParameterNames':
      return { path: message.path, nextLevel: message.nextLevel ? 1 : 0 }
    case 'GetParameterValues':
    case 'GetParameterAttributes':
      return { path: message.names[0] ?? '', count: message.names.length }
    case 'SetParameterValues':
      return { path: message.parameters[0]?.name ?? '', count: message.parameters.length }
    case 'SetParameterAttributes':
      return { path: message.attributes[0]?.name ?? '', count: message.attributes.length }
    case 'AddObject':
    case 'DeleteObject':
      return { path: message.objectName }
    case 'Download':
    case 'ScheduleDownload':
    case 'Upload':
      return { fileType: message.fileType, url: message.url, commandKey: message.commandKey }
    case 'Reboot':
    case 'CancelTransfer':
      return { commandKey: message.commandKey }
    case 'ScheduleInform':
      return { delaySeconds: message.delaySeconds, commandKey: message.commandKey }
    case 'ChangeDUState':
      return { count: message.operations.length, commandKey: message.commandKey }
    case 'GetOptions':
      return { optionName: message.optionName }
    case 'GetRPCMethodsResponse':
      return { count: message.methods.length }
    case 'GetParameterNamesResponse':
    case 'GetParameterValuesResponse':
      return { count: message.parameters.length }
    case 'GetParameterAttributesResponse':
      return { count: message.attributes.length }
    case 'GetQueuedTransfersResponse':
    case 'GetAllQueuedTransfersResponse':
      return { count: message.transfers.length }
    case 'GetOptionsResponse':
      return { count: message.options.length }
    case 'AddObjectResponse':
      return { instanceNumber: message.instanceNumber, status: message.status }
    case 'SetParameterValuesResponse':
    case 'DeleteObjectResponse':
    case 'DownloadResponse':
    case 'UploadResponse':
      return { status: message.status }
    case 'Fault':
      return {
        code: message.code,
        message: message.message || message.faultString,
        count: message.setParameterValuesFaults.length,
      }
    default:
      return {}
  }
}
