import { escapedKeyPart } from '#shared/model/model-key.ts'
import type { Inform } from '../cwmp/codec/messages.ts'
import { normaliseMac } from '../net/mac.ts'

/**
 * The key of a box: `OUI-ProductClass-SerialNumber` with odd characters percent-escaped (as TR-069 3.4.4 forms user
 * names). A box without a serial number is known by the MAC address in its Inform, else by where it informs from, and says
 * so.
 */
export function deviceIdOf(
  { deviceId: id, parameters }: Pick<Inform, 'deviceId' | 'parameters'>,
  address: string,
): string {
  if (id.serialNumber === '') {
    const mac = macIn(parameters)
    const place = mac === undefined ? ['at', address] : ['mac', mac.replaceAll(':', '')]
    return [id.oui || 'unknown', ...place].map(escapedKeyPart).join('-')
  }
  return [id.oui, id.productClass, id.serialNumber]
    .filter((part) => part !== '')
    .map(escapedKeyPart)
    .join('-')
}

/** Of several the one with the first path, so that the order in the Inform does not matter. */
function macIn(parameters: Inform['parameters']): string | undefined {
  return parameters
    .filter(({ name }) => /\.MACAddress$/i.test(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ value }) => normaliseMac(value))
    .find((mac) => mac !== undefined)
}
