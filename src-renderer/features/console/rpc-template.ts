import { RpcRequest as Request, type RpcRequest } from '#shared/model/rpc.ts'

export type RpcName = RpcRequest['name']

/** What of a box makes a template fit it. */
export interface TemplateFacts {
  /** `Device.` or `InternetGatewayDevice.` */
  root: string
  fileUrl: string
}

/** Every request that the console offers, in the order of the standard. */
export const rpcNames = Request.options.map(({ shape }) => shape.name.value)

/** Requests that change something for good, or cost the box its service for a while. */
const grave: ReadonlySet<RpcName> = new Set([
  'FactoryReset',
  'Reboot',
  'Download',
  'ScheduleDownload',
  'ChangeDUState',
  'DeleteObject',
])

export function isGrave(name: RpcName): boolean {
  return grave.has(name)
}

/** The arguments of a request as a beginning: right in form, harmless where that is possible. Without its name. */
export function rpcTemplate(name: RpcName, { root, fileUrl }: TemplateFacts): object {
  const management = `${root}ManagementServer.`
  const file = { commandKey: '', fileType: '1 Firmware Upgrade Image', url: `${fileUrl}image.bin` }
  switch (name) {
    case 'GetParameterNames':
      return { path: root, nextLevel: true }
    case 'GetParameterValues':
      return { names: [`${root}DeviceInfo.`] }
    case 'SetParameterValues':
      return {
        parameters: [{ name: `${management}PeriodicInformInterval`, value: '300', type: 'xsd:unsignedInt' }],
        parameterKey: '',
      }
    case 'GetParameterAttributes':
      return { names: [`${root}DeviceInfo.SoftwareVersion`] }
    case 'SetParameterAttributes':
      return { attributes: [{ name: `${root}DeviceInfo.SoftwareVersion`, notification: 2 }] }
    case 'AddObject':
      return { objectName: `${root}IP.Interface.`, parameterKey: '' }
    case 'DeleteObject':
      return { objectName: `${root}IP.Interface.9.`, parameterKey: '' }
    case 'Download':
      return { ...file, username: '', password: '', fileSize: 0, targetFileName: '', delaySeconds: 0 }
    case 'ScheduleDownload':
      return { ...file, windows: [{ startSeconds: 60, endSeconds: 3600, mode: '1 At Any Time' }] }
    case 'Upload':
      return { ...file, fileType: '2 Vendor Log File', url: `${fileUrl}log.txt`, delaySeconds: 0 }
    case 'Reboot':
      return { commandKey: '' }
    case 'ScheduleInform':
      return { delaySeconds: 30, commandKey: '' }
    case 'CancelTransfer':
      return { commandKey: '' }
    case 'ChangeDUState':
      return { operations: [{ kind: 'install', url: `${fileUrl}package.ipk` }], commandKey: '' }
    case 'SetVouchers':
      return { vouchersBase64: ['AA=='] }
    case 'GetOptions':
      return { optionName: '' }
    case 'GetRPCMethods':
    case 'FactoryReset':
    case 'GetQueuedTransfers':
    case 'GetAllQueuedTransfers':
      return {}
  }
}

/** A request as it was typed, checked by the contract's own schema; or what is wrong with it, and where. */
export type ParsedRequest =
  | { kind: 'right'; request: RpcRequest }
  | { kind: 'noJson'; detail: string }
  | { kind: 'wrong'; field: string; detail: string }

export function parseRequest(name: RpcName, text: string): ParsedRequest {
  let given: unknown
  try {
    given = text.trim() === '' ? {} : JSON.parse(text)
  } catch (error) {
    return { kind: 'noJson', detail: error instanceof Error ? error.message : String(error) }
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return { kind: 'noJson', detail: '{ … }' }
  const checked = Request.safeParse({ ...given, name })
  if (checked.success) return { kind: 'right', request: checked.data }
  const issue = checked.error.issues[0]
  return { kind: 'wrong', field: issue?.path.join('.') ?? '', detail: issue?.message ?? '' }
}
