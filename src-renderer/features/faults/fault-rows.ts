import { FAULTS, type FaultEntry, type RemedyAction } from '#shared/cwmp/faults.ts'
import type { FaultWords } from '../../i18n/words.ts'
import type { Route } from '../../stores/route.ts'

/** The faults that have every word of the filter somewhere in code, name or text. */
export function matchingFaults(filter: string, wordsOf: (code: number) => FaultWords): FaultEntry[] {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return FAULTS.filter(({ code, name }) => {
    const texts = wordsOf(code)
    const searched = `${code}\n${name}\n${Object.values(texts).join('\n')}`.toLowerCase()
    return words.every((word) => searched.includes(word))
  })
}

/** Where a remedy is done; null where it is done at the box, or is no more than advice. */
export function placeOfRemedy(action: RemedyAction, deviceId: string | undefined): Route | null {
  const device: Route = deviceId === undefined ? { page: 'devices' } : { page: 'device', id: deviceId }
  const read: Route = deviceId === undefined ? { page: 'read' } : { page: 'read', deviceId }
  switch (action) {
    case 'browse':
    case 'readFirst':
    case 'pollValue':
    case 'checkValue':
    case 'smallerRequest':
      return read
    case 'checkMethods':
    case 'reboot':
      return device
    case 'waitForTransfer':
      return deviceId === undefined ? device : { page: 'console', deviceId, method: 'GetAllQueuedTransfers' }
    case 'changeCredentials':
      return { page: 'credentials', ...(deviceId !== undefined && { deviceId }) }
    case 'openFirewallHelp':
    case 'checkFileServer':
    case 'checkUploadFolder':
      return { page: 'reach', tab: 'check' }
    case 'readFaultList':
    case 'showRawText':
    case 'checkFileName':
      return { page: 'trace' }
    case 'retry':
    case 'waitAndRetry':
    case 'checkImage':
    case 'changeProtocol':
    case 'useCable':
    case 'useUnicast':
    case 'useDownload':
    case 'freeSpace':
    case 'checkDeploymentUnit':
    case 'none':
      return null
  }
}
