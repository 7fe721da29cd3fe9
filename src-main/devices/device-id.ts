import { escapedKeyPart } from '#shared/model/model-key.ts'
import type { DeviceId } from '../cwmp/codec/messages.ts'

/**
 * The key of a box: `OUI-ProductClass-SerialNumber` with odd characters percent-escaped (as TR-069 3.4.4 forms user
 * names). A box without a serial number is known by its address, and says so.
 */
export function deviceIdOf(id: DeviceId, address: string): string {
  if (id.serialNumber === '') return `${escapedKeyPart(id.oui || 'unknown')}-at-${escapedKeyPart(address)}`
  return [id.oui, id.productClass, id.serialNumber]
    .filter((part) => part !== '')
    .map(escapedKeyPart)
    .join('-')
}
