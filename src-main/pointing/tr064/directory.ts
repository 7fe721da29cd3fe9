import { type Description, managementServiceOf, type UpnpService } from '../../discovery/ssdp/description.ts'
import { normaliseAddress } from '../../net/subnet.ts'

/** A box that offers to set its ACS by TR-064. */
export interface Tr064Box {
  service: UpnpService
  serial: string
}

const maxBoxes = 500

/** Which addresses offer TR-064, as their device descriptions say. */
export class Tr064Directory {
  readonly #boxes = new Map<string, Tr064Box>()

  /** Keeps the service of a description whose URLs lead to the host it was read from. */
  note(address: string, description: Description): void {
    const service = managementServiceOf(description)
    if (!service || !isAt(service.controlUrl, address) || !isAt(service.scpdUrl, address)) return
    this.#boxes.delete(address)
    this.#boxes.set(address, { service, serial: description.serial })
    const [oldest] = this.#boxes.keys()
    if (oldest !== undefined && this.#boxes.size > maxBoxes) this.#boxes.delete(oldest)
  }

  /** The box at one of these addresses. */
  find(addresses: readonly string[]): Tr064Box | undefined {
    return addresses.flatMap((address) => this.#boxes.get(address) ?? [])[0]
  }
}

function isAt(url: string, address: string): boolean {
  const parsed = URL.parse(url)
  return parsed?.protocol === 'http:' && normaliseAddress(parsed.hostname) === normaliseAddress(address)
}
