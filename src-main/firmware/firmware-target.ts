import type { Device } from '#shared/model/device.ts'
import type { FirmwareTarget } from './compatibility.ts'

/** A box as the check looks at it. How much it can store is told by no data model that boxes share, so it stays unknown. */
export function targetOf(device: Device, softwareVersion = device.softwareVersion): FirmwareTarget {
  const { modelName, productClass, hardwareVersion, oui } = device
  return { modelName, productClass, hardwareVersion, oui, softwareVersion, freeBytes: null }
}
