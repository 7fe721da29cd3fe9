import { AppError } from '#shared/errors.ts'
import type { Device } from '#shared/model/device.ts'
import type { CompatibilityReason, Firmware } from '#shared/model/firmware.ts'
import type { FirmwareInput } from '#shared/model/firmware-push.ts'
import { checkCompatibility } from '../../firmware/compatibility.ts'
import { targetOf } from '../../firmware/firmware-target.ts'

/** The reasons against a push that goes on all the same. Throws FIRMWARE_BLOCKED where one blocks it and no override was typed. */
export function allowPush(
  image: Firmware,
  device: Device,
  { fileType, override }: FirmwareInput,
  softwareVersion = device.softwareVersion,
): CompatibilityReason[] {
  const metadata = { ...image.metadata, fileType: fileType ?? image.metadata.fileType }
  const { verdict, reasons } = checkCompatibility({ ...image, metadata }, targetOf(device, softwareVersion))
  const [gravest] = reasons
  if (verdict === 'blocked' && !override && gravest) {
    throw new AppError('FIRMWARE_BLOCKED', { reason: gravest.code, fileName: image.fileName, ...gravest.params })
  }
  return reasons
}
