import type { DeviceId } from '../cwmp/codec/messages.ts'

/**
 * The key of a box: `OUI-ProductClass-SerialNumber` with odd characters percent-escaped (as TR-069 3.4.4 forms user
 * names). A box without a serial number is known by its address, and says so.
 */
export function deviceIdOf(id: DeviceId, address: string): string {
  if (id.serialNumber === '') return `${escaped(id.oui || 'unknown')}-at-${escaped(address)}`
  return [id.oui, id.productClass, id.serialNumber]
    .filter((part) => part !== '')
    .map(escaped)
    .join('-')
}

/** The key of a box's model: `OUI-ProductClass`, with the manufacturer's name where the OUI is missing. */
export function modelOf({ oui, manufacturer, productClass }: Omit<DeviceId, 'serialNumber'>): string {
  return [oui || manufacturer || 'unknown', productClass]
    .filter((part) => part !== '')
    .map(escaped)
    .join('-')
}

function escaped(part: string): string {
  return encodeURIComponent(part).replaceAll('-', '%2D')
}
