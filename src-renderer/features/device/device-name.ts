import type { Device } from '#shared/model/device.ts'

/** How a box is called: model and serial number, as they stand on its label. */
export function deviceName({ modelName, productClass, manufacturer, serialNumber }: Device): string {
  return `${modelName || productClass || manufacturer} ${serialNumber}`.trim()
}
